// The verdict on a mail that another system would send: for a declared purpose, or for a kind of message that needs none.
import type { Instant } from "../../core/instant.ts";
import type { Message, Purpose, PurposeKind } from "../../core/question.ts";
import { rowFor } from "../../core/rows.ts";
import { initialStanding } from "../../core/standing.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import { refusal, type Verdict } from "../../core/verdict.ts";
import type { Person } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { type Asking, decideFor, purposeOf } from "../subjects/decide-permissions.ts";

/** What answers somebody, or the law itself: each is asked for by its own name, and stands before a declared purpose of that name. */
const kindsWithoutPurpose: readonly PurposeKind[] = [
  "legalNotice",
  "rightsReply",
  "doubleOptIn",
  "withdrawalAck",
];

/** Of whom nothing is on record. */
const stranger: Known = { recipient: {}, standing: initialStanding, registers: {} };

type Known = Pick<Person, "recipient" | "standing" | "registers">;

/** Null: it is neither declared nor such a kind, or it is the consent to be measured, for which nothing is sent. */
export function askedPurpose({ purposes }: Pick<Setup, "purposes">, key: string): Purpose | null {
  const kind = kindsWithoutPurpose.find((one) => one === key);
  if (kind !== undefined) return { key, kind };
  const declared = Object.hasOwn(purposes, key) ? purposes[key] : undefined;
  return declared === undefined || key === TRACKING_KEY ? null : purposeOf(declared);
}

/**
 * Total: whoever is not on record gets a verdict too, and a purpose that is unknown is the refusal `input-invalid`.
 *
 * @param person - undefined: nobody on record.
 * @param purpose - the key of a declared purpose, or `legalNotice`, `rightsReply`, `doubleOptIn` or `withdrawalAck`.
 */
export function verdictFor(
  setup: Asking & Pick<Setup, "purposes">,
  person: Known | undefined,
  purpose: string,
  message: Message | undefined,
  at: Instant,
): Verdict {
  const known = person ?? stranger;
  const asked = askedPurpose(setup, purpose);
  if (asked === null) return unknownPurpose(known, purpose, at);
  const verdict = decideFor(setup, known, asked, at, message);
  // A case that nobody opened is none.
  return asked.kind === "rightsReply" && verdict.outcome === "permit" && verdict.evidence.length === 0
    ? decideFor(setup, known, asked, at, { ...message, case: undefined })
    : verdict;
}

function unknownPurpose({ recipient }: Known, purpose: string, at: Instant): Verdict {
  const { jurisdiction, citations, rules } = rowFor(recipient.country)!;
  const code = "input-invalid";
  return refusal({
    ...{ code, purpose, evidence: [], jurisdiction, alsoRefused: [] },
    ...{ citations: citations[code], rules, decidedAt: at },
  });
}
