// The shape of a controller's own strictness, as licet.yaml and the file of a simulation declare it.
import { z } from "zod";
import { COUNTRIES } from "../../core/rows.ts";
import type { OwnCells, Tightening } from "../../core/tightening.ts";
import { choice, group, keyed, line, oneOf, wholeNumber, yesOrNo } from "./schema-parts.ts";

const regime = choice(["optIn", "roleOptOut", "publishedForPurpose", "optOut"]);
const contexts = ["contract", "sale", "paidSale", "saleOrNegotiation"] as const;
const term = wholeNumber(0, 36_500);
const register = z
  .string({ error: "the name of a list, like `ROBINSON_ES`" })
  .regex(/^[A-Z][A-Z0-9_]*$/, { error: "the name of a list, like `ROBINSON_ES`" });

const cells: { readonly [Cell in keyof Required<OwnCells>]: z.ZodType<OwnCells[Cell]> } = {
  natural: regime.describe("Natural persons."),
  named: regime.describe("A named address at a company."),
  generic: regime.describe("A general address of a company."),
  soi: z
    .enum(contexts, { error: `${oneOf(contexts)} or \`null\` for nothing` })
    .nullable()
    .describe("What opens the soft opt-in; null: nothing does."),
  soiMaxDays: term.describe("How many days a soft opt-in is relied on."),
  soiRolling: yesOrNo.describe("Whether these days count anew from each message."),
  freeAccountIsSale: yesOrNo.describe("Whether a free account counts as a sale."),
  age: wholeNumber(0, 120).describe("The age from which one may consent."),
  doi: choice(["recommended", "required"]).describe("Double opt-in."),
  registers: z
    .array(register, { error: "a list of exclusion lists, like `[ROBINSON_ES]`" })
    .describe("Exclusion lists to heed beside those of the law."),
  registersLegalOnly: yesOrNo.describe("Whether they are heeded for legal persons only."),
  decayDays: term.describe("How many days of silence a consent outlives."),
  connectionDays: wholeNumber(0, 36_500).describe(
    "How many days network address and browser are kept beside what somebody did on a page; 0: they are not collected.",
  ),
  ack: yesOrNo.describe("Whether a withdrawal is acknowledged by email."),
  openTracking: choice(["none", "last-open-date"]).describe("What is measured without consent."),
  trackingPauseDays: wholeNumber(0, 36_500).describe(
    "For how many days somebody who was asked to be measured, and did not agree, is not asked again.",
  ),
  proofDays: wholeNumber(0, 36_500).describe(
    "For how many days proof is kept for claims after the last permission has ended; then the person is erased.",
  ),
};

/** The code of a row of law. */
export const jurisdiction = choice(COUNTRIES.map(({ code }) => code));

/** Own rules by their keys. That none is looser than the law, lawfulness.ts sees to. */
export const tighteningsSchema: z.ZodType<Readonly<Record<string, Tightening>>> = keyed(
  group("Cells of the law that the controller holds stricter for itself.", {
    jurisdiction: jurisdiction.describe("The row of law; absent: every row.").exactOptional(),
    cells: group(
      "The stricter values.",
      Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value.exactOptional()])),
    ).refine((own) => Object.keys(own).length > 0, {
      error: "a group with at least one cell",
      when: ({ issues }) => issues.length === 0,
    }),
    reason: line("the reason, in one line; it is put on record and named by the answers"),
  }),
  "Where the controller is stricter than the law. No rule can be looser.",
);
