// A case: one request of one person to exercise a right, as its facts tell it, with the month that the law gives for the answer.
import type { ANSWER_OUTCOMES, REQUESTED_VIA, RESTRICTION_GROUNDS, RIGHTS } from "../../core/facts.ts";
import { days, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { endOfTerm } from "../../core/term.ts";
import type { RecordedFact } from "../ports.ts";

export type Right = (typeof RIGHTS)[number];
export type Via = (typeof REQUESTED_VIA)[number];
export type RestrictionGround = (typeof RESTRICTION_GROUNDS)[number];
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

export interface Case {
  /** The id of the fact by which it began. */
  readonly id: string;
  readonly subject: SubjectId;
  readonly right: Right;
  readonly via: Via | null;
  readonly ground: RestrictionGround | null;
  /** What the person wrote; null where nothing was, or where it has been erased. */
  readonly words: string | null;
  /** How it was made sure that it was the person; null where nobody noted it. */
  readonly identity: string | null;
  readonly receivedAt: Instant;
  /** When it was put on record here: as the log proves it. */
  readonly recordedAt: Instant;
  /** By when it is to be answered. */
  readonly dueAt: Instant;
  readonly extended: { readonly at: Instant; readonly reasons: string | null } | null;
  readonly answered: {
    readonly at: Instant;
    readonly outcome: AnswerOutcome;
    readonly words: string | null;
    readonly recordedAt: Instant;
  } | null;
}

/** One month; two further ones where the person was told so within the first. Source: GDPR 12(3). */
const [months, extendedMonths] = [1, 3];
const soonMs = days(7);

/** The cases of one person, oldest first. Of several answers to one request the first counts. */
export function casesOf(
  subject: SubjectId,
  facts: readonly RecordedFact[],
  controller: string,
): readonly Case[] {
  const ours = facts.filter(({ body }) => body.controller === undefined || body.controller === controller);
  const steps = (type: string, of: string) =>
    ours.filter((fact) => fact.type === type && fact.body.of === of);
  return ours
    .filter(({ type }) => type === "rights.requested")
    .map((request) => {
      const { id, at, body, recordedAt } = request;
      const firstDue = endOfTerm(at, months);
      const extended = steps("rights.extended", id).find((step) => step.at <= firstDue);
      const answered = steps("rights.answered", id)[0];
      return {
        id,
        subject,
        right: body.right as Right,
        via: (body.via as Via | undefined) ?? null,
        ground: (body.ground as RestrictionGround | undefined) ?? null,
        words: textOf(body.words),
        identity: textOf(body.identity),
        receivedAt: at,
        recordedAt,
        dueAt: extended ? endOfTerm(at, extendedMonths) : firstDue,
        extended: extended ? { at: extended.at, reasons: textOf(extended.body.reasons) } : null,
        answered: answered
          ? {
              at: answered.at,
              outcome: answered.body.outcome as AnswerOutcome,
              words: textOf(answered.body.words),
              recordedAt: answered.recordedAt,
            }
          : null,
      };
    });
}

/** `late`: the term has passed, or had when the answer was given. */
export type Timeliness = "open" | "due-soon" | "late" | "answered" | "answered-late";

export function timeliness({ dueAt, answered }: Case, now: Instant): Timeliness {
  if (answered) return answered.at > dueAt ? "answered-late" : "answered";
  if (now > dueAt) return "late";
  return dueAt - now <= soonMs ? "due-soon" : "open";
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
