// The forms of a receipt as they were shown: one for each press, with its boxes, the words beside them, and the notice.
import type { Language } from "../../core/languages.ts";
import type { ReceiptPublication } from "../../ledger/receipt-parts.ts";
import type { LoggedFact } from "../../ledger/receipt-record.ts";
import { countryInWords, momentInWords } from "../../mail/locale.ts";
import type { Block, Field } from "../../paper/document.ts";
import type { Shown } from "../ports.ts";
import type { Clause, Form, Localised, Notice } from "../setup/setup.ts";
import { receiptWords } from "./receipt-copy/receipt-copy.ts";

/** An act as the receipt holds it, opened where it can be. */
export interface Act {
  readonly fact: LoggedFact;
  readonly at: number;
  readonly leaf: number;
  /** SHA-256 of its entry, as the log has it. */
  readonly hash: string;
  readonly address: string | null;
  /** With what is personal in it put back. */
  readonly body: Readonly<Record<string, unknown>>;
}

type Find = (
  kind: ReceiptPublication["kind"],
  cited: { readonly key: string; readonly version: number },
) => unknown;

/** @param language - of the document; the form itself stands in the one that was shown. */
export function formsOf(acts: readonly Act[], find: Find, language: Language): Block[] {
  const presses = new Map<string, Act[]>();
  for (const act of acts) {
    const shown = act.fact.shown as Shown | null;
    if (!shown) continue;
    const press = `${act.fact.at} ${shown.form.hash}`;
    presses.set(press, [...(presses.get(press) ?? []), act]);
  }
  const words = receiptWords[language];
  return [...presses.values()].flatMap((press): Block[] => {
    const [{ fact, at }] = press as [Act];
    const shown = fact.shown as unknown as Shown;
    const form = asShown(press, shown, find);
    return form === null
      ? []
      : [
          { kind: "paragraph", text: words.formText(momentInWords(at, language), shown.page) },
          { ...form, heading: words.form },
        ];
  });
}

function asShown(press: readonly Act[], shown: Shown, find: Find): Extract<Block, { kind: "form" }> | null {
  const form = find("form", shown.form) as Form | undefined;
  const notice = find("notice", shown.notice) as Notice | undefined;
  if (!form) return null;
  const { language } = shown;
  const copy = receiptWords[language as Language] ?? receiptWords.en;
  const inShown = (text: Localised) => text[language] ?? Object.values(text)[0] ?? "";
  const ticked = (key: string) => press.some(({ fact }) => (fact.shown as Shown | null)?.clause?.key === key);
  const boxes = form.boxes.flatMap((key) => {
    const clause = find("clause", { key, version: form.pinned.clauses[key] ?? 0 }) as Clause | undefined;
    return clause ? [{ wording: inShown(clause.text), ticked: ticked(key) }] : [];
  });
  const refusal =
    form.kind === "order" && form.softOptIn
      ? [
          {
            wording: `${inShown(form.softOptIn.text)}\n${inShown(form.softOptIn.refusal)}`,
            ticked: press.some(({ body }) => body.refused === true),
          },
        ]
      : [];
  return {
    kind: "form",
    title: inShown(form.title),
    ...(form.intro && { intro: inShown(form.intro) }),
    language,
    fields: fieldsOf(press, form, copy, language as Language, inShown),
    boxes: [...boxes, ...refusal],
    ...(notice && {
      notice: {
        title: copy.notice,
        rows: notice.first.map(({ title, text }) => ({ key: inShown(title), value: inShown(text) })),
      },
    }),
  };
}

/** What was typed, as far as it is not erased. */
function fieldsOf(
  press: readonly Act[],
  form: Form,
  words: { readonly email: string; readonly country: string; readonly product: string },
  language: Language,
  inShown: (text: Localised) => string,
): Field[] {
  const typed = (field: string) =>
    press.map(({ body }) => body[field]).find((value) => typeof value === "string");
  const [address, country, key] = [
    press.find((act) => act.address !== null)?.address,
    typed("country"),
    typed("product"),
  ];
  const product = form.kind === "order" ? form.products.find((one) => one.key === key) : undefined;
  return [
    ...(product ? [{ label: words.product, value: `${inShown(product.label)}, ${product.price}` }] : []),
    { label: words.email, ...(address && { value: address }) },
    ...(form.countries
      ? [
          {
            label: words.country,
            ...(typeof country === "string" && { value: countryInWords(country, language) }),
          },
        ]
      : []),
  ];
}
