// A piece of set-up made of the ready wordings, as it is pasted into licet.yaml.
import type { DeclaredForm, Localised, Notice } from "../setup/setup.ts";
import { boxWords, fill, readyWordings } from "./ready.ts";
import {
  type BoxPurpose,
  boxPurposes,
  type WordingLanguage,
  type WordingPurpose,
  type Wordings,
} from "./wordings.ts";

interface Piece {
  readonly purposes: Readonly<Record<string, { kind: string; sender: string; label: Localised }>>;
  readonly clauses: Readonly<Record<string, { purpose: string; text: Localised }>>;
  readonly notices: Readonly<Record<string, Notice>>;
  /** What goes into an order form. */
  readonly softOptIn?: NonNullable<(DeclaredForm & { kind: "order" })["softOptIn"]>;
}

type Basis = "consent" | "customer" | "request";

/**
 * The purposes asked for, with clauses, and a notice for each basis that they need.
 *
 * @param values - what is known of the placeholders; the others stay in braces, and so does the second layer, which is
 *   the controller's own to write. The lint refuses what is left in braces.
 */
export function declareReady(
  wanted: readonly WordingPurpose[],
  languages: readonly WordingLanguage[],
  values: Readonly<Record<string, string | undefined>>,
): Piece {
  const texts = (of: (words: Wordings, language: WordingLanguage) => string): Localised =>
    Object.fromEntries(
      languages.map((language) => [language, fill(of(readyWordings[language], language), values)]),
    );
  const boxes = boxPurposes.filter((purpose) => wanted.includes(purpose));
  const bases: Readonly<Record<Basis, readonly WordingPurpose[]>> = {
    consent: boxes,
    customer: wanted.includes("similar-products") ? ["similar-products"] : [],
    request: wanted.includes("information") ? ["information"] : [],
  };
  const notice = (basis: Basis): Notice => ({
    withdrawalStated: true,
    first: (
      ["controller", "purpose", "basis", "recipients", "transfers", "retention", "rights", "more"] as const
    ).map((row) => ({
      title: texts(({ rows }) => rows[row].title),
      text: texts((words) => {
        if (row === "purpose") return bases[basis].map((purpose) => partOf(words, purpose).aim).join(" ");
        return row === "basis" ? words.rows.basis[basis] : words.rows[row].text;
      }),
    })),
    second: texts(() => "{second}"),
  });
  const kinds = { consent: "sign-up", customer: "order", request: "information" } as const;
  return {
    purposes: Object.fromEntries(
      wanted.map((purpose) => [
        purpose,
        {
          kind: purpose === "information" ? "requestedInformation" : "marketing",
          sender: "{sender}",
          label: texts((words) => partOf(words, purpose).label),
        },
      ]),
    ),
    clauses: Object.fromEntries(
      boxes.map((purpose) => [
        purpose,
        { purpose, text: texts((_, language) => boxWords(language, purpose)) },
      ]),
    ),
    notices: Object.fromEntries(
      (Object.keys(kinds) as Basis[])
        .filter((basis) => bases[basis].length > 0)
        .map((basis) => [kinds[basis], notice(basis)]),
    ),
    ...(bases.customer.length > 0 && {
      softOptIn: {
        text: texts(({ similarProducts }) => similarProducts.text),
        refusal: texts(({ similarProducts }) => similarProducts.refusal),
      },
    }),
  };
}

function partOf(words: Wordings, purpose: WordingPurpose): { readonly label: string; readonly aim: string } {
  if (purpose === "similar-products") return words.similarProducts;
  return purpose === "information" ? words.information : words.boxes[purpose satisfies BoxPurpose];
}
