// Every text that a published form or notice shows to a person.
import type { DeclaredForm, Localised, Notice } from "./setup.ts";

export function noticeTexts({ first, second }: Notice): readonly Localised[] {
  return [second, ...first.flatMap(({ title, text }) => [title, text])];
}

/** Without its boxes and its notice, which are published by themselves. */
export function formTexts(form: DeclaredForm): readonly Localised[] {
  const shown = [form.title, ...(form.intro ? [form.intro] : [])];
  if (form.kind === "signUp") return shown;
  if (form.kind === "informationRequest") return [...shown, form.answer.subject, form.answer.body];
  const { products, softOptIn } = form;
  const refusable = softOptIn ? [softOptIn.text, softOptIn.refusal] : [];
  return [...shown, ...products.map(({ label }) => label), ...refusable];
}
