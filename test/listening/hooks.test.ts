// Calls of mail providers as they send them: proved to be theirs, or nothing of them is on record.
import { execFileSync } from "node:child_process";
import { createHmac, createSign, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { refOf, signLetterToken } from "../../src/mail/letter-token.ts";
import { PROVIDERS } from "../../src/mail/provider-marks.ts";
import { needs } from "../support/needs.ts";
import { address, subjectOf, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { bounceAddress, send } from "./returned.ts";

const topic = "arn:aws:sns:eu-west-1:123456789012:licet";
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const keys = {
  ses: topic,
  postmark: "licet:long-password",
  mailgun: "key-of-mailgun",
  sendgrid: ec.publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  brevo: "token-of-brevo",
};

let world: TestWorld;
let app: Hono;
let campaign = "";
let person = 0;
let email = "";
let token = "";
/** What lies at Amazon's addresses, served over a real socket; and what was asked for there. */
const lies = new Map<string, Buffer>();
const asked: string[] = [];
const amazon = createServer((request, response) => {
  const found = lies.get(request.url ?? "");
  asked.push(request.url ?? "");
  response.writeHead(found ? 200 : 404).end(found);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => amazon.listen(0, "127.0.0.1", resolve));
  const { port } = amazon.address() as { port: number };
  world = await makeWorld({ listening: { bounceAddress, byMail: false, providers: PROVIDERS } });
  app = createApp(world, {
    mailbox: false,
    ready: () => true,
    hooks: keys,
    async get(url) {
      const answer = await fetch(url.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`));
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
    },
  });
  await tellMany(world, 60);
  campaign = await send(world);
});
beforeEach(() => {
  email = address(person);
  person += 1;
  const letter = { subject: subjectOf(world, email), of: "campaign", ref: refOf(campaign) } as const;
  token = signLetterToken(letter, "report", world.secrets.tokenKey);
});
afterAll(async () => {
  amazon.close();
  await world.close();
});

const factsOf = async () =>
  (await world.store.people.facts(subjectOf(world, email)))
    .filter(({ source }) => source.startsWith("relay:"))
    .map(({ type, source, body }) => ({ type, source, ...(body.class ? { class: body.class } : {}) }));

async function post(provider: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await app.request(`/hooks/${provider}`, { method: "POST", body, headers });
  return answer.status;
}

/** How each provider says that a mailbox is gone, that it was reported as spam, and that it would not take it from us. */
interface Voice {
  readonly call: (
    kind: "gone" | "complaint" | "ours",
    whose: { token: string; email: string },
  ) => Promise<number>;
  /** The same call, of which nobody proved who sent it. */
  readonly forged: () => Promise<number>;
  readonly malformed: () => Promise<number>;
}

const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(password).toString("base64")}` });
const mailgun = (data: object, key = keys.mailgun, at = Date.now(), nonce: string = randomUUID()) => {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac("sha256", key)
    .update(timestamp + nonce)
    .digest("hex");
  return JSON.stringify({ signature: { timestamp, token: nonce, signature }, "event-data": data });
};
const failed = (whose: { token: string; email: string }) => ({
  event: "failed",
  severity: "permanent",
  reason: "bounce",
  id: "CPgfbmQMTCKtHW6uIWtuVe",
  timestamp: Date.now() / 1000,
  recipient: whose.email,
  "user-variables": { licet: whose.token },
  envelope: { sender: "bounces@mail.lunaria.example" },
  "delivery-status": {
    code: 550,
    "enhanced-code": "5.1.1",
    message: "5.1.1 The email account that you tried to reach does not exist.",
    description: "",
  },
});
const sendgrid = (events: object, privateKey = ec.privateKey) => {
  const body = JSON.stringify(events);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign("SHA256", Buffer.from(timestamp + body), privateKey).toString("base64");
  return post("sendgrid", body, {
    "x-twilio-email-event-webhook-signature": signature,
    "x-twilio-email-event-webhook-timestamp": timestamp,
  });
};

const voices: Readonly<Record<"postmark" | "mailgun" | "sendgrid" | "brevo", Voice>> = {
  postmark: {
    call: (kind, { token, email }) =>
      post(
        "postmark",
        JSON.stringify({
          RecordType: kind === "complaint" ? "SpamComplaint" : "Bounce",
          ID: 42,
          Type: { gone: "HardBounce", complaint: "SpamComplaint", ours: "SpamNotification" }[kind],
          TypeCode: 1,
          MessageID: "00000000-0000-0000-0000-000000000000",
          Metadata: { licet: token },
          Email: email,
          From: "hola@lunaria.example",
          BouncedAt: new Date().toISOString(),
          Description: "The server was unable to deliver your message",
          Details: kind === "gone" ? "smtp;550 5.1.1 user unknown" : "smtp;550 5.7.1 looks like spam",
        }),
        basic(keys.postmark),
      ),
    forged: () => post("postmark", "{}", basic("licet:wrong")),
    malformed: () => post("postmark", "[]", basic(keys.postmark)),
  },
  mailgun: {
    call(kind, whose) {
      const data = failed(whose);
      if (kind === "complaint") return post("mailgun", mailgun({ ...data, event: "complained" }));
      if (kind === "gone") return post("mailgun", mailgun(data));
      const status = {
        code: 550,
        "enhanced-code": "5.7.1",
        message: "blocked using a list",
        description: "",
      };
      return post("mailgun", mailgun({ ...data, "delivery-status": status }));
    },
    forged: () => post("mailgun", mailgun(failed({ token, email }), "another-key")),
    malformed: () => post("mailgun", JSON.stringify({ "event-data": {} })),
  },
  sendgrid: {
    call: (kind, { token, email }) =>
      sendgrid([
        { event: "delivered", email, licet: token, sg_event_id: "a", timestamp: 1 },
        {
          event: kind === "complaint" ? "spamreport" : "bounce",
          type: kind === "ours" ? "blocked" : "bounce",
          email,
          licet: token,
          reason: kind === "gone" ? "550 5.1.1 no such user" : "550 5.7.1 rejected",
          status: "5.0.0",
          sg_event_id: "b",
          timestamp: Math.floor(Date.now() / 1000),
        },
      ]),
    forged: () => sendgrid([], generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey),
    malformed: () => sendgrid({ event: "bounce" }),
  },
  brevo: {
    call: (kind, { token, email }) =>
      post(
        "brevo",
        JSON.stringify({
          event: { gone: "hard_bounce", complaint: "spam", ours: "blocked" }[kind],
          email,
          id: 7,
          "message-id": "<201798300811.5787683@smtp-relay.example>",
          ts_event: Math.floor(Date.now() / 1000),
          "X-Mailin-custom": `licet:${token}`,
          reason: kind === "gone" ? "550 5.1.1 user unknown" : "",
        }),
        { authorization: `Bearer ${keys.brevo}` },
      ),
    forged: () => post("brevo", "{}", { authorization: "Bearer wrong" }),
    malformed: () => post("brevo", "null", { authorization: `Bearer ${keys.brevo}` }),
  },
};

describe.each(Object.entries(voices))("what %s tells", (provider, { call, forged, malformed }) => {
  const source = `relay:${provider}`;

  test("of a mailbox that is gone is one fact, however often it is told", async () => {
    expect(await call("gone", { token, email })).toBe(200);
    expect(await call("gone", { token, email })).toBe(200);
    expect(await factsOf()).toEqual([{ type: "address.bounced", source, class: "hard" }]);
  });

  test("of a complaint stops the mail", async () => {
    expect(await call("complaint", { token, email })).toBe(200);
    expect(await factsOf()).toEqual([{ type: "complaint.received", source }]);
  });

  test("of a reason of ours is counted, and held against nobody", async () => {
    const before = (await world.store.campaigns.progress(campaign)).returned.refusedUs;
    expect(await call("ours", { token, email })).toBe(200);
    expect(await factsOf()).toEqual([]);
    expect((await world.store.campaigns.progress(campaign)).returned.refusedUs).toBe(before + 1);
  });

  test("counts by the address where the token was lost, and of a stranger nothing is kept", async () => {
    const people = await world.store.people.count();
    expect(await call("gone", { token: "", email })).toBe(200);
    expect(await call("gone", { token: "", email })).toBe(200);
    expect(await factsOf()).toEqual([{ type: "address.bounced", source, class: "hard" }]);
    expect(await call("complaint", { token: "", email: "stranger@example.com" })).toBe(200);
    expect(await world.store.people.count()).toBe(people);
  });

  test("is refused where nobody proved to be them, or it cannot be read", async () => {
    expect(await forged()).toBe(403);
    expect(await malformed()).toBe(400);
    expect(await factsOf()).toEqual([]);
  });
});

describe("a call of Mailgun", () => {
  test("counts for a day, and its token for one body", async () => {
    const old = mailgun(failed({ token, email }), keys.mailgun, Date.now() - 25 * 3_600_000);
    expect(await post("mailgun", old)).toBe(403);
    const nonce = randomUUID();
    expect(await post("mailgun", mailgun({ event: "opened" }, keys.mailgun, Date.now(), nonce))).toBe(200);
    const other = mailgun(failed({ token, email }), keys.mailgun, Date.now(), nonce);
    expect(await post("mailgun", other)).toBe(403);
    expect(await factsOf()).toEqual([]);
  });
});

describe("a bounce of SendGrid", () => {
  test.each([
    ["Invalid Address", "hard"],
    ["Mailbox Unavailable", "soft"],
    ["Technical Failure", "soft"],
    ["Unclassified", "soft"],
    [undefined, "soft"],
  ])("whose words say nothing, classed as %s, is %s", async (bounce_classification, kind) => {
    const told = { event: "bounce", type: "bounce", email, licet: token, reason: "", status: "5.0.0" };
    expect(await sendgrid([{ ...told, bounce_classification, sg_event_id: "c" }])).toBe(200);
    expect(await factsOf()).toMatchObject([{ type: "address.bounced", class: kind }]);
  });
});

describe("a letter", () => {
  test("bears for each provider what it hands back", () => {
    const head = world.caught[0]!.raw.toString().split("\r\n\r\n", 1)[0];
    expect(head).toMatch(/^X-PM-Metadata-licet: [a-z2-7]{52}\r$/im);
    expect(head).toMatch(/^X-Mailgun-Variables: \{"licet":"[a-z2-7]{52}"\}\r$/im);
    expect(head).toMatch(/^X-SMTPAPI: \{"unique_args":\{"licet":"[a-z2-7]{52}"\}\}\r$/im);
    expect(head).toMatch(/^X-Mailin-custom: licet:[a-z2-7]{52}\r$/im);
    expect(head).toMatch(/^X-SES-MESSAGE-TAGS: licet=[a-z2-7]{52}\r$/im);
  });
});

test("a provider without a key has no hook", async () => {
  const bare = createApp(world, { mailbox: false, ready: () => true, hooks: {} });
  expect((await bare.request("/hooks/brevo", { method: "POST" })).status).toBe(404);
});

needs("openssl").describe("what Amazon SES tells", (openssl) => {
  const folder = mkdtempSync(join(tmpdir(), "licet-sns-"));
  const certificateUrl = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem";
  let key = "";

  beforeAll(() => {
    const [keyFile, certificateFile] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    const subject = ["-subj", "/CN=sns.amazonaws.com", "-days", "2"];
    const files = ["-keyout", keyFile, "-out", certificateFile];
    execFileSync(openssl, ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...files, ...subject], {
      stdio: "ignore",
    });
    key = readFileSync(keyFile, "utf8");
    lies.set("/SimpleNotificationService-1.pem", readFileSync(certificateFile));
    lies.set("/?Action=ConfirmSubscription", Buffer.from("<ok/>"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function sns(message: object, changes: object = {}, version: "1" | "2" = "2"): string {
    const told: Record<string, string> = {
      Type: "Notification",
      MessageId: randomUUID(),
      TopicArn: topic,
      Message: JSON.stringify(message),
      Timestamp: new Date().toISOString(),
      SigningCertURL: certificateUrl,
      SignatureVersion: version,
      ...changes,
    };
    const names =
      told.Type === "Notification"
        ? ["Message", "MessageId", "Timestamp", "TopicArn", "Type"]
        : ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
    const text = names.map((name) => `${name}\n${told[name]}\n`).join("");
    const signer = createSign(version === "1" ? "RSA-SHA1" : "RSA-SHA256").update(text);
    return JSON.stringify({ ...told, Signature: signer.sign(key, "base64") });
  }
  const mail = () => ({
    timestamp: new Date().toISOString(),
    source: `bounces+${token}@mail.lunaria.example`,
    destination: [email],
    messageId: "0102018d",
  });
  const bounced = (bounceType: string, bounceSubType: string, diagnosticCode?: string) => ({
    notificationType: "Bounce",
    mail: mail(),
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: email, action: "failed", status: "5.1.1", diagnosticCode }],
      timestamp: new Date().toISOString(),
      feedbackId: `0102-${email}`,
    },
  });

  test.each(["1", "2"] as const)(
    "of a mailbox that is gone is one fact (signature version %s)",
    async (version) => {
      const told = bounced("Permanent", "General", "smtp; 550 5.1.1 user unknown");
      for (let times = 0; times < 2; times += 1) expect(await post("ses", sns(told, {}, version))).toBe(200);
      expect(await factsOf()).toEqual([{ type: "address.bounced", source: "relay:ses", class: "hard" }]);
    },
  );

  test("by event publishing names the letter by its tag", async () => {
    const { notificationType, ...told } = bounced("Permanent", "NoEmail");
    const tagged = { ...told, eventType: "Bounce", mail: { tags: { licet: [token] } } };
    expect(await post("ses", sns(tagged))).toBe(200);
    expect(await factsOf()).toMatchObject([{ class: "hard" }]);
  });

  test("of somebody who is away, or of content that was rejected, is held against nobody", async () => {
    expect(await post("ses", sns(bounced("Transient", "General")))).toBe(200);
    expect(await post("ses", sns(bounced("Transient", "ContentRejected")))).toBe(200);
    expect(await factsOf()).toEqual([]);
  });

  test("of a complaint stops the mail", async () => {
    const complaint = {
      complainedRecipients: [{ emailAddress: email }],
      complaintFeedbackType: "abuse",
      timestamp: new Date().toISOString(),
      feedbackId: "0102",
    };
    expect(await post("ses", sns({ notificationType: "Complaint", mail: mail(), complaint }))).toBe(200);
    expect(await factsOf()).toMatchObject([{ type: "complaint.received" }]);
  });

  test("begins with a subscription, which is confirmed at Amazon's and nowhere else", async () => {
    const confirm = (url: string) =>
      sns(
        {},
        { Type: "SubscriptionConfirmation", Token: "abc", Message: "You have chosen …", SubscribeURL: url },
      );
    const right = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription";
    expect(await post("ses", confirm(right))).toBe(200);
    expect(asked).toContain("/?Action=ConfirmSubscription");
    asked.length = 0;
    for (const host of ["sns.eu-west-1.amazonaws.com.evil.example", "sns.s3.amazonaws.com"])
      expect(await post("ses", confirm(`https://${host}/?Action=ConfirmSubscription`))).toBe(403);
    expect(asked).toEqual([]);
  });

  test("is refused from another topic, under a certificate of another host, or where a byte was changed", async () => {
    const told = bounced("Permanent", "General");
    const other = "arn:aws:sns:eu-west-1:999999999999:licet";
    expect(await post("ses", sns(told, { TopicArn: other }))).toBe(403);
    for (const url of [
      "https://evil.example/SimpleNotificationService-1.pem",
      "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem",
      "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem",
      "https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-1.pem",
      // Whoever has a bucket of this name has these hosts.
      "https://sns.s3.amazonaws.com/SimpleNotificationService-1.pem",
      "https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-1.pem",
      "https://sns.eu-west-1.amazonaws.com/?SimpleNotificationService-1.pem",
      "https://sns.eu-west-1.amazonaws.com/topic/SimpleNotificationService-1.pem",
    ]) {
      const { pathname, search } = new URL(url);
      lies.set(pathname + search, readFileSync(join(folder, "certificate.pem")));
      expect(await post("ses", sns(told, { SigningCertURL: url }))).toBe(403);
    }
    expect(await post("ses", sns(told).replace("Permanent", "Permanemt"))).toBe(403);
    expect(await post("ses", "{}")).toBe(400);
    expect(await factsOf()).toEqual([]);
  });
});
