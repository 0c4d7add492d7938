// What a filled-in form puts on record: one consent for each ticked box, the order, the request for information.
import { days, formatInstant, type Instant } from "../../core/instant.ts";
import type { FormToken } from "../../mail/tokens.ts";
import type { NewFact } from "../ports.ts";
import type { PurposeDeclaration } from "../setup/setup.ts";
import { newFact } from "./new-fact.ts";
import { type OpenForm, shownAs } from "./open-form.ts";
import { orderFacts } from "./order.ts";

/** What the person did on the form, after it was found whole. */
export interface FilledIn {
  readonly open: OpenForm;
  readonly token: FormToken;
  readonly purposes: Readonly<Record<string, PurposeDeclaration>>;
  /** Clause keys of the boxes that the person ticked and whose purpose is still in force. */
  readonly ticked: readonly string[];
  readonly product: string;
  /** ISO 3166-1, or empty: kept with the act until the mailbox confirms it. */
  readonly country: string;
  /** YYYY-MM-DD, where a form for children asked for it: kept with the act in the same way. */
  readonly birthDate?: string;
  /** What shows who gives the consent in the place of a child; absent: the person gives it. */
  readonly guardian?: string;
  /** Whether the refusal box of the soft opt-in was ticked. */
  readonly refused: boolean;
  readonly at: Instant;
}

/**
 * The facts, each with an id that follows from the token: the same page sent twice is the same act.
 *
 * Source: law.md section 4 (contents of a proof); Directive 2002/58/EC 13(2).
 */
export function formFacts(filled: FilledIn): readonly NewFact[] {
  const { content: form, key } = filled.open.form;
  const source = `form:${key}`;
  const consents = consentFacts(filled, source);
  if (form.kind === "order") return [...orderFacts({ ...filled, form }), ...consents];
  return [...requestFacts(filled, source), ...consents];
}

export const consentId = ({ nonce }: FormToken, box: string) => `consent-${nonce}-${box}`;

/** @param source - who tells of them; put on record with each. */
export function consentFacts(
  filled: Omit<FilledIn, "product" | "refused">,
  source: string,
): readonly NewFact[] {
  const { open, token } = filled;
  const { content: form, version } = open.form;
  const when = formatInstant(filled.at);
  const controller = open.controller.key;
  return open.boxes
    .filter((box) => filled.ticked.includes(box.key))
    .map((box) => {
      const { purpose } = box.content;
      const category = filled.purposes[purpose]?.category;
      return newFact(
        {
          id: consentId(token, box.key),
          type: "consent.given",
          at: when,
          purpose,
          ...(category !== undefined && { category }),
          channel: "email",
          by: filled.guardian === undefined ? "subject" : "guardian",
          method: "web-form",
          clause: { hash: box.hash, version: String(box.version) },
          form: { version: String(version) },
          notice: {
            version: String(open.notice.version),
            withdrawalStated: open.notice.content.withdrawalStated,
          },
          prechecked: false,
          bundledWithTerms: false,
          requiredForService: false,
          doubleOptIn: form.doubleOptIn,
          purposes: [purpose],
          controllers: [controller],
          ...(filled.country !== "" && { country: filled.country }),
          ...(filled.birthDate !== undefined && { birthDate: filled.birthDate }),
          ...(filled.guardian !== undefined && { guardian: filled.guardian }),
        },
        source,
        shownAs(open, token, box),
      );
    });
}

/** The request that a form of that kind is, if it is one and what it asks for is still on offer. */
export function requestFacts(
  { open, token, purposes, at }: Pick<FilledIn, "open" | "token" | "purposes" | "at">,
  source: string,
): readonly NewFact[] {
  const form = open.form.content;
  if (form.kind !== "informationRequest" || !purposes[form.purpose]) return [];
  const request = {
    id: `request-${token.nonce}`,
    type: "information.requested",
    at: formatInstant(at),
    topic: form.topic,
    until: formatInstant((at + days(form.days)) as Instant),
    responses: form.responses,
  };
  return [newFact(request, source, shownAs(open, token))];
}
