// What a form must be around its boxes: confirmed where the law wants it, and with a refusal beside the soft opt-in.
import { rowFor } from "../../core/rows.ts";
import { findPhrase, lexica } from "../lexicon/lexica.ts";
import type { Controller, DeclaredForm, OrderForm } from "../setup/setup.ts";
import { isReadyWording, isWordingLanguage, readyWordings } from "../wordings/ready.ts";
import type { LintFinding } from "./finding.ts";
import { lintText } from "./lint-text.ts";
import { conditional } from "./lint-words.ts";
import { proposedSoftOptIn } from "./proposals.ts";

const fewestHours = 12;

export function lintForm(controller: Controller, key: string, form: DeclaredForm): LintFinding[] {
  const path = ["forms", key];
  const findings = lintText(form.intro ?? {}, [...path, "intro"]);
  for (const [language, text] of Object.entries(form.intro ?? {})) {
    const condition = isWordingLanguage(language) ? conditional(text, language) : null;
    if (condition !== null && form.boxes.length > 0)
      findings.push({
        rule: "conditional-service",
        path: [...path, "intro", language],
        problem: `does not ask freely: \`${condition}\``,
      });
  }
  if (form.boxes.length > 0) findings.push(...lintConfirmation(controller, key, form));
  if (form.kind === "order" && form.softOptIn !== undefined)
    findings.push(...lintSoftOptIn(controller, key, form, form.softOptIn));
  return findings;
}

function lintConfirmation(controller: Controller, key: string, form: DeclaredForm): LintFinding[] {
  const path = ["forms", key, "doubleOptIn"];
  if (form.doubleOptIn)
    return form.confirmationHours < fewestHours
      ? [
          {
            rule: "confirmation-short",
            path: ["forms", key, "confirmationHours"],
            problem: `gives ${form.confirmationHours} hours to confirm; fewer than ${fewestHours} pass while people sleep`,
          },
        ]
      : [];
  const strict = [...new Set([...(form.countries ?? []), controller.country])].filter(
    (country) => rowFor(country)?.doubleOptInRequired !== false,
  );
  if (strict.length > 0)
    return [
      {
        rule: "double-opt-in-off",
        path,
        problem: `is off, and the law of ${strict.join(", ")} asks for the confirmation`,
      },
    ];
  return form.countries === undefined
    ? [
        {
          rule: "double-opt-in-unsure",
          path,
          problem:
            "is off, and the form does not ask for the country; whoever's country is unknown is asked for it all the same",
        },
      ]
    : [];
}

function lintSoftOptIn(
  controller: Controller,
  key: string,
  form: OrderForm,
  { text, refusal }: NonNullable<OrderForm["softOptIn"]>,
): LintFinding[] {
  const path = ["forms", key, "softOptIn"];
  const findings = [...lintText(text, [...path, "text"]), ...lintText(refusal, [...path, "refusal"])];
  for (const [language, words] of Object.entries(text)) {
    if (!isWordingLanguage(language)) continue;
    const { objection } = lexica[language];
    if (findPhrase(words, objection) === null)
      findings.push({
        rule: "objection-unsaid",
        path: [...path, "text", language],
        problem: "does not say that one can object",
        proposal: proposedSoftOptIn(language, controller),
      });
    if (isReadyWording(language, words) && form.softOptIn?.approval === undefined)
      findings.push({
        rule: "approval-missing",
        path,
        problem: "is a ready wording that no counsel is on record to have approved",
      });
  }
  for (const [language, words] of Object.entries(refusal))
    if (isWordingLanguage(language) && findPhrase(words, lexica[language].refusal) === null)
      findings.push({
        rule: "refusal-unclear",
        path: [...path, "refusal", language],
        problem: "holds no words of refusal",
        proposal: readyWordings[language].similarProducts.refusal,
      });
  const without = (form.countries ?? [controller.country]).filter((country) => rowFor(country)?.soi === null);
  if (without.length > 0)
    findings.push({
      rule: "soft-opt-in-nowhere",
      path,
      problem: `has no effect in ${without.join(", ")}: there is no soft opt-in there`,
    });
  return findings;
}
