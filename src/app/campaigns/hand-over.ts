// Hands a batch over: each letter is written, and asked for when the relay is ready to take it.
import { setTimeout as sleep } from "node:timers/promises";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Tracking } from "../../core/verdict.ts";
import type { Handover } from "../messages/letter.ts";
import type { World } from "../ports.ts";
import type { Claim, Outcome } from "./campaign.ts";
import type { Crew, Terms } from "./crew.ts";
import { deferralOf } from "./defer.ts";
import { type Gate, isWaiting, type Permitted } from "./gate.ts";
import { type WrittenLetter, writeLetter } from "./write-letter.ts";

/** Whoever has to wait longer for the provider of the mailbox holds up no place in the batch. Milliseconds. */
const longestWaitMs = 1000;

/** Where nothing can be handed over for longer, nobody is held claimed: a crash would leave them uncertain. Milliseconds. */
const longestHoldMs = 5000;

/** What became of a batch. */
export interface HandedOver {
  readonly outcomes: readonly Outcome[];
  /** Claimed and not handed over, because the run is stopping or something failed. */
  readonly returned: readonly SubjectId[];
  /** What failed first, if anything did. What is known of the others is here all the same. */
  readonly failure: unknown;
}

/** What is handed over at a time. */
export interface Batch {
  readonly terms: Terms;
  readonly claims: readonly Claim[];
  readonly gate: Gate;
  readonly letters: Letters;
}

/** The letters of some claims in their order, each to be taken once, some written ahead of their turn; they may fail. */
export interface Letters {
  next(): { readonly claim: Claim; readonly letter: Promise<WrittenLetter | null> } | undefined;
}

/**
 * Writes four times as many letters ahead as are handed over at once: while those are on their way, the next are signed. One
 * at a time, so that whatever the relay and PostgreSQL say meanwhile is answered in between.
 */
export function writeAhead(
  world: World,
  crew: Crew,
  { terms, claims }: Pick<Batch, "terms" | "claims">,
): Letters {
  const waiting = claims.filter(isWaiting);
  const ahead: ReturnType<Letters["next"]>[] = [];
  let writing = false;
  const write = () => {
    const claim = waiting.shift();
    if (claim === undefined) return;
    const letter = writeLetter(world, crew, terms, claim, trackingIn(claim));
    // What fails is told where it is waited for.
    letter.catch(() => {});
    ahead.push({ claim, letter });
  };
  const goOn = () => {
    writing = waiting.length > 0 && ahead.length < 4 * crew.width;
    if (writing) setImmediate(writeOn);
  };
  const writeOn = () => {
    write();
    goOn();
  };
  goOn();
  return {
    next() {
      if (ahead.length === 0) write();
      const next = ahead.shift();
      if (!writing) goOn();
      return next;
    },
  };
}

/** The next so many of these letters. */
export function someOf(letters: Letters, count: number): Letters {
  let left = count;
  return {
    next() {
      left -= 1;
      return left < 0 ? undefined : letters.next();
    },
  };
}

/**
 * @param begun - whether it is on record that this batch is begun with: until then letters are written, and none is handed
 *   over. False: it is another's.
 */
export async function handOver(
  world: World,
  crew: Crew,
  batch: Batch,
  begun: Promise<boolean>,
): Promise<HandedOver> {
  const outcomes: Outcome[] = [];
  const returned: SubjectId[] = [];
  let failure: unknown;

  async function work(): Promise<void> {
    for (let next = batch.letters.next(); next; next = batch.letters.next()) {
      const { claim, letter } = next;
      const result =
        failure === undefined
          ? await handOverOne(world, crew, batch, claim, letter, begun).catch(fail)
          : "returned";
      if (result === "returned") returned.push(claim.subject);
      else if (result !== "withheld") outcomes.push(result);
    }
  }
  function fail(error: unknown): "returned" {
    failure ??= error;
    return "returned";
  }
  await Promise.all(Array.from({ length: crew.width }, work));
  // Also where nothing was handed over: what is said next of the slice must not be overtaken by this.
  await begun.catch(fail);
  return { outcomes, returned, failure };
}

/** As the verdict of the claim says; one that is still asked for gets plain links first. */
function trackingIn({ verdict }: Claim): Tracking {
  return typeof verdict === "string" ? "none" : verdict.tracking;
}

async function handOverOne(
  world: World,
  crew: Crew,
  { terms: claimedUnder, gate }: Batch,
  claim: Claim,
  written: Promise<WrittenLetter | null>,
  begun: Promise<boolean>,
): Promise<Outcome | "returned" | "withheld"> {
  const { subject, deferral: before } = claim;
  const withheld = () => (gate.refused(subject) ? "withheld" : "returned");
  let terms = claimedUnder;
  let tracking = trackingIn(claim);
  let letter = await written;
  if (!(await begun)) return "returned";
  for (let attempt = 0; ; attempt += 1) {
    const anew: Permitted[] = [];
    const lastAsk = async () => {
      const permitted = await gate.permitFor(subject);
      if (permitted === null) return null;
      // Nobody is followed further than they permit now, and the letter says what the set-up says now: else it is
      // written anew.
      if (permitted.permit.tracking === tracking && permitted.terms.setup === terms.setup)
        return permitted.permit;
      anew.push(permitted);
      return null;
    };
    if (letter && crew.stopping()) return "returned";
    const handover = letter && (await world.post.deliver(lastAsk, letter));
    if (handover === null && (await lastAsk())) return unwritten(world, subject);
    if (letter === null || handover === null || handover.kind === "withheld") {
      const permitted = anew.pop();
      if (!permitted) return withheld();
      ({ terms } = permitted);
      ({ tracking } = permitted.permit);
      letter = await writeLetter(world, crew, terms, claim, tracking);
      continue;
    }
    const at = world.clock.now();
    const { messageId } = letter;
    if (handover.kind !== "unreachable" || isPutOff(handover)) {
      const deferral = deferralOf(subject, handover, before ?? null, crew.campaign.giveUpAfterHours, at);
      return { subject, messageId, handover, at, deferral };
    }
    const ms = handover.wait?.ms ?? Math.min(250 * 2 ** attempt, longestHoldMs);
    if (ms > longestHoldMs) {
      crew.rest(ms);
      return "returned";
    }
    await sleep(ms);
  }
}

/** Others may go before: the provider of this mailbox alone is to be left in peace. */
function isPutOff({ wait }: Extract<Handover, { kind: "unreachable" }>): boolean {
  return wait?.whom === "provider" && wait.ms > longestWaitMs;
}

/** No address, or one value that breaks the template for this person alone: the others are not to suffer for it. */
function unwritten(world: World, subject: SubjectId): Outcome {
  const reply = "the letter to this person could not be written";
  const handover = { kind: "refused-by-relay", permanent: true, reply, status: null } as const;
  return { subject, messageId: "", handover, at: world.clock.now(), deferral: null };
}
