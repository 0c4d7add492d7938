// The gate of one batch: nobody is handed over on an answer older than a second, nor on one from before they left.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Permit, Verdict } from "../../core/verdict.ts";
import { ask } from "../messages/ask.ts";
import type { World } from "../ports.ts";
import type { Claim, Slice } from "./campaign.ts";
import { type Crew, type Terms, termsOf } from "./crew.ts";
import { pausedOf } from "./paused.ts";

/** A permit older than this is asked again before hand-over. Milliseconds. */
const permitLifeMs = 1000;

interface Answer {
  /** Null: nobody can say, since the purpose is retired or another worker has taken over; or the person is held back. */
  readonly verdict: Verdict | null;
  readonly heldBack: boolean;
  /** Under which it was asked; null where there are none. */
  readonly terms: Terms | null;
  readonly askedAt: number;
  /** How many notices had come when it was asked. */
  readonly notices: number;
}

/** A permit, and what the set-up said when it was asked for. */
export interface Permitted {
  readonly permit: Permit;
  readonly terms: Terms;
}

export interface Gate {
  /** A permit that is good at this moment, or null. */
  permitFor(subject: SubjectId): Promise<Permitted | null>;
  /** Whether the last answer was no, which is then on record; else nobody could say, and the claim is given back. */
  refused(subject: SubjectId): boolean;
}

/** Refused people, and those whom an earlier life of the slice had claimed, are on record as they are. */
export function isWaiting({ verdict }: Claim): boolean {
  return typeof verdict === "string" ? verdict === "asking" : verdict.outcome === "permit";
}

/**
 * @param claims - as the claiming statement answered them.
 * @param claimed - when that statement began, under what, and how many notices had come by then.
 */
export function openGate(
  world: World,
  crew: Crew,
  slice: Pick<Slice, "lease">,
  claims: readonly Claim[],
  claimed: { readonly at: number; readonly terms: Terms; readonly notices: number },
): Gate {
  const answers = new Map<SubjectId, Answer>();
  // Whoever is on the way to the relay is not asked again: what becomes of that letter is settled already.
  const waiting = new Set(claims.filter(isWaiting).map(({ subject }) => subject));
  const { at, terms, notices } = claimed;
  for (const { subject, verdict } of claims)
    if (typeof verdict !== "string")
      answers.set(subject, { verdict, heldBack: false, terms, askedAt: at, notices });
  let asking: Promise<void> | null = null;

  function askWaiting(): Promise<void> {
    asking ??= askAll([...waiting]).finally(() => {
      asking = null;
    });
    return asking;
  }

  async function askAll(subjects: readonly SubjectId[]): Promise<void> {
    const { campaign, notices } = crew;
    const askedAt = world.clock.now();
    const before = notices.count;
    const terms = await termsOf(world, campaign);
    const verdicts = terms
      ? await ask(world, terms.setup, subjects, terms.purpose, campaign.message)
      : new Map<SubjectId, Verdict>();
    const paused = terms ? await pausedOf(world, terms, campaign, verdicts) : new Set<SubjectId>();
    const rows = [...verdicts].map(([subject, verdict]) => ({
      subject,
      verdict,
      holdBack: paused.has(subject),
    }));
    const held = await world.store.campaigns.settle(campaign, slice, rows, askedAt);
    for (const subject of subjects) {
      const verdict = (held.get(subject) === "held" && verdicts.get(subject)) || null;
      const heldBack = held.get(subject) === "held-back";
      answers.set(subject, { verdict, heldBack, terms, askedAt, notices: before });
    }
  }

  return {
    refused(subject) {
      const answer = answers.get(subject);
      return answer?.verdict?.outcome === "refusal" || answer?.heldBack === true;
    },
    async permitFor(subject) {
      waiting.add(subject);
      const calledAt = world.clock.now();
      for (;;) {
        const answer = answers.get(subject);
        const young =
          answer && (world.clock.now() - answer.askedAt <= permitLifeMs || answer.askedAt > calledAt);
        if (answer && young && !crew.notices.cameAfter(subject, answer.notices)) {
          waiting.delete(subject);
          // Paused or cancelled: nothing more is begun, and nothing is said about the person.
          if (crew.stopping()) return null;
          const { verdict, terms } = answer;
          return terms && verdict?.outcome === "permit" ? { permit: verdict, terms } : null;
        }
        await askWaiting();
      }
    },
  };
}
