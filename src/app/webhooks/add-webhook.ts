// Adds a webhook. Only the operator can, by command: so it may lead to any machine, also of a private network.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { webhookSecret } from "./message.ts";
import { isWebhookEvent } from "./webhook.ts";

/**
 * Adds a webhook, and answers its id and its secret, which its receiver needs to check signatures.
 *
 * @param request.fromBeginning - it is told the whole present state first; otherwise of what changes from now on.
 * @throws CodedError `webhook-malformed`.
 */
export async function addWebhook(
  world: World,
  request: {
    readonly url: string;
    readonly events: readonly string[];
    readonly withAddresses: boolean;
    readonly by: string;
    readonly fromBeginning: boolean;
  },
): Promise<{ readonly id: string; readonly secret: string }> {
  const events = [...new Set(request.events)].filter(isWebhookEvent);
  if (events.length === 0 || events.length < new Set(request.events).size)
    throw new CodedError("webhook-malformed", "the events are `permission.changed` and `subject.erased`");
  const addedBy = request.by.trim();
  if (addedBy === "") throw new CodedError("webhook-malformed", "say who adds it");
  const id = world.ids.next();
  await world.store.webhooks.add({
    id,
    url: readUrl(request.url),
    events,
    withAddresses: request.withAddresses,
    addedBy,
    addedAt: world.clock.now(),
    taken: request.fromBeginning ? 0 : await world.store.changes.newest(),
  });
  return { id, secret: webhookSecret(id, world.secrets) };
}

/** What is said of people goes over no open line, and no password is kept: the signature says who sends it. */
function readUrl(text: string): string {
  const url = URL.parse(text);
  const loopback = url && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && loopback)))
    throw new CodedError(
      "webhook-malformed",
      "the address should begin with `https://`, or `http://` on this machine",
    );
  if (url.username !== "" || url.password !== "")
    throw new CodedError(
      "webhook-malformed",
      "leave user and password out of the address; check the signature instead",
    );
  url.hash = "";
  return url.href;
}
