// Moves through a slice, micro-batch by micro-batch: while one is handed over the next is claimed, and its first letters are written.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";
import { decidedUnder } from "../subjects/decided-under.ts";
import { announceSendings } from "./announce-sendings.ts";
import type { Slice } from "./campaign.ts";
import { type Crew, termsOf } from "./crew.ts";
import { isWaiting, openGate } from "./gate.ts";
import { type Batch, type HandedOver, handOver, someOf, writeAhead } from "./hand-over.ts";

/** How many people are begun with at a time, and at most as many a crash leaves uncertain, in each loop. */
const batchSize = 30;
/** So many batches one statement claims. */
const batchesAtOnce = 4;
const nobody: HandedOver = { outcomes: [], returned: [], failure: undefined };

interface SliceBatch extends Batch {
  /** The slice, with the cursor as it is once this batch is concluded. */
  readonly after: Slice;
  readonly last: boolean;
  /** What was claimed with it, and comes next. */
  readonly rest: SliceBatch | null;
}

/** Until the slice is done, the lease is lost, the run is stopping or somebody who was put off is due; then it is given back. */
export async function workSlice(world: World, crew: Crew, leased: Slice): Promise<void> {
  let slice = leased;
  let batch = await claimBatch(world, crew, slice);
  let begun = batch ? begin(world, crew, slice, batch) : Promise.resolve(true);
  let announced = Promise.resolve();
  while (batch !== null) {
    const { claims, after, last, rest }: SliceBatch = batch;
    const ends = last || crew.stopping() || crew.due();
    const claiming = rest === null && !ends ? claimBatch(world, crew, after) : Promise.resolve(rest);
    // What fails is told where it is waited for.
    claiming.catch(() => {});
    const handed = await handOver(world, crew, batch, begun);
    const settled = await Promise.allSettled([claiming, announced] as const);
    const next = settled[0].status === "fulfilled" ? settled[0].value : null;
    const failure = handed.failure ?? settled.find((one) => one.status === "rejected")?.reason;
    const whole = handed.returned.length === 0;
    const goesOn = next !== null && whole && failure === undefined && !crew.stopping();
    // Who was not handed over stays behind the cursor, to be claimed again.
    if (whole) slice = after;
    const done = last && whole;
    begun = conclude(world, crew, slice, handed, { begun: goesOn ? next.after.cursor : null, done });
    announced = begun.then(() => announceSendings(world, crew, claims, handed.outcomes));
    announced.catch(() => {});
    batch = next;
    if (goesOn) continue;
    const kept = await begun;
    await announced;
    if (next) await giveBack(world, crew, slice, next);
    // What was handed over is on record before the failure is told.
    if (failure !== undefined) throw failure;
    if (done || !kept) return;
    break;
  }
  await world.store.campaigns.release(crew.campaign.id, slice);
}

/** Null where the purpose or the sender has been retired: the campaign is paused, and the run ends. */
async function claimBatch(world: World, crew: Crew, slice: Slice): Promise<SliceBatch | null> {
  const { campaigns } = world.store;
  const { campaign, notices } = crew;
  if (crew.stopping()) return null;
  const terms = await termsOf(world, campaign);
  if (!terms) {
    await campaigns.setState(campaign.id, ["running"], "paused", world.clock.now());
    crew.stop();
    return null;
  }
  const claimed = { at: world.clock.now(), terms, notices: notices.count };
  const under = decidedUnder(terms.setup, terms.purpose);
  const most = batchSize * batchesAtOnce;
  const claims = await campaigns.claim(campaign, slice, under, claimed.at, most);
  const letters = writeAhead(world, crew, { terms, claims });
  const batchFrom = (from: number): SliceBatch => {
    const some = claims.slice(from, from + batchSize);
    const end = from + batchSize;
    const rest = end < claims.length ? batchFrom(end) : null;
    return {
      terms,
      claims: some,
      gate: openGate(world, crew, slice, some, claimed),
      letters: someOf(letters, some.filter(isWaiting).length),
      after: { ...slice, cursor: some.at(-1)?.subject ?? slice.cursor },
      last: rest === null && claims.length < most,
      rest,
    };
  };
  return batchFrom(0);
}

/** Says of the first batch that it is begun with; of each other one the conclusion of the one before says it. */
function begin(world: World, crew: Crew, slice: Slice, { after }: SliceBatch): Promise<boolean> {
  const begun = conclude(world, crew, slice, nobody, { begun: after.cursor, done: false });
  begun.catch(() => {});
  return begun;
}

/** @returns whether the lease was still held. */
async function conclude(
  world: World,
  crew: Crew,
  slice: Slice,
  { outcomes, returned }: HandedOver,
  next: { readonly begun: SubjectId | null; readonly done: boolean },
): Promise<boolean> {
  const { campaigns } = world.store;
  if (returned.length > 0) await campaigns.unclaim(crew.campaign.id, slice, returned);
  const until = (world.clock.now() + crew.leaseMs) as Instant;
  return campaigns.conclude(crew.campaign.id, slice, outcomes, { ...next, until });
}

/** Nobody of this batch was begun with, nor of what was claimed with it. */
async function giveBack(world: World, { campaign }: Crew, slice: Slice, given: SliceBatch): Promise<void> {
  const waiting: SubjectId[] = [];
  for (let batch: SliceBatch | null = given; batch !== null; batch = batch.rest)
    waiting.push(...batch.claims.filter(isWaiting).map(({ subject }) => subject));
  if (waiting.length > 0) await world.store.campaigns.unclaim(campaign.id, slice, waiting);
}
