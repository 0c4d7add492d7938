// What a webhook is sent: a message of Standard Webhooks, signed under a secret that is stored nowhere.
import { createHmac } from "node:crypto";
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Secrets } from "../../ledger/secrets.ts";
import { changeJson } from "../changes/change-json.ts";
import type { Change } from "../changes/changes-table.ts";
import type { Webhook } from "./webhook.ts";

export interface WebhookMessage {
  /** The same for the same content, so that a receiver knows what it has taken already. */
  readonly id: string;
  readonly body: string;
}

/** The secret of one webhook, as its receiver keeps it: it follows from the controller's secret. */
export function webhookSecret(webhook: string, { webhookKey }: Secrets): string {
  return `whsec_${createHmac("sha256", webhookKey).update(`secret ${webhook}`).digest("base64")}`;
}

/** The messages that tell a webhook of these changes, in order; none where it asked for nothing of the kind. */
export function messagesOf(
  webhook: Pick<Webhook, "id" | "events" | "withAddresses">,
  changes: readonly Change[],
  secrets: Secrets,
): WebhookMessage[] {
  const message = (type: string, of: readonly Change[], data: object) =>
    of.length === 0
      ? []
      : [messageOf(webhook.id, type, Math.max(...of.map(({ at }) => at)) as Instant, data, secrets)];
  const told = webhook.events.includes("permission.changed") ? changes : [];
  const erased = webhook.events.includes("subject.erased") ? erasedIn(changes) : [];
  return [
    ...message("permission.changed", told, {
      changes: told.map((change) => {
        const { email, ...rest } = changeJson(change);
        return webhook.withAddresses ? { ...rest, email } : rest;
      }),
    }),
    ...message("subject.erased", erased, {
      subjects: erased.map(({ subject, at }) => ({ subject, at: formatInstant(at) })),
    }),
  ];
}

/** A message that says nothing, to see whether it arrives. */
export function trialMessage(webhook: string, at: Instant, secrets: Secrets): WebhookMessage {
  return messageOf(webhook, "webhook.test", at, { webhook }, secrets);
}

/**
 * The headers of an attempt.
 *
 * Source: Standard Webhooks, `webhook-id`, `webhook-timestamp` and `webhook-signature`.
 */
export function signedHeaders(
  { id, body }: WebhookMessage,
  secret: string,
  at: Instant,
): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": `v1,${signature}` };
}

/** Each person once, though it ended their permission for every purpose. */
function erasedIn(changes: readonly Change[]): readonly Change[] {
  const erased = changes.filter(({ verdict }) => verdict?.code === "erased");
  return [...new Map(erased.map((change) => [change.subject, change])).values()];
}

function messageOf(
  webhook: string,
  type: string,
  at: Instant,
  data: object,
  { webhookKey }: Secrets,
): WebhookMessage {
  const body = JSON.stringify({ type, timestamp: formatInstant(at), data });
  const mark = createHmac("sha256", webhookKey).update(`message ${webhook} ${body}`).digest("base64url");
  return { id: `msg_${mark.slice(0, 27)}`, body };
}
