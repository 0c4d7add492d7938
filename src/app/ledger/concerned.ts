// Which of a person's facts a receipt for one purpose is about: what its verdict rests on, and what speaks of the purpose.
import type { Shown } from "../ports.ts";
import type { PurposeDeclaration } from "../setup/setup.ts";
import type { FactEvidence } from "./evidence.ts";

/** Whatever the purpose, these decide whether the person may be written to at all. */
const general: readonly string[] = [
  "complaint.received",
  "restriction.applied",
  "restriction.lifted",
  "subject.erased",
  "controller.changed",
  "guardian.consented",
  "source.declared",
];

/** The acts that open a basis for each kind of purpose, beside consent. */
const opening: Readonly<Record<PurposeDeclaration["kind"], readonly string[]>> = {
  marketing: ["sale.concluded", "sale.negotiated", "support.expressed"],
  requestedInformation: ["information.requested"],
  service: ["contract.started", "contract.ended"],
};

/**
 * @param cited - ids of facts that a verdict or a message names; these are in it whatever they are.
 * @param controller - facts of other controllers are left out.
 */
export function concerned(
  facts: readonly FactEvidence[],
  purpose: { readonly key: string; readonly kind: PurposeDeclaration["kind"] },
  cited: readonly string[],
  controller: string,
): readonly FactEvidence[] {
  const own = facts.filter(
    ({ fact, body }) =>
      fact.type !== "subject.described" && (body.controller === undefined || body.controller === controller),
  );
  const first = own.filter((one) => cited.includes(one.fact.id) || speaksOf(one, purpose));
  const ids = new Set(first.map(({ fact }) => fact.id));
  const presses = new Set(first.flatMap((one) => pressOf(one) ?? []));
  // The second step names the first, a cancellation the sale. What was pressed together on one form stays together: else
  // it could not be told which of its boxes were ticked.
  return own.filter(
    (one) => ids.has(one.fact.id) || ids.has(String(one.body.of)) || presses.has(pressOf(one) ?? ""),
  );
}

/** One press on one form; null where it was no form of ours. */
function pressOf({ fact, shown }: FactEvidence): string | null {
  const form = (shown as Shown | null)?.form;
  return form ? `${fact.at} ${form.hash}` : null;
}

function speaksOf(
  { fact: { type }, body }: FactEvidence,
  { key, kind }: { readonly key: string; readonly kind: PurposeDeclaration["kind"] },
): boolean {
  if (general.includes(type) || opening[kind].includes(type)) return true;
  if (type === "consent.given")
    return body.purpose === key || (Array.isArray(body.purposes) && body.purposes.includes(key));
  if (type === "consent.withdrawn") return body.purpose === key || body.purpose === "*";
  if (type === "frequency.wished") return body.purpose === key;
  return type === "objection.raised" && (body.scope === key || body.scope === "direct-marketing");
}
