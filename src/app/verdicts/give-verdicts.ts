// Answers another system that is about to send: a verdict for each person, put on record before it is given.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Message, PurposeKind } from "../../core/question.ts";
import { nextFactAt } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";
import { CodedError } from "../../errors.ts";
import { newFact } from "../consent/new-fact.ts";
import { recordIn } from "../consent/record-in.ts";
import { answeredTimes, answersTo } from "../messages/answers.ts";
import type { AtMost, Person, Tables, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { wishedAtMost } from "../subjects/decide-permissions.ts";
import { askedPurpose, verdictFor } from "./verdict-for.ts";
import type { GivenVerdict } from "./verdicts-table.ts";

/** Who asks, by which way. */
export type Asker = Pick<GivenVerdict, "via" | "asker" | "observed">;

/** What would be sent. */
export interface Sending {
  readonly purpose: string;
  readonly message?: Message | undefined;
}

export interface Answered extends GivenVerdict {
  readonly verdict: Verdict;
  /** A permit is good for one sending that has begun by then; null: a refusal. */
  readonly expiresAt: Instant | null;
  /** How often at most the person wishes to hear of it; null: as it comes. */
  readonly atMost: AtMost | null;
}

/** Long enough to hand a mail over, and short enough that a stop holds soon after. */
const permitMs = 60_000;
/** So many people are in memory at a time; of the others, their verdicts alone. */
const atOnce = 1000;

/**
 * Decides for each of these people at this moment. What a law demands is put on record as a duty (`notice.required`), as with
 * messages that Licet sends; and no more answers to a request are permitted than were promised, however many ask at once.
 *
 * @returns one answer a person, whether on record or not.
 * @throws CodedError `setup-missing`.
 */
export async function giveVerdicts(
  world: World,
  asker: Asker,
  sending: Sending,
  subjects: ReadonlySet<SubjectId>,
): Promise<ReadonlyMap<SubjectId, Answered>> {
  const asked = [...subjects];
  const find = (from: number) => world.store.people.find(asked.slice(from, from + atOnce));
  // For one person a round trip more is a good part of the answer.
  const [setup, first] = await Promise.all([world.store.setup.current(), find(0)]);
  if (setup === null) throw new CodedError("setup-missing");
  const kind = askedPurpose(setup, sending.purpose)?.kind;
  const inOne = kind && inTransaction[kind];
  const given: Answered[] = [];
  if (inOne) {
    for (let from = 0; from < asked.length; from += atOnce)
      given.push(
        ...(await world.store.transaction(async (tables) => {
          const some = asked.slice(from, from + atOnce);
          const answers = await inOne(world, tables, setup, asker, sending, some);
          await tables.verdicts.add(answers);
          return answers;
        })),
      );
  } else {
    let coming = Promise.resolve(first);
    for (let from = 0; from < asked.length; from += atOnce) {
      const people = await coming;
      // PostgreSQL looks for the next while these are decided.
      coming = find(from + atOnce);
      for (const subject of asked.slice(from, from + atOnce))
        given.push(answerFor(world, setup, asker, sending, subject, people.get(subject)));
    }
    await world.store.verdicts.add(given);
  }
  return new Map(given.map((one) => [one.subject, one]));
}

type Decide = (
  world: World,
  tables: Tables,
  setup: Setup,
  asker: Asker,
  sending: Sending,
  subjects: readonly SubjectId[],
) => Promise<readonly Answered[]>;

/** Kinds of which an answer changes what the next one is. */
const inTransaction: { readonly [Kind in PurposeKind]?: Decide } = {
  legalNotice: async (world, tables, setup, asker, sending, subjects) => {
    const people = await tables.people.find(subjects);
    const first = subjects.map((subject) =>
      answerFor(world, setup, asker, sending, subject, people.get(subject)),
    );
    const unproved = first.filter(
      ({ verdict }) => verdict.outcome === "permit" && verdict.evidence.length === 0,
    );
    if (unproved.length === 0) return first;
    const { statute } = sending.message ?? {};
    const entries = unproved.map(({ id, subject, at, via, asker: name }) => ({
      who: { subject, create: true as const },
      facts: [
        newFact(
          { id: `notice-${id}`, type: "notice.required", at: formatInstant(at), statute },
          `${via}:${name}`,
        ),
      ],
    }));
    const recorded = await recordIn(world, tables, entries);
    return first.map((one) => {
      if (!unproved.includes(one)) return one;
      const message = { ...sending.message, request: `notice-${one.id}` };
      return {
        ...answerFor(
          world,
          setup,
          asker,
          { ...sending, message },
          one.subject,
          recorded.people.get(one.subject),
        ),
        id: one.id,
      };
    });
  },

  requestedInformation: async (world, tables, setup, asker, sending, subjects) => {
    const people = await tables.people.lock(
      subjects.map((subject) => ({ subject, create: false })),
      world.clock.now(),
    );
    const { request } = sending.message ?? {};
    const answers =
      request === undefined ? new Map<SubjectId, number>() : await answersTo(tables, subjects, request);
    return subjects.map((subject) => {
      const person = people.get(subject);
      const times = answers.get(subject) ?? 0;
      const known = person && request !== undefined ? answeredTimes(person, request, times) : person;
      return answerFor(world, setup, asker, sending, subject, known);
    });
  },
};

/** The answer about one person, which is not on record yet. */
export function answerFor(
  world: World,
  setup: Setup,
  asker: Asker,
  { purpose, message }: Sending,
  subject: SubjectId,
  person: Person | undefined,
): Answered {
  const at = world.clock.now();
  const verdict = verdictFor(setup, person, purpose, message, at);
  return {
    ...asker,
    id: world.ids.next(),
    subject,
    at,
    purpose,
    verdict,
    expiresAt: verdict.outcome === "permit" ? expiryOf(verdict, person, at) : null,
    atMost: person ? wishedAtMost(person, purpose, setup.controller.content.id, at) : null,
  };
}

/** Not beyond the instant at which time alone may end it: the end of its basis, or a fact that is dated ahead. */
function expiryOf({ validUntil }: Verdict, person: Person | undefined, at: Instant): Instant {
  const next = person ? nextFactAt(person.standing, at) : null;
  return Math.min(at + permitMs, validUntil ?? Infinity, (next ?? Infinity) - 1) as Instant;
}
