/**
 * Consent: the person's own, specific, informed and provable act, confirmed where that is asked for, and still alive.
 *
 * Source: GDPR 4(11), 6(1)(a), 7, 8, recitals 32, 42, 43, 171; Directive 2002/58/EC 13(1); EDPB Guidelines 05/2020.
 */
import { findComplaint, findObjection, findWithdrawal, isUnderAge } from "../bars.ts";
import type { RefusalCode } from "../codes.ts";
import { confirmationsOf } from "../confirmations.ts";
import type { ConsentGiven, Fact } from "../facts.ts";
import type { Ground } from "../ground.ts";
import { inOrder } from "../standing.ts";
import { isAlive, newestAlive, newestSeen, type View } from "../view.ts";

/** 2018-05-25T00:00:00Z, from when the GDPR applies. */
const GDPR_APPLIES_AT = 1_527_206_400_000;

/** What is on record about consent for one purpose key. */
export type ConsentFinding = {
  /** The newest consent that is good. */
  readonly good: ConsentGiven | null;
  /** The newest consent on record. */
  readonly newest: ConsentGiven | null;
  /** Why the newest is not good; null if there is none, or a good one. */
  readonly code: RefusalCode | null;
};

const NO_CONSENT: ConsentFinding = { good: null, newest: null, code: null };

/** Finds the newest good consent for a purpose key, or why the newest one on record is not good. */
export function findConsent(view: View, key: string): ConsentFinding {
  const { consents } = view.standing;
  let newest: ConsentGiven | null = null;
  let code: RefusalCode | null = null;
  for (let index = consents.length - 1; index >= 0; index -= 1) {
    const consent = consents[index]!;
    if (consent.purpose !== key || !isAlive(view, consent)) continue;
    const fault = faultOf(view, consent);
    if (fault === null) return { good: consent, newest: newest ?? consent, code: null };
    if (newest === null) {
      newest = consent;
      code = fault;
    }
  }
  return newest === null ? NO_CONSENT : { good: null, newest, code };
}

/** The first condition that a consent fails, in the order of the table of law (C10, C12, C01 to C06, C13, C07 to C09, C11). */
function faultOf(view: View, consent: ConsentGiven): RefusalCode | null {
  if (consent.by === "third-party") return "third-party-consent";
  if (consent.by === "guardian" && newestAlive(view, view.standing.guardians) === null)
    return "third-party-consent";
  const proved = Boolean(consent.clause?.hash && consent.form?.version);
  const noticed = Boolean(consent.notice?.version);
  if (consent.at < GDPR_APPLIES_AT && !(proved && noticed)) return "legacy-consent";
  if (!proved) return "no-proof";
  if (consent.prechecked === true || consent.bundledWithTerms === true) return "not-affirmative";
  if (consent.requiredForService === true) return "conditional";
  if (consent.purposes !== undefined && consent.purposes.length > 1) return "not-specific";
  if (consent.controllers !== undefined && !consent.controllers.includes(view.controller))
    return "controller-not-named";
  if (consent.channel !== "email") return "scope-mismatch";
  if (consent.category !== undefined && consent.category !== view.asked.purpose.category)
    return "scope-mismatch";
  if (!noticed || consent.notice?.withdrawalStated !== true) return "not-informed";
  const unnoticed = newestSeen(view, view.standing.changes, (change) => change.noticed !== true);
  if (unnoticed !== null && unnoticed.at > consent.at) return "controller-changed";
  const confirmations = confirmationsOf(view, consent);
  if (view.row.doubleOptInRequired || consent.doubleOptIn === true) {
    if (!confirmations.any) return "doi-unconfirmed";
    if (!confirmations.inTime) return "doi-expired";
    if (confirmations.byPerson === null) return "doi-bot";
  }
  return view.at > livesUntil(view, consent, confirmations) ? "consent-decayed" : null;
}

/** The ground that a good consent gives. */
export function consentGround(view: View, good: ConsentGiven): Ground {
  const confirmation = confirmationsOf(view, good).byPerson;
  const guardian = good.by === "guardian" ? newestAlive(view, view.standing.guardians) : null;
  const facts: Fact[] = confirmation === null ? [good] : [good, confirmation];
  if (guardian !== null) facts.push(guardian);
  if (facts.length > 1) facts.sort(inOrder);
  return { basis: "consent", evidence: facts.map((fact) => fact.id), validUntil: holdsUntil(view, good) };
}

/**
 * The last instant at which consent is the basis: until the good one decays, and then as long as an older one that was
 * confirmed later is alive, unless that one is too old to lift a bar, or was given too young.
 */
function holdsUntil(view: View, good: ConsentGiven): number {
  let until = livesUntil(view, good);
  const { consents, confirmations } = view.standing;
  if (confirmations.length === 0) return until;
  for (let index = consents.lastIndexOf(good) - 1; index >= 0; index -= 1) {
    const older = consents[index]!;
    if (older.purpose !== good.purpose || !isAlive(view, older)) continue;
    const olderUntil = livesUntil(view, older);
    if (olderUntil <= until || faultOf(view, older) !== null) continue;
    if (isBarred(view, older)) break;
    until = olderUntil;
  }
  return until;
}

function isBarred(view: View, { purpose, at }: ConsentGiven): boolean {
  return (
    findObjection(view, purpose, at) !== null ||
    findComplaint(view, at) !== null ||
    findWithdrawal(view, purpose, at) !== null ||
    isUnderAge(view, at)
  );
}

/** The last instant at which a consent is not decayed: the newest of giving, confirming and being active, plus the row's days. */
function livesUntil(
  view: View,
  consent: ConsentGiven,
  confirmations = confirmationsOf(view, consent),
): number {
  return Math.max(consent.at, confirmations.lastAt, view.activeAt) + view.row.decayMs;
}
