// Amazon SES, which tells through Amazon SNS: signed with a key whose certificate lies with Amazon.
import { createVerify, X509Certificate } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { ProviderEvent } from "../../app/listening/take-in-event.ts";
import { judge } from "../../mail/bounce-words.ts";
import { type Hook, readBody, said, unverified } from "./hook.ts";

/** Fetches a small file by HTTPS; null: nobody gave it. */
export type Get = (url: string) => Promise<Buffer | null>;

const envelope = z.looseObject({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string(),
  SigningCertURL: z.string(),
  Subject: said,
  SubscribeURL: said,
  Token: said,
});
type Envelope = z.output<typeof envelope>;

const recipient = z.looseObject({
  emailAddress: said,
  action: said,
  status: said,
  diagnosticCode: said,
});
const message = z.looseObject({
  notificationType: said,
  eventType: said,
  mail: z.looseObject({
    source: said,
    tags: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
    headers: z
      .array(z.looseObject({ value: said }))
      .optional()
      .catch(undefined),
  }),
  bounce: z
    .looseObject({
      bounceType: z.string(),
      bounceSubType: said,
      bouncedRecipients: z.array(recipient),
      timestamp: said,
      feedbackId: said,
    })
    .optional(),
  complaint: z
    .looseObject({
      complainedRecipients: z.array(recipient),
      complaintFeedbackType: said,
      timestamp: said,
      feedbackId: said,
    })
    .optional(),
});
type Message = z.output<typeof message>;

/** The fields that are signed, in this order. Source: Amazon SNS, "Verifying the signatures of Amazon SNS messages". */
const signed = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: [
    "Message",
    "MessageId",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
  ],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const;

/** Anybody may publish to a topic of their own, signed by Amazon as well: only the one that was named counts. */
export function sesHook(topic: string, get: Get): Hook {
  const keys = new Map<string, X509Certificate>();

  async function certificateAt(url: string): Promise<X509Certificate> {
    const known = keys.get(url);
    if (known) return known;
    if (!isAmazons(url, /^\/SimpleNotificationService-[0-9a-f]+\.pem$/))
      throw unverified("the certificate lies with somebody else");
    const pem = await get(url);
    if (pem === null) throw unverified("the certificate could not be fetched");
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(pem);
    } catch {
      throw unverified("the certificate is none");
    }
    // They change once a year.
    if (keys.size > 20) keys.clear();
    keys.set(url, certificate);
    return certificate;
  }

  return async ({ body }) => {
    const told = readBody(body, envelope);
    if (told.TopicArn !== topic) throw unverified("it comes from another topic");
    const certificate = await certificateAt(told.SigningCertURL);
    if (!isSigned(told, certificate)) throw unverified("the signature is not true");
    if (told.Type === "SubscriptionConfirmation" && told.SubscribeURL !== undefined) {
      if (!isAmazons(told.SubscribeURL, /^\/\?/))
        throw unverified("the subscription lies with somebody else");
      if ((await get(told.SubscribeURL)) === null)
        throw unverified("the subscription could not be confirmed");
    }
    return told.Type === "Notification" ? eventsOf(readBody(told.Message, message)) : [];
  };
}

/** @param place - path and query. The host is that of a region, such as `eu-west-1`: any other may be the bucket of anybody. */
function isAmazons(text: string, place: RegExp): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, pathname, search } = new URL(text);
  return (
    protocol === "https:" &&
    port === "" &&
    username === "" &&
    /^sns\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?$/.test(hostname) &&
    place.test(pathname + search)
  );
}

function isSigned(told: Envelope, certificate: X509Certificate): boolean {
  const text = signed[told.Type]
    .filter((name) => told[name] !== undefined)
    .map((name) => `${name}\n${told[name]}\n`)
    .join("");
  const verify = createVerify(told.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256");
  return verify.update(text).verify(certificate.publicKey, told.Signature, "base64");
}

function eventsOf({ mail, bounce, complaint }: Message): readonly ProviderEvent[] {
  const clues = [...(mail.tags?.licet ?? []), mail.source, ...(mail.headers ?? []).map(({ value }) => value)]
    .filter((clue) => clue !== undefined)
    .join(" ");
  const event = (
    { emailAddress }: z.output<typeof recipient>,
    { timestamp, feedbackId }: { timestamp?: string | undefined; feedbackId?: string | undefined },
  ) => ({
    clues,
    email: emailAddress ?? null,
    at: timestamp === undefined ? null : Date.parse(timestamp),
    id: `${feedbackId} ${emailAddress}`,
  });
  if (complaint && complaint.complaintFeedbackType !== "not-spam")
    return complaint.complainedRecipients.map((one) => ({ kind: "complaint", ...event(one, complaint) }));
  if (!bounce) return [];
  return bounce.bouncedRecipients.flatMap((one): ProviderEvent[] => {
    const words = one.diagnosticCode ?? "";
    // Without the words of a server it may as well be somebody who is away.
    if (bounce.bounceType === "Transient" && words === "" && bounce.bounceSubType === "General") return [];
    const judged = judge(words, one.status ?? null, classOf(bounce.bounceType, bounce.bounceSubType ?? ""));
    return [{ kind: "bounce", ...judged, ...event(one, bounce) }];
  });
}

/** Source: Amazon SES, "Bounce types". On a list of suppression it was put because of others' mail, or of an earlier one. */
function classOf(type: string, subType: string) {
  if (/^(?:MessageTooLarge|ContentRejected|AttachmentRejected)$/.test(subType)) return "ours" as const;
  if (type === "Permanent" && /^(?:General|NoEmail)$/.test(subType)) return "gone" as const;
  return "soft" as const;
}
