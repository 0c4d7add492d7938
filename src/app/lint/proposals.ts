// Wordings proposed in the place of those that will not do, made of the ready ones.
import type { Controller, PurposeDeclaration } from "../setup/setup.ts";
import { fill, readyWordings } from "../wordings/ready.ts";
import { type BoxPurpose, boxPurposes, type WordingLanguage } from "../wordings/wordings.ts";

/** The words of a whole box: those of the usual purpose with this key, else ones that name the purpose's label. */
export function proposedBox(
  language: WordingLanguage,
  controller: Controller,
  key: string,
  purpose: PurposeDeclaration,
): string {
  const { boxes, anyBox, withdrawal } = readyWordings[language];
  const label = purpose.label[language] ?? key;
  const words = isBoxPurpose(key) ? boxes[key].clause : anyBox;
  return `${fill(words, { controller: controller.name, label })} ${withdrawal}`;
}

export function withWithdrawal(language: WordingLanguage, text: string): string {
  return `${text.trim().replace(/([^.!?])$/u, "$1.")} ${readyWordings[language].withdrawal}`;
}

export function proposedSoftOptIn(language: WordingLanguage, controller: Controller): string {
  return fill(readyWordings[language].similarProducts.text, { controller: controller.name });
}

/** A row of the notice as it is read: title and text. */
export function proposedRow(
  language: WordingLanguage,
  controller: Controller,
  row: "controller" | "recipients" | "retention" | "rights" | "basis",
): string {
  const { rows } = readyWordings[language];
  const { title } = rows[row];
  const text = row === "basis" ? rows.basis.consent : rows[row].text;
  const { name, address, privacyContact: contact } = controller;
  return `${title}: ${fill(text, { controller: name, address, contact })}`;
}

function isBoxPurpose(key: string): key is BoxPurpose {
  return (boxPurposes as readonly string[]).includes(key);
}
