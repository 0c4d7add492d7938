// The fields of a form. A checkbox has no parameter by which it could come ticked, and none by which it could be required.
import { html } from "hono/html";
import type { Html } from "./layout.ts";

/**
 * One box with its wording. Nothing here can tick it: a ticked box that the person did not tick is no consent. Nor can the
 * browser, which after the back button would tick it as it was, whatever stands beside it by then.
 */
export function box({
  id,
  name,
  value,
  wording,
}: {
  id: string;
  name: string;
  value: string;
  wording: string;
}): Html {
  return html`<label class="choice" for="${id}"><input type="checkbox" id="${id}" name="${name}" value="${value}" autocomplete="off"><span>${wording}</span></label>`;
}

/** What is wrong with a field; the field names it by `aria-describedby`. */
export function complaint(id: string, text: string | undefined): Html | "" {
  return text === undefined ? "" : html`<span class="wrong" id="${id}-wrong">${text}</span>`;
}

/** The attributes that tie a field to its hint and to what is wrong with it. */
export function described(id: string, hint: boolean, wrong: string | undefined): Html | "" {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(wrong === undefined ? [] : [`${id}-wrong`])];
  const invalid = wrong === undefined ? "" : html` aria-invalid="true"`;
  return ids.length === 0 ? "" : html` aria-describedby="${ids.join(" ")}"${invalid}`;
}

export function emailField({
  label,
  value,
  wrong,
}: {
  label: string;
  value: string;
  wrong: string | undefined;
}): Html {
  return html`<div class="field">
<label class="name" for="email">${label}</label>
<input type="email" id="email" name="email" value="${value}" autocomplete="email" maxlength="320" required${described("email", false, wrong)}>
${complaint("email", wrong)}
</div>`;
}

/** Where a form is for children. The browser knows how to ask for a day; without such a field it is written as a text. */
export function birthField(field: {
  label: string;
  hint: string;
  value: string;
  wrong: string | undefined;
}): Html {
  return html`<div class="field">
<label class="name" for="birthDate">${field.label}</label>
<span class="hint" id="birthDate-hint">${field.hint}</span>
<input type="date" id="birthDate" name="birthDate" value="${field.value}" min="1900-01-01" autocomplete="bday"${described("birthDate", true, field.wrong)}>
${complaint("birthDate", field.wrong)}
</div>`;
}

/** Who decides with somebody who is too young to decide alone. */
export function guardianField(field: {
  title: string;
  text: string;
  label: string;
  value: string;
  wrong: string | undefined;
}): Html {
  return html`<div class="field">
<h2>${field.title}</h2>
<p>${field.text}</p>
<label class="name" for="guardian">${field.label}</label>
<input type="email" id="guardian" name="guardian" value="${field.value}" autocomplete="off" maxlength="320"${described("guardian", false, field.wrong)}>
${complaint("guardian", field.wrong)}
</div>`;
}

/** What no person sees or reaches by keyboard; programs that fill in whatever they find fill it in. */
export const trapName = "homepage";

/** Hidden by the stylesheet, from assistive technology too. Where there is no stylesheet, its label says what to do. */
export function trap(label: string): Html {
  return html`<div class="trap"><label for="${trapName}">${label}</label><input type="text" id="${trapName}" name="${trapName}" tabindex="-1" autocomplete="off"></div>`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function countryField(field: {
  label: string;
  hint: string;
  none: string;
  options: readonly Option[];
  value: string;
  wrong: string | undefined;
}): Html {
  const option = ({ value, label }: Option) =>
    html`<option value="${value}"${value === field.value ? html` selected` : ""}>${label}</option>`;
  return html`<div class="field">
<label class="name" for="country">${field.label}</label>
<span class="hint" id="country-hint">${field.hint}</span>
<select id="country" name="country" autocomplete="country"${described("country", true, field.wrong)}>
${option({ value: "", label: field.none })}${field.options.map(option)}
</select>
${complaint("country", field.wrong)}
</div>`;
}

/** Which product: a question of the order, not of consent, so what was chosen comes back as it was chosen. */
export function productField(field: {
  label: string;
  options: readonly (Option & { readonly price: string })[];
  value: string;
  wrong: string | undefined;
}): Html {
  const radio = ({ value, label, price }: Option & { readonly price: string }, index: number) =>
    html`<label class="choice" for="product-${index}"><input type="radio" id="product-${index}" name="product" value="${value}" required${
      value === field.value ? html` checked` : ""
    }><span class="row"><span>${label}</span><span class="price">${price}</span></span></label>`;
  return html`<fieldset role="radiogroup" aria-required="true"${described("product", false, field.wrong)}>
<legend>${field.label}</legend>
${field.options.map(radio)}
${complaint("product", field.wrong)}
</fieldset>`;
}
