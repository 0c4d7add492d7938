// SendGrid, which signs the moment and the bytes of a call with an elliptic key (the Signed Event Webhook).
import { createPublicKey, createVerify, type KeyObject } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { ProviderEvent } from "../../app/listening/take-in-event.ts";
import { CodedError } from "../../errors.ts";
import { judge } from "../../mail/bounce-words.ts";
import { type Hook, readBody, said, unverified } from "./hook.ts";

const event = z.looseObject({
  event: z.string(),
  type: said,
  email: said,
  reason: said,
  status: said,
  bounce_classification: said,
  sg_event_id: said,
  timestamp: z.number().optional().catch(undefined),
  licet: said,
});

/** Source: SendGrid, "Event Webhook Reference": classifications of bounces. The others say nothing of the mailbox. */
const classes: Readonly<Record<string, "gone" | "ours">> = {
  "Invalid Address": "gone",
  Content: "ours",
  Reputation: "ours",
  "Frequency or Volume Too High": "ours",
};

/**
 * @param publicKey - as SendGrid shows it: DER in base64.
 * @throws CodedError `setting-malformed`.
 */
export function sendgridHook(publicKey: string): Hook {
  const key = readKey(publicKey);
  return async ({ header, body }) => {
    const signature = header("x-twilio-email-event-webhook-signature");
    const timestamp = header("x-twilio-email-event-webhook-timestamp");
    if (signature === undefined || timestamp === undefined) throw unverified("it is not signed");
    const verify = createVerify("SHA256").update(timestamp).update(body);
    if (!verify.verify(key, signature, "base64")) throw unverified("the signature is not true");
    return readBody(body, z.array(event)).flatMap(eventsOf);
  };
}

function readKey(text: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });
  } catch {
    throw new CodedError(
      "setting-malformed",
      "`LICET_SENDGRID_KEY` should be the verification key that SendGrid shows, like `MFkwEw…`",
    );
  }
}

function eventsOf(told: z.output<typeof event>): readonly ProviderEvent[] {
  const common = {
    clues: told.licet ?? "",
    email: told.email ?? null,
    at: told.timestamp === undefined ? null : told.timestamp * 1000,
    id: `${told.event} ${told.sg_event_id}`,
  };
  if (told.event === "spamreport") return [{ kind: "complaint", ...common }];
  if (told.event === "unsubscribe" || told.event === "group_unsubscribe")
    return [{ kind: "leaving", ...common }];
  if (told.event !== "bounce") return [];
  const classed = told.type === "blocked" ? "ours" : (classes[told.bounce_classification ?? ""] ?? "soft");
  return [{ kind: "bounce", ...judge(told.reason ?? "", told.status ?? null, classed), ...common }];
}
