// One form as a page: what is asked, a box with its wording for each purpose, and the notice in the same view.

import { html } from "hono/html";
import type { OpenForm } from "../../app/consent/open-form.ts";
import type { Mistake } from "../../app/consent/submit-form.ts";
import { textIn } from "../../app/setup/in-language.ts";
import type { Form, Notice } from "../../app/setup/setup.ts";
import type { Language } from "../../core/languages.ts";
import { countriesInWords } from "../../mail/locale.ts";
import { type Copy, copyIn } from "../copy/copy.ts";
import {
  birthField,
  box,
  complaint,
  countryField,
  emailField,
  guardianField,
  productField,
  trap,
} from "./fields.ts";
import type { Html } from "./layout.ts";

/** What the person had typed. Ticks are not among it: they are asked for again. */
export interface Typed {
  readonly email: string;
  readonly country: string;
  readonly product: string;
  readonly birthDate: string;
  readonly guardian: string;
  /** A refusal binds from the first press: it is kept, though no box is ticked for it. */
  readonly refused: boolean;
}

export const nothingTyped: Typed = {
  email: "",
  country: "",
  product: "",
  birthDate: "",
  guardian: "",
  refused: false,
};

export interface FormView {
  readonly open: OpenForm;
  readonly language: Language;
  readonly token: string;
  readonly typed: Typed;
  readonly mistakes: readonly Mistake[];
  /** Whether it asks for the date of birth. */
  readonly forChildren: boolean;
  /** The age of the law, where the person is below it and a parent or guardian is asked for. */
  readonly youngerThan: number | null;
  /** Whether it is shown again because nobody could say what page was sent. */
  readonly unknownPage: boolean;
  /** Whether it stands in a frame on another page. */
  readonly framed: boolean;
  /** What the browser may do meanwhile, where too many forms come. */
  readonly work: Html | null;
}

const fieldOf: Readonly<Record<Mistake, string>> = {
  "product-missing": "product-0",
  "address-missing": "email",
  "address-malformed": "email",
  "country-unknown": "country",
  "nothing-asked": "box-0",
  "birth-missing": "birthDate",
  "birth-malformed": "birthDate",
  "guardian-missing": "guardian",
  "guardian-malformed": "guardian",
  "guardian-same": "guardian",
};

export function formBody(view: FormView): Html {
  const { open, language, token, typed, mistakes } = view;
  const copy = copyIn(language);
  const { key, content: form } = open.form;
  const wrong = (...about: readonly Mistake[]) => {
    const mistake = mistakes.find((found) => about.includes(found));
    return mistake && sentenceOf(mistake, copy);
  };
  return html`<h1>${textIn(form.title, language)}</h1>
${form.intro ? html`<p class="lead">${textIn(form.intro, language)}</p>` : ""}
${summary(view, copy)}
<form method="post" action="/f/${key}?lang=${language}${view.framed ? "&embed" : ""}" novalidate>
<input type="hidden" name="token" value="${token}">
${
  form.kind === "order"
    ? productField({
        label: copy.form.products,
        options: form.products.map(({ key: value, label, price }) => ({
          value,
          label: textIn(label, language),
          price,
        })),
        value: typed.product,
        wrong: wrong("product-missing"),
      })
    : ""
}
${emailField({ label: copy.form.email, value: typed.email, wrong: wrong("address-missing", "address-malformed") })}
${
  form.countries
    ? countryField({
        label: copy.form.country,
        hint: copy.form.countryHint,
        none: copy.form.noCountry,
        options: countriesInWords(form.countries, language),
        value: typed.country,
        wrong: wrong("country-unknown"),
      })
    : ""
}
${
  view.forChildren
    ? birthField({
        label: copy.guardian.birthDate,
        hint: copy.guardian.birthHint,
        value: typed.birthDate,
        wrong: wrong("birth-missing", "birth-malformed"),
      })
    : ""
}
${
  view.youngerThan === null
    ? ""
    : guardianField({
        title: copy.guardian.young(view.youngerThan),
        text: copy.guardian.youngText,
        label: copy.guardian.field,
        value: typed.guardian,
        wrong: wrong("guardian-missing", "guardian-malformed", "guardian-same"),
      })
}
${boxes(open, language, copy, wrong("nothing-asked"))}
${softOptIn(form, language, copy, typed.refused)}
${firstLayer(open.notice.content, language, copy, `/n/${open.notice.key}/${open.notice.version}?lang=${language}`)}
${trap(copy.arrival.trap)}
${view.work ?? ""}
<button type="submit">${copy.form[form.kind]}</button>
</form>`;
}

function sentenceOf(mistake: Mistake, { mistakes, guardian }: Copy): string {
  return { ...mistakes, ...guardian.mistakes }[mistake];
}

function summary({ open, mistakes, unknownPage }: FormView, copy: Copy): Html | "" {
  if (mistakes.length === 0 && !unknownPage) return "";
  const again = open.boxes.length > 0 ? html`<p>${copy.mistakes.tickAgain}</p>` : "";
  return html`<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>${copy.mistakes.title}</h2>
${unknownPage ? html`<p>${copy.mistakes.unknownPage}</p>` : ""}
${
  mistakes.length > 0
    ? html`<ul>${mistakes.map((mistake) => html`<li><a href="#${fieldOf[mistake]}">${sentenceOf(mistake, copy)}</a></li>`)}</ul>`
    : ""
}
${again}
</div>`;
}

function boxes(
  { form, boxes }: OpenForm,
  language: Language,
  copy: Copy,
  wrong: string | undefined,
): Html | "" {
  if (boxes.length === 0) return "";
  const ids = ["boxes-hint", ...(wrong === undefined ? [] : ["boxes-wrong"])].join(" ");
  return html`<fieldset aria-describedby="${ids}">
<legend>${copy.form.boxes}</legend>
<span class="hint" id="boxes-hint">${copy.form.boxesHint}${form.content.doubleOptIn ? ` ${copy.form.confirmHint}` : ""}</span>
${boxes.map((clause, index) =>
  box({ id: `box-${index}`, name: "box", value: clause.key, wording: textIn(clause.content.text, language) }),
)}
${complaint("boxes", wrong)}
</fieldset>`;
}

/** Directive 2002/58/EC 13(2): told at the sale, and free to refuse then and there. */
function softOptIn(form: Form, language: Language, copy: Copy, refused: boolean): Html | "" {
  if (form.kind !== "order" || !form.softOptIn) return "";
  return html`<fieldset>
<legend>${copy.form.softOptIn}</legend>
<p>${textIn(form.softOptIn.text, language)}</p>
${
  refused
    ? html`<p class="note"><input type="hidden" name="refused" value="yes">${copy.form.refusalKept}</p>`
    : box({ id: "refused", name: "refused", value: "yes", wording: textIn(form.softOptIn.refusal, language) })
}
</fieldset>`;
}

/** The first layer of the privacy information, in the same view as the boxes (GDPR 13). */
function firstLayer(notice: Notice, language: Language, copy: Copy, whole: string): Html {
  return html`<div class="notice">
${noticeTable(notice, language, copy.form.notice)}
<p><a href="${whole}" target="_blank" rel="noopener">${copy.whole}</a></p>
</div>`;
}

export function noticeTable(notice: Notice, language: Language, caption: string): Html {
  return html`<table><caption>${caption}</caption><tbody>${notice.first.map(
    ({ title, text }) =>
      html`<tr><th scope="row">${textIn(title, language)}</th><td>${textIn(text, language)}</td></tr>`,
  )}</tbody></table>`;
}
