// The facts that a row comes to, in the contract's vocabulary, and no more than the row and what is attached can carry.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { newFact } from "../consent/new-fact.ts";
import type { NewFact } from "../ports.ts";
import type { ConsentClaim } from "./claims.ts";
import type { Field, State } from "./mapping.ts";
import type { Plan } from "./plan.ts";
import type { ReadDate } from "./tables/dates.ts";

/** What a row says that its person did. */
export interface Doing {
  readonly dates: Readonly<Partial<Record<Field, ReadDate>>>;
  readonly form: string;
  readonly category: string;
  readonly state: State | undefined;
  readonly consentFrom: string;
  readonly confirmedFrom: string;
  /** Whether the number of orders, where there is one, is not zero. */
  readonly bought: boolean;
  readonly paid: boolean | undefined;
  /** Said no to advertising where it was asked for. */
  readonly refused: boolean;
}

function fact(plan: Plan, row: number, what: string, type: string, at: Instant, more: object): NewFact {
  return newFact({ id: `${plan.idPrefix}-${row}-${what}`, type, at: formatInstant(at), ...more }, plan.told);
}

/** Where the address came from, as the operator declares it (GDPR 14(2)(f)). */
export function sourceFact(plan: Plan, row: number): NewFact {
  return fact(plan, row, "source", "source.declared", plan.at, { kind: plan.source });
}

/** Who left a list wants no advertising: of which purpose it was, an export does not say (GDPR 21(2), 21(3)). */
export function stopFact(
  plan: Plan,
  row: number,
  type: "objection.raised" | "address.bounced" | "complaint.received",
  at: Instant,
): NewFact {
  const more =
    type === "objection.raised"
      ? { scope: "direct-marketing" }
      : type === "address.bounced"
        ? { class: "hard" }
        : {};
  return fact(plan, row, type, type, at, more);
}

export function openingFacts(plan: Plan, row: number, doing: Doing): NewFact[] {
  const { dates, bought, refused } = doing;
  const facts: NewFact[] = [];
  const consents = dates.consentAt !== undefined && doing.state !== "silent" && !refused;
  if (consents)
    for (const purpose of plan.purposes)
      facts.push(...consentFacts(plan, row, purpose, doing, dates.consentAt!));
  if (dates.boughtAt !== undefined && bought) facts.push(saleFact(plan, row, doing, dates.boughtAt));
  if (dates.activeAt !== undefined)
    facts.push(fact(plan, row, "active", "activity.observed", dates.activeAt.at, { kind: "click" }));
  return facts;
}

/**
 * A consent with the words that were shown, where a file with these words is attached; else the bare claim, which is on record
 * as such and proves nothing. The second step counts only where it came after the first.
 *
 * Source: GDPR 7(1).
 */
function consentFacts(plan: Plan, row: number, purpose: string, doing: Doing, given: ReadDate): NewFact[] {
  const claims = plan.claims.consents.filter((one) => one.purpose === purpose);
  // What people saw is declared, and this purpose was not in it.
  if (claims.length === 0 && plan.claims.consents.length > 0) return [];
  const claim = claims.find((one) => one.form === undefined || one.form === doing.form);
  const confirmed = doing.state === "unconfirmed" ? undefined : doing.dates.confirmedAt;
  const second = confirmed !== undefined && confirmed.at > given.at;
  const id = `consent-${purpose}`;
  const consent = fact(plan, row, id, "consent.given", given.at, {
    purpose,
    channel: "email",
    by: "subject",
    method: "import",
    ...(claim ? shownBy(plan, claim) : { purposes: [...plan.purposes] }),
    ...((second || claim?.doubleOptIn || doing.state === "unconfirmed") && { doubleOptIn: true }),
  });
  const facts = [from(consent, doing.consentFrom)];
  if (second)
    facts.push(
      from(
        fact(plan, row, `confirmed-${purpose}`, "consent.confirmed", confirmed.at, {
          of: consent.fact.id,
          by: "post",
        }),
        doing.confirmedFrom,
      ),
    );
  return facts;
}

function shownBy(plan: Plan, claim: ConsentClaim): object {
  const { version, wording, notice, withdrawalStated = false } = claim;
  const { prechecked, bundledWithTerms, requiredForService, purposes = [claim.purpose], controllers } = claim;
  return {
    clause: { hash: plan.evidence.get(wording), version },
    form: { version },
    ...(notice !== undefined && { notice: { version: plan.evidence.get(notice), withdrawalStated } }),
    ...(prechecked !== undefined && { prechecked }),
    ...(bundledWithTerms !== undefined && { bundledWithTerms }),
    ...(requiredForService !== undefined && { requiredForService }),
    purposes,
    ...(controllers && { controllers }),
  };
}

/** That the customer gave the address, and could refuse, counts only where the page that asked for it is attached. */
function saleFact(plan: Plan, row: number, doing: Doing, bought: ReadDate): NewFact {
  const { sales } = plan.claims;
  const category = doing.category === "" ? sales?.category : doing.category;
  return fact(plan, row, "sale", "sale.concluded", bought.at, {
    seller: plan.controller,
    ...(category !== undefined && { category }),
    ...(sales
      ? { addressFrom: "customer", optOutOffered: sales.optOutOffered, form: { version: sales.version } }
      : { addressFrom: "import" }),
    ...(doing.paid !== undefined && { paid: doing.paid }),
    ...(doing.refused && { refused: true }),
  });
}

/** Network addresses are kept apart from the fact, and only for as long as the law of the country lets them be. */
function from(told: NewFact, networkAddress: string): NewFact {
  const connection: Connection | null =
    networkAddress === "" ? null : { networkAddress: networkAddress.slice(0, 60) };
  return connection === null ? told : { ...told, connection };
}
