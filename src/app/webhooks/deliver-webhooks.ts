// Tells webhooks of changes: each in the order of the feed, and from where it was left.
import { days, hours, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { messagesOf, signedHeaders, trialMessage, type WebhookMessage, webhookSecret } from "./message.ts";
import type { LeasedWebhook, Webhook } from "./webhook.ts";

/** So many changes make a message of some 15 kB; Standard Webhooks recommends less than 20. */
const changesAtOnce = 50;

/** Two messages at most, each given up after 15 seconds, and their store. */
const leaseMs = 60_000;

/** After each failure in a row; from the last one on, every day. Source: Standard Webhooks, schedule of retries. */
const pausesMs = [5000, 5 * 60_000, 30 * 60_000, ...[2, 5, 10, 14, 20, 24].map(hours)];

const givenUpAfterMs = days(7);

/** Leases a webhook that is due and has changes to take, for {@link deliverTo}; null: there is none. */
export function claimWebhook(world: World): Promise<LeasedWebhook | null> {
  const now = world.clock.now();
  return world.store.webhooks.claim(world.ids.next(), now, (now + leaseMs) as Instant);
}

/**
 * Sends a leased webhook what it has not taken, page after page, until there is no more or one is not taken. That one is
 * made anew from the feed when it is tried again: what a receiver hears late is how things are then.
 */
export async function deliverTo(world: World, webhook: LeasedWebhook, signal?: AbortSignal): Promise<void> {
  const { webhooks, changes: feed } = world.store;
  for (let taken = webhook.taken; !signal?.aborted; ) {
    const changes = await feed.after(taken, changesAtOnce);
    const last = changes.at(-1);
    if (!last) break;
    for (const message of messagesOf(webhook, changes, world.secrets)) {
      const answer = await send(world, webhook, message, signal);
      if (isTaken(answer)) continue;
      if (signal?.aborted) break;
      return void (await webhooks.failed(webhook, failureOf(world, webhook, answer)));
    }
    if (signal?.aborted) break;
    taken = last.number;
    // Whoever lost the lease while it waited leaves the rest to whoever has it.
    if (!(await webhooks.took(webhook, taken, (world.clock.now() + leaseMs) as Instant))) return;
  }
  await webhooks.release(webhook);
}

/** Sends one message that says nothing, and answers the status that came back; null: none did. */
export async function tryWebhook(world: World, id: string): Promise<number | null> {
  const webhook = (await world.store.webhooks.list()).find((known) => known.id === id);
  if (!webhook) throw new CodedError("webhook-unknown");
  return send(world, webhook, trialMessage(id, world.clock.now(), world.secrets));
}

async function send(
  world: World,
  { id, url }: Webhook,
  message: WebhookMessage,
  signal?: AbortSignal,
): Promise<number | null> {
  const headers = signedHeaders(message, webhookSecret(id, world.secrets), world.clock.now());
  const question = { type: "application/json", body: message.body, headers };
  return (await world.attestors.ask(url, question, signal))?.status ?? null;
}

function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

function failureOf(world: World, { failures, failingSince }: Webhook, status: number | null) {
  const at = world.clock.now();
  const pause = pausesMs[Math.min(failures, pausesMs.length - 1)] as number;
  // 410 Gone: the receiver wants no more, as Standard Webhooks has it.
  const disable = status === 410 || (failingSince !== null && at - failingSince >= givenUpAfterMs);
  return {
    what: status === null ? "no answer" : String(status),
    at,
    dueAt: (at + pause) as Instant,
    disable,
  };
}
