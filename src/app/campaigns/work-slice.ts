// Moves through a slice, micro-batch by micro-batch: while one is handed over the next is claimed and the one before concluded.
import type { Instant } from "../../core/instant.ts";
import type { World } from "../ports.ts";
import { decidedUnder } from "../subjects/decided-under.ts";
import { announceSendings } from "./announce-sendings.ts";
import type { Claim, Slice } from "./campaign.ts";
import { type Crew, type Terms, termsOf } from "./crew.ts";
import { type Gate, isWaiting, openGate } from "./gate.ts";
import { type HandedOver, handOver } from "./hand-over.ts";

/** How many people one statement claims. Of three batches at a time a crash leaves at most all uncertain, in each loop. */
const batchSize = 30;

interface Batch {
  readonly terms: Terms;
  readonly claims: readonly Claim[];
  readonly gate: Gate;
  /** The slice, with the cursor as it is once this batch is concluded. */
  readonly after: Slice;
  readonly last: boolean;
}

/** Until the slice is done, the lease is lost or the run is stopping; then it is given back. */
export async function workSlice(world: World, crew: Crew, leased: Slice): Promise<void> {
  let slice = leased;
  let concluding: Promise<boolean> = Promise.resolve(true);
  for (let batch = await claimBatch(world, crew, slice); batch !== null; ) {
    const next = batch.last || crew.stopping() ? Promise.resolve(null) : claimBatch(world, crew, batch.after);
    // What fails is told where it is waited for.
    next.catch(() => {});
    const handed = await handOver(world, crew, batch.terms, batch.claims, batch.gate);
    const earlier = await concluding.then(
      (kept) => ({ kept, failure: undefined }),
      (failure: unknown) => ({ kept: false, failure }),
    );
    // Who was not handed over stays behind the cursor, to be claimed again.
    const whole = earlier.failure === undefined && handed.returned.length === 0;
    const reached = whole ? batch.after : slice;
    const done = batch.last && whole;
    concluding = conclude(world, crew, reached, batch, handed, done);
    concluding.catch(() => {});
    slice = reached;
    const failure = earlier.failure ?? handed.failure;
    if (failure !== undefined || !whole || !earlier.kept || crew.stopping() || batch.last) {
      const unused = await next.catch(() => null);
      const kept = await concluding;
      if (unused) await giveBack(world, crew, slice, unused);
      if (failure !== undefined) throw failure;
      if (done || !kept) return;
      break;
    }
    // What was handed over is on record before the failure is told.
    batch = await next.catch((error: unknown) => concluding.then(() => Promise.reject(error)));
  }
  await concluding;
  await world.store.campaigns.release(crew.campaign.id, slice);
}

/** Null where the purpose or the sender has been retired: the campaign is paused, and the run ends. */
async function claimBatch(world: World, crew: Crew, slice: Slice): Promise<Batch | null> {
  const { campaigns } = world.store;
  const { campaign, notices } = crew;
  if (crew.stopping()) return null;
  const terms = await termsOf(world, campaign);
  if (!terms) {
    await campaigns.setState(campaign.id, ["running"], "paused", world.clock.now());
    crew.stop();
    return null;
  }
  const claimed = { at: world.clock.now(), notices: notices.count };
  const under = decidedUnder(terms.setup, terms.purpose);
  const claims = await campaigns.claim(campaign, slice, under, claimed.at, batchSize);
  return {
    terms,
    claims,
    gate: openGate(world, crew, slice, claims, claimed),
    after: { ...slice, cursor: claims.at(-1)?.subject ?? slice.cursor },
    last: claims.length < batchSize,
  };
}

/** @returns whether the lease was still held. */
async function conclude(
  world: World,
  crew: Crew,
  slice: Slice,
  { claims }: Batch,
  { outcomes, returned }: HandedOver,
  done: boolean,
): Promise<boolean> {
  const { campaigns } = world.store;
  if (returned.length > 0) await campaigns.unclaim(crew.campaign.id, slice, returned);
  const until = (world.clock.now() + crew.leaseMs) as Instant;
  const kept = await campaigns.conclude(crew.campaign.id, slice, outcomes, done, until);
  await announceSendings(world, crew, claims, outcomes);
  return kept;
}

/** Nobody of this batch was begun with. */
async function giveBack(world: World, { campaign }: Crew, slice: Slice, { claims }: Batch): Promise<void> {
  const waiting = claims.filter(isWaiting).map(({ subject }) => subject);
  if (waiting.length > 0) await world.store.campaigns.unclaim(campaign.id, slice, waiting);
}
