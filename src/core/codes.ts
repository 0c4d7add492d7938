/** The words of an answer: every lawful basis and every reason for a refusal, each with its source in European law. */

/** A lawful basis with the provisions it rests on, and the cell of the country's row that adds the national one. */
export type BasisEntry = { readonly citations: readonly string[]; readonly cell?: CitedCell };

/** A refusal code: where it stands in the table of law, the provisions it rests on, and the cell that adds the national one. */
export type CodeEntry = {
  readonly row: string;
  readonly citations: readonly string[];
  readonly cell?: CitedCell;
};

/** The cells of a country's row whose citation a code or basis takes over. */
export type CitedCell =
  | "natural"
  | "soi"
  | "soiMaxDays"
  | "corporate"
  | "age"
  | "registers"
  | "doi"
  | "decayDays"
  | "label";

/** The lawful bases, in the order of the table of law (A01 to A08). */
export const BASES = Object.freeze({
  "legal-obligation": { citations: ["GDPR 6(1)(c)"] },
  rights: { citations: ["GDPR 12"] },
  contract: { citations: ["GDPR 6(1)(b)"] },
  "double-opt-in": { citations: ["GDPR 6(1)(b)", "GDPR 32"], cell: "doi" },
  "requested-information": { citations: ["GDPR 6(1)(b)", "ePD 13(1)"] },
  consent: { citations: ["GDPR 6(1)(a)", "GDPR 7(1)", "ePD 13(1)"], cell: "natural" },
  "soft-opt-in": { citations: ["ePD 13(2)", "CJEU C-654/23"], cell: "soi" },
  "corporate-opt-out": { citations: ["ePD 13(5)", "GDPR 6(1)(f)"], cell: "corporate" },
} as const satisfies Record<string, BasisEntry>);

/** The name of a lawful basis. */
export type Basis = keyof typeof BASES;

/** Every refusal code, hard blocks first, in the order in which they are tested. */
export const CODES = Object.freeze({
  "input-invalid": { row: "B01", citations: ["GDPR 5(2)", "GDPR 25"] },
  "address-invalid": { row: "B02", citations: ["GDPR 5(1)(d)"] },
  erased: { row: "B03", citations: ["GDPR 17"] },
  restricted: { row: "B04", citations: ["GDPR 18"] },
  objected: { row: "B05", citations: ["GDPR 21(2)", "GDPR 21(3)"] },
  "complaint-as-objection": { row: "B06", citations: ["GDPR 21(2)", "RFC 5965"] },
  withdrawn: { row: "B07", citations: ["GDPR 7(3)"], cell: "natural" },
  "under-age": { row: "B09", citations: ["GDPR 8"], cell: "age" },
  "exclusion-register": { row: "B10", citations: ["ECD 7(2)"], cell: "registers" },
  "register-stale": { row: "B11", citations: ["ECD 7(2)"], cell: "registers" },
  "third-party-source": { row: "B12", citations: ["GDPR 4(11)", "GDPR 14", "BGH I ZR 208/12"] },
  "repermission-no-basis": { row: "B13", citations: ["ePD 13(1)"], cell: "natural" },
  "message-noncompliant": { row: "B14", citations: ["ePD 13(4)", "ECD 6"], cell: "label" },
  "promo-in-service": { row: "B15", citations: ["ePD 13(1)", "BGH VI ZR 225/17"], cell: "natural" },
  "ads-in-neutral-mail": { row: "B15", citations: ["ePD 13(1)", "VwGH 2012/03/0089"], cell: "natural" },
  "no-legal-duty": { row: "A01", citations: ["GDPR 6(1)(c)"] },
  "no-case": { row: "A02", citations: ["GDPR 12"] },
  "not-necessary": { row: "A03", citations: ["GDPR 6(1)(b)"] },
  "doi-limit": { row: "A04", citations: ["GDPR 6(1)(b)", "GDPR 21(3)"], cell: "doi" },
  "beyond-request": { row: "A05", citations: ["ePD 13(1)"], cell: "natural" },
  "third-party-consent": { row: "C10", citations: ["GDPR 4(11)", "GDPR 8"] },
  "legacy-consent": { row: "C12", citations: ["GDPR rec. 171"] },
  "no-proof": { row: "C01", citations: ["GDPR 7(1)", "GDPR 5(2)", "CJEU C-61/19"] },
  "not-affirmative": { row: "C02", citations: ["GDPR 4(11)", "GDPR rec. 32", "CJEU C-673/17"] },
  conditional: { row: "C03", citations: ["GDPR 7(4)", "GDPR rec. 43"] },
  "not-specific": { row: "C04", citations: ["GDPR 4(11)", "GDPR rec. 32", "GDPR rec. 43"] },
  "controller-not-named": { row: "C04", citations: ["GDPR 4(11)", "GDPR rec. 42"] },
  "scope-mismatch": { row: "C05", citations: ["GDPR 4(11)", "GDPR 5(1)(b)"] },
  "not-informed": { row: "C06", citations: ["GDPR 7(3)", "GDPR 13"] },
  "controller-changed": { row: "C13", citations: ["GDPR rec. 42"] },
  "doi-unconfirmed": { row: "C07", citations: ["GDPR 7(1)"], cell: "doi" },
  "doi-expired": { row: "C08", citations: ["GDPR 5(1)(e)"], cell: "doi" },
  "doi-bot": { row: "C09", citations: ["GDPR 7(1)"], cell: "doi" },
  "consent-decayed": { row: "C11", citations: ["GDPR 5(1)(e)"], cell: "decayDays" },
  "no-sale-context": { row: "S01", citations: ["ePD 13(2)"], cell: "soi" },
  "free-account-not-sale": { row: "S08", citations: ["ePD 13(2)", "CJEU C-654/23"], cell: "soi" },
  "not-from-customer": { row: "S02", citations: ["ePD 13(2)"], cell: "soi" },
  "no-optout-at-collection": { row: "S03", citations: ["ePD 13(2)", "BGH VI ZR 225/17"], cell: "soi" },
  "refused-at-collection": { row: "B08", citations: ["ePD 13(2)"], cell: "soi" },
  "not-same-person": { row: "S04", citations: ["ePD 13(2)"], cell: "soi" },
  "not-similar": { row: "S05", citations: ["ePD 13(2)"], cell: "soi" },
  "soft-expired": { row: "S06", citations: ["ePD 13(2)"], cell: "soiMaxDays" },
  "not-corporate": { row: "A08", citations: ["ePD 13(5)"], cell: "corporate" },
  "role-mismatch": { row: "A08", citations: ["ePD 13(5)"], cell: "corporate" },
  "no-lia": { row: "A08", citations: ["GDPR 6(1)(f)"], cell: "corporate" },
  "no-art14": { row: "A08", citations: ["GDPR 14", "GDPR 21(4)"] },
  "no-basis": { row: "A09", citations: ["ePD 13(1)"], cell: "natural" },
} as const satisfies Record<string, CodeEntry>);

/** Why a message may not be sent. */
export type RefusalCode = keyof typeof CODES;

/** All refusal codes, in the order of the table. */
export const REFUSAL_CODES: readonly RefusalCode[] = Object.freeze(Object.keys(CODES) as RefusalCode[]);

/** Whether a word is the name of a lawful basis. */
export function isBasis(word: unknown): word is Basis {
  return typeof word === "string" && Object.hasOwn(BASES, word);
}

/** Whether a word is a refusal code. */
export function isRefusalCode(word: unknown): word is RefusalCode {
  return typeof word === "string" && Object.hasOwn(CODES, word);
}
