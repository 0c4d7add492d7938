// Runs a campaign: leases slices of the key space and moves through each, micro-batch by micro-batch.
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { compileTemplate } from "../../mail/template.ts";
import type { World } from "../ports.ts";
import type { CampaignProgress } from "./campaign.ts";
import { findCampaign } from "./control-campaign.ts";
import { type Crew, Notices } from "./crew.ts";
import { goesThrough } from "./relay-names.ts";
import { retryDeferred } from "./retry-deferred.ts";
import { workSlice } from "./work-slice.ts";

export interface RunOptions {
  readonly onProgress?: (progress: CampaignProgress) => void;
  /** Ends the run after the messages in flight; another run goes on from there. */
  readonly signal?: AbortSignal;
  /** How long a slice stays with a worker that gives no sign of life. Milliseconds. */
  readonly leaseMs?: number;
}

/** While one waits for the last of its letters the other goes on. */
const loops = 2;

/**
 * Runs a campaign until every slice is done and nobody is deferred any more, it is paused or cancelled, or the signal comes. A campaign whose purpose or
 * sender has been retired is paused.
 *
 * Any number of processes may run the same campaign. A slice whose worker died is taken up when its lease ends.
 *
 * @throws CodedError `campaign-unknown`, `relay-other`, `template-malformed`.
 */
export async function runCampaign(
  world: World,
  id: string,
  options: RunOptions = {},
): Promise<CampaignProgress> {
  const campaign = await findCampaign(world, id);
  if (!goesThrough(campaign.post, world.post.name))
    throw new CodedError("relay-other", `\`${campaign.post}\`, and here it is \`${world.post.name}\``);
  const attachments = await world.store.campaigns.attachments(id);
  const template = await compileTemplate(campaign.template, { attachments });
  const run: Run = {
    leaseMs: options.leaseMs ?? 10_000,
    stopped: campaign.state !== "running",
    restUntil: 0,
    due: false,
  };
  const notices = new Notices();
  const stopListening = await world.store.listen(
    (subject) => notices.add(subject),
    () => notices.addGap(),
  );
  const watch = setInterval(() => void observe(world, id, run, options), 400);
  try {
    const crew: Crew = {
      campaign,
      template,
      attachments,
      forms: new WeakMap(),
      notices,
      // Of all loops together the post office takes no more at once: so whichever has letters keeps it busy.
      width: world.post.width,
      leaseMs: run.leaseMs,
      stopping: () => run.stopped || options.signal?.aborted === true,
      due: () => run.due,
      stop: () => {
        run.stopped = true;
      },
      rest: (ms) => {
        run.restUntil = Math.max(run.restUntil, Date.now() + ms);
      },
    };
    for (;;) {
      await together(run, () => workSlices(world, crew, run));
      if (crew.stopping() || (await world.store.campaigns.done(id))) break;
      // The rest is leased to others, and one of them may have died.
      await sleep(Math.min(500, run.leaseMs / 4));
    }
    await world.store.campaigns.finish(id, world.clock.now());
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
  stopped: boolean;
  /** Milliseconds since the Unix epoch. */
  restUntil: number;
  /** Whether somebody who was put off is due, and nobody sees to them. */
  due: boolean;
}

/** When one loop fails the others stop too, and what they have in flight is concluded before the failure is told. */
async function together(run: Run, loop: () => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled(
    Array.from({ length: loops }, () =>
      loop().catch((error: unknown) => {
        run.stopped = true;
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

async function observe(world: World, id: string, run: Run, { onProgress }: RunOptions): Promise<void> {
  const campaign = await world.store.campaigns.find(id).catch(() => null);
  if (campaign && campaign.state !== "running") run.stopped = true;
  const dueAt = run.stopped ? null : await world.store.campaigns.nextDueAt(id).catch(() => null);
  if (dueAt !== null && dueAt <= world.clock.now()) run.due = true;
  const progress = onProgress && !run.stopped && (await world.store.campaigns.progress(id).catch(() => null));
  if (progress) onProgress?.(progress);
}

/** Works on one slice after another until none is free. */
async function workSlices(world: World, crew: Crew, run: Run): Promise<void> {
  const { campaigns } = world.store;
  const until = () => (world.clock.now() + run.leaseMs) as Instant;
  while (!crew.stopping()) {
    while (run.restUntil > Date.now() && !crew.stopping()) await sleep(100);
    run.due = false;
    await retryDeferred(world, crew);
    if (crew.stopping()) return;
    const slice = await campaigns.lease(crew.campaign.id, world.ids.next(), world.clock.now(), until());
    if (!slice) return;
    const renewal = setInterval(() => {
      campaigns.renew(crew.campaign.id, slice, until()).catch(() => {});
    }, run.leaseMs / 4);
    await workSlice(world, crew, slice).finally(() => clearInterval(renewal));
  }
}
