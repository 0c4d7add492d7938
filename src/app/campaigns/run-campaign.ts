// Runs a campaign: leases slices of the key space and moves through each, micro-batch by micro-batch.
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";
import { decidedUnder } from "../subjects/decide-permissions.ts";
import { announceSendings } from "./announce-sendings.ts";
import type { CampaignProgress, Slice } from "./campaign.ts";
import { findCampaign } from "./control-campaign.ts";
import { type Crew, muster } from "./crew.ts";
import { handOver } from "./hand-over.ts";

export interface RunOptions {
  readonly onProgress?: (progress: CampaignProgress) => void;
  /** Ends the run after the messages in flight; another run goes on from there. */
  readonly signal?: AbortSignal;
  /** How long a slice stays with a worker that gives no sign of life. Milliseconds. */
  readonly leaseMs?: number;
}

/** How many people one statement claims: what a crash may leave uncertain, times two. */
const batchSize = 40;
const loops = 2;

/**
 * Runs a campaign until every slice is done, it is paused or cancelled, or the signal comes.
 *
 * Any number of processes may run the same campaign. A slice whose worker died is taken up when its lease ends.
 *
 * @throws CodedError `campaign-unknown`, `purpose-unknown`, `template-malformed`.
 */
export async function runCampaign(
  world: World,
  id: string,
  options: RunOptions = {},
): Promise<CampaignProgress> {
  const campaign = await findCampaign(world, id);
  const ended = new Set<SubjectId>();
  const stopListening = await world.store.listen((subject) => ended.add(subject));
  const run: Run = {
    leaseMs: options.leaseMs ?? 10_000,
    stopped: campaign.state !== "running",
    worker: world.ids.next(),
  };
  const watch = setInterval(() => void observe(world, id, run, options), 400);
  try {
    const crew = await muster(
      world,
      campaign,
      ended,
      loops,
      () => run.stopped || options.signal?.aborted === true,
    );
    for (;;) {
      await Promise.all(Array.from({ length: loops }, () => workSlices(world, crew, run)));
      if (crew.stopping() || (await world.store.campaigns.done(id))) break;
      // The rest is leased to others, and one of them may have died.
      await sleep(Math.min(500, run.leaseMs / 4));
    }
    if (await world.store.campaigns.done(id))
      await world.store.campaigns.setState(id, ["running"], "finished", world.clock.now());
    const progress = await world.store.campaigns.progress(id);
    options.onProgress?.(progress);
    return progress;
  } finally {
    clearInterval(watch);
    await stopListening();
  }
}

interface Run {
  readonly leaseMs: number;
  readonly worker: string;
  stopped: boolean;
}

async function observe(world: World, id: string, run: Run, { onProgress }: RunOptions): Promise<void> {
  const campaign = await world.store.campaigns.find(id).catch(() => null);
  if (campaign && campaign.state !== "running") run.stopped = true;
  if (onProgress && !run.stopped) onProgress(await world.store.campaigns.progress(id));
}

/** Works on one slice after another until none is free. */
async function workSlices(world: World, crew: Crew, run: Run): Promise<void> {
  const { campaigns } = world.store;
  const until = () => (world.clock.now() + run.leaseMs) as Instant;
  while (!crew.stopping()) {
    const slice = await campaigns.lease(crew.campaign.id, run.worker, world.clock.now(), until());
    if (!slice) return;
    const renewal = setInterval(() => {
      campaigns.renew(crew.campaign.id, slice.slice, run.worker, until()).catch(() => {});
    }, run.leaseMs / 4);
    await workSlice(world, crew, run, slice).finally(() => clearInterval(renewal));
  }
}

async function workSlice(world: World, crew: Crew, run: Run, leased: Slice): Promise<void> {
  const { campaigns } = world.store;
  const { id } = crew.campaign;
  let slice = leased;
  while (!crew.stopping()) {
    const now = world.clock.now();
    const under = decidedUnder(crew.setup, crew.purpose);
    const claims = await campaigns.claim(crew.campaign, slice, under, now, batchSize);
    const { outcomes, returned } = await handOver(world, crew, claims, now);
    const last = claims.at(-1)?.subject ?? slice.cursor;
    // Who was not handed over goes back before the cursor, to be claimed again.
    if (returned.length > 0) await campaigns.unclaim(id, returned);
    else slice = { ...slice, cursor: last };
    const done = claims.length < batchSize && returned.length === 0;
    const until = (world.clock.now() + run.leaseMs) as Instant;
    const kept = await campaigns.conclude(id, slice, run.worker, outcomes, done, until);
    await announceSendings(world, crew, outcomes);
    if (done || !kept) return;
  }
  await campaigns.release(id, slice.slice, run.worker);
}
