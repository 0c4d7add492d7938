// What a server does by itself: delivers the outbox, decides again what came due, lets go of what is kept no longer, reminds
// of requests that wait, puts facts into the log, has it attested by others, tells other systems, and runs campaigns.
import { setTimeout as sleep } from "node:timers/promises";
import { days, hours } from "../core/instant.ts";
import { goesThrough } from "./campaigns/relay-names.ts";
import { runCampaign } from "./campaigns/run-campaign.ts";
import { startDue } from "./campaigns/start-due.ts";
import { numberChanges } from "./changes/number-changes.ts";
import { forgetConnections } from "./consent/connections.ts";
import { forgetPaces } from "./consent/paces.ts";
import { reducePassages } from "./gate/reduce-passages.ts";
import { askAuthority } from "./ledger/ask-authority.ts";
import { askWitness } from "./ledger/ask-witness.ts";
import { sequence } from "./ledger/sequence.ts";
import { forgetMeasures } from "./measuring/forget-measures.ts";
import { beginDue } from "./messages/deliver-outbox.ts";
import type { World } from "./ports.ts";
import { endStaleRegisters } from "./registers/load-register.ts";
import { type LetGoDaily, letGoDaily } from "./retention/let-go.ts";
import { type CaseCounts, countCases } from "./rights/list-cases.ts";
import { sweepDue, sweepOutdated } from "./subjects/sweep.ts";
import { forgetVerdicts } from "./verdicts/forget-verdicts.ts";
import { claimWebhook, deliverTo } from "./webhooks/deliver-webhooks.ts";

/** So many mails of the outbox are under way at once; a mail server takes fewer, and the rest waits for it here. */
const lettersAtOnce = 50;
/** Who does not answer is asked less and less often, down to this. */
const longestMs = 10 * 60_000;

/**
 * Does its duties until the signal comes; what is in flight then is concluded first.
 *
 * @param onFault - hears of a duty that failed; it is tried again after a pause.
 * @param onForgotten - hears how many connections were let go of.
 * @param onDue - hears, every hour, of requests by right that are late or due within days.
 * @param onLetGo - hears, every day, of people who were erased since their time is over, or who wait for a word of the operator's.
 */
export async function doDuties(
  world: World,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
  onForgotten: (connections: number) => void = () => {},
  onDue: (counts: CaseCounts) => void = () => {},
  onLetGo: (so: LetGoDaily) => void = () => {},
): Promise<void> {
  const running = new Map<string, Promise<unknown>>();
  const every = repeating(signal, onFault);
  const { witnesses, authority } = world.attestors;
  await Promise.all([
    sendDue(world, signal, onFault),
    every(1000, () => sweepDue(world)),
    every(60_000, () => sweepOutdated(world)),
    every(1000, async () => (await sequence(world)).more),
    every(1000, () => numberChanges(world)),
    every(60_000, async () => {
      const connections = await forgetConnections(world);
      await forgetPaces(world);
      await endStaleRegisters(world);
      await forgetMeasures(world);
      await world.store.gate.forgetSpooled(null);
      if (connections > 0) onForgotten(connections);
    }),
    every(hours(1), async () => {
      const counts = await countCases(world);
      if (counts.late + counts.dueSoon > 0) onDue(counts);
    }),
    every(days(1), async () => {
      await forgetVerdicts(world);
      await reducePassages(world);
      const so = await letGoDaily(world, signal);
      if (so.gone + so.left > 0) onLetGo(so);
    }),
    ...witnesses.map((witness) =>
      every(10_000, async () => void (await askWitness(world, witness, signal)), longestMs),
    ),
    ...(authority
      ? [every(10_000, async () => void (await askAuthority(world, authority, { signal })), longestMs)]
      : []),
    every(1000, () => tellWebhooks(world, signal, running, onFault)),
  ]);
  await Promise.all(running.values());
}

/**
 * Sends what is due, and nothing else, until the signal comes; what is in flight then is concluded first. Any number of
 * processes may do so on one database: each mail and each slice of a campaign is one process's at a time.
 *
 * @param onFault - hears of what failed; it is tried again after a pause.
 */
export async function sendDue(
  world: World,
  signal: AbortSignal,
  onFault: (error: unknown) => void,
): Promise<void> {
  const campaigns = new Map<string, Promise<unknown>>();
  const letters = new Set<Promise<unknown>>();
  const every = repeating(signal, onFault);
  await Promise.all([
    every(250, () => deliverDue(world, letters, onFault)),
    every(500, () => runCampaigns(world, signal, campaigns, onFault)),
  ]);
  await Promise.all([...campaigns.values(), ...letters]);
}

/** What does a duty again and again until the signal comes, with a pause where there is nothing more to do. */
function repeating(signal: AbortSignal, onFault: (error: unknown) => void) {
  /** @param longestMs - the pause is doubled at each failure in a row, up to this. */
  return async (pauseMs: number, duty: () => Promise<unknown>, longestMs = pauseMs): Promise<void> => {
    let pause = pauseMs;
    while (!signal.aborted) {
      try {
        const busy = await duty();
        pause = pauseMs;
        if (busy) continue;
      } catch (error) {
        if (!signal.aborted) onFault(error);
      }
      await sleep(pause, undefined, { signal }).catch(() => {});
      pause = Math.min(pause * 2, longestMs);
    }
  };
}

/** Answers whether there may be more, and room for it. */
async function deliverDue(
  world: World,
  letters: Set<Promise<unknown>>,
  onFault: (error: unknown) => void,
): Promise<boolean> {
  const room = lettersAtOnce - letters.size;
  if (room === 0) return false;
  const begun = await beginDue(world, room);
  for (const letter of begun) {
    const under = letter.catch(onFault).finally(() => letters.delete(under));
    letters.add(under);
  }
  return begun.length > 0 && letters.size < lettersAtOnce;
}

/** Each by itself: one that is slow holds up no other. */
async function tellWebhooks(
  world: World,
  signal: AbortSignal,
  running: Map<string, Promise<unknown>>,
  onFault: (error: unknown) => void,
): Promise<void> {
  for (;;) {
    const webhook = await claimWebhook(world);
    if (webhook === null) return;
    const told = deliverTo(world, webhook, signal)
      .catch(onFault)
      .finally(() => running.delete(webhook.lease));
    running.set(webhook.lease, told);
  }
}

/** A campaign of another relay is another process's; one that fails is tried again, and holds up no other. */
async function runCampaigns(
  world: World,
  signal: AbortSignal,
  running: Map<string, Promise<unknown>>,
  onFault: (error: unknown) => void,
): Promise<void> {
  const campaigns = await world.store.campaigns.listOpen();
  await startDue(world, campaigns);
  for (const { id, state, post } of campaigns) {
    if (state !== "running" || !goesThrough(post, world.post.name) || running.has(id)) continue;
    const run = runCampaign(world, id, { signal })
      .catch(async (error: unknown) => {
        onFault(error);
        await sleep(5000, undefined, { signal }).catch(() => {});
      })
      .finally(() => running.delete(id));
    running.set(id, run);
  }
}
