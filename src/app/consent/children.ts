// Whether a form is for children, and whether somebody is too young to consent alone (GDPR 8).
import {
  type CalendarDay,
  civil,
  days,
  type Instant,
  parseCalendarDay,
  wholeYears,
} from "../../core/instant.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Clause, Published, Setup } from "../setup/setup.ts";
import { likelyMailbox } from "./likely-mailbox.ts";

/** What such a form asks, as text from the browser. */
export interface ChildsFields {
  readonly address: string;
  /** ISO 3166-1, or empty. */
  readonly country: string;
  /** YYYY-MM-DD; empty where it was not asked for. */
  readonly birthDate: string;
  /** The address of a parent or guardian, once it was asked for. */
  readonly guardian: string;
}

/** What may be missing where a form is for children. */
export type ChildsMistake =
  | "birth-missing"
  | "birth-malformed"
  | "guardian-missing"
  | "guardian-malformed"
  | "guardian-same";

/** Whether one of these boxes is for a purpose that addresses children: only then is the date of birth asked for (GDPR 5(1)(c)). */
export function isForChildren(
  boxes: readonly Published<Clause>[],
  { purposes }: Pick<Setup, "purposes">,
): boolean {
  return boxes.some(({ content }) => purposes[content.purpose]?.content.childDirected === true);
}

/**
 * The age below which the law of a country asks for a parent, where this person is below it; null where they are not, or
 * where the country knows no such age.
 *
 * @param country - as typed; unknown: the strict default.
 */
function tooYoungFor(
  setup: Pick<Setup, "tightenings">,
  country: string | undefined,
  born: CalendarDay,
  at: Instant,
): number | null {
  const { age } = lawFor(setup, country);
  return age !== null && wholeYears(born, at) < age ? age : null;
}

/** Reads a date of birth, `YYYY-MM-DD`; null: nobody alive was born then. */
function parseBirthDate(text: string, now: Instant): CalendarDay | null {
  const born = parseCalendarDay(text);
  const [year, month, date] = civil(Math.floor(now / days(1)));
  return born !== null && born >= 1900_01_01 && born <= year * 10_000 + month * 100 + date ? born : null;
}

export interface Youth {
  readonly mistakes: readonly ChildsMistake[];
  readonly youngerThan: number | null;
  /** Who has to agree, as far as they are named. */
  readonly guardian: Address | null;
}

/** How old the person is who ticked a box of a form for children, and who decides with them (GDPR 8(1)). */
export function youthOf(setup: Pick<Setup, "tightenings">, submission: ChildsFields, now: Instant): Youth {
  const mistaken = (mistake: ChildsMistake, youngerThan: number | null = null): Youth => ({
    mistakes: [mistake],
    youngerThan,
    guardian: null,
  });
  if (submission.birthDate === "") return mistaken("birth-missing");
  const born = parseBirthDate(submission.birthDate, now);
  if (born === null) return mistaken("birth-malformed");
  const country = submission.country === "" ? undefined : submission.country;
  const youngerThan = tooYoungFor(setup, country, born, now);
  if (youngerThan === null) return { mistakes: [], youngerThan, guardian: null };
  if (submission.guardian.trim() === "") return mistaken("guardian-missing", youngerThan);
  const guardian = parseAddress(submission.guardian);
  if (!guardian) return mistaken("guardian-malformed", youngerThan);
  const child = parseAddress(submission.address);
  // One mailbox would answer for both.
  if (child && likelyMailbox(child) === likelyMailbox(guardian))
    return mistaken("guardian-same", youngerThan);
  return { mistakes: [], youngerThan, guardian };
}
