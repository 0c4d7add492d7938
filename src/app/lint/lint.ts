// The lint of forms: everything in a set-up that would make a consent invalid, or weaker than it could be.
import { findPhrase, lexica, plain } from "../lexicon/lexica.ts";
import type { Path } from "../setup/marked-yaml.ts";
import type { Clause, Controller, DeclaredForm, Notice, PurposeDeclaration } from "../setup/setup.ts";
import { isReadyWording, isWordingLanguage } from "../wordings/ready.ts";
import type { WordingLanguage } from "../wordings/wordings.ts";
import type { Lintable, LintFinding } from "./finding.ts";
import { lintForm } from "./lint-form.ts";
import { firstLayer, lintNotice } from "./lint-notice.ts";
import { lintText } from "./lint-text.ts";
import { lintWords } from "./lint-words.ts";
import { proposedBox, proposedRow, withWithdrawal } from "./proposals.ts";

/**
 * Reads every wording of every form. Pure, and total: names that lead nowhere are passed over, somebody else tells of them.
 *
 * @returns findings in no particular order; each rule at most once for each place.
 *
 * @example
 * lint(declared).filter(({ rule }) => lintRules[rule].severity === "error"); // what stops publishing
 */
export function lint(setup: Lintable): LintFinding[] {
  const { controller, clauses, notices, forms } = setup;
  const findings = [
    ...Object.entries(clauses).flatMap(([key, clause]) => lintClause(setup, key, clause)),
    ...Object.entries(notices).flatMap(([key, notice]) => lintNotice(controller, key, notice)),
    ...Object.entries(forms).flatMap(([key, form]) => [
      ...lintForm(controller, key, form),
      ...lintTogether(setup, key, form),
    ]),
  ];
  const told = new Map(findings.map((finding) => [JSON.stringify([finding.rule, finding.path]), finding]));
  return proposedAlike([...told.values()]);
}

/** Where the whole box is proposed anew, whatever else is wrong in the same place is mended by it too. */
function proposedAlike(findings: readonly LintFinding[]): LintFinding[] {
  const whole = new Map<string, string>();
  for (const { rule, path, proposal } of findings)
    if (proposal !== undefined && rule !== "withdrawal-unstated") whole.set(JSON.stringify(path), proposal);
  return findings.map((finding) => {
    const proposal = whole.get(JSON.stringify(finding.path));
    return proposal === undefined || finding.path[0] !== "clauses" ? finding : { ...finding, proposal };
  });
}

function lintClause(setup: Lintable, key: string, clause: Clause): LintFinding[] {
  const purpose = own(setup.purposes, clause.purpose);
  const path: Path = ["clauses", key, "text"];
  const findings = lintText(clause.text, path);
  if (purpose?.kind !== "marketing") return findings;
  for (const [language, text] of inWordingLanguages(clause.text)) {
    const proposal = proposedBox(language, setup.controller, clause.purpose, purpose);
    const words = lintWords({
      text,
      language,
      purposeKey: clause.purpose,
      label: purpose.label[language] ?? "",
      controllerName: setup.controller.name,
      childDirected: purpose.childDirected === true,
    });
    const strange = findings.some((one) => one.rule === "wrong-language" && one.path.at(-1) === language);
    for (const finding of strange ? [] : words)
      findings.push({ ...finding, path: [...path, language], proposal });
    if (clause.approval === undefined && isReadyWording(language, text))
      findings.push({
        rule: "approval-missing",
        path: ["clauses", key],
        problem: "is a ready wording that no counsel is on record to have approved",
      });
  }
  return findings;
}

/** What may stand beside the box or in the notice under it, and must stand in one of them. */
function lintTogether(setup: Lintable, formKey: string, form: DeclaredForm): LintFinding[] {
  const notice = own(setup.notices, form.notice);
  if (notice === undefined) return [];
  const { controller } = setup;
  return form.boxes.flatMap((key) => {
    const clause = own(setup.clauses, key);
    const purpose = own(setup.purposes, clause?.purpose ?? "");
    if (clause === undefined || purpose === undefined) return [];
    const findings = inWordingLanguages(clause.text).flatMap(([language, text]) =>
      unsaidBeforehand({ controller, key, clause, purpose, notice }, language, text),
    );
    if (!notice.withdrawalStated)
      findings.push({
        rule: "withdrawal-unstated",
        path: ["notices", form.notice, "withdrawalStated"],
        problem: `should be \`true\`, and the table should say so: the form \`${formKey}\` has boxes, and whoever consents is told beforehand that consent may be withdrawn`,
        proposal: proposedRow(languageOf(clause), controller, "rights"),
      });
    return findings;
  });
}

interface Box {
  readonly controller: Controller;
  readonly key: string;
  readonly clause: Clause;
  readonly purpose: PurposeDeclaration;
  readonly notice: Notice;
}

function unsaidBeforehand(box: Box, language: WordingLanguage, text: string): LintFinding[] {
  const { controller, key, clause, purpose, notice } = box;
  const path: Path = ["clauses", key, "text", language];
  const shown = `${text}\n\n${firstLayer(notice, language)}`;
  const findings: LintFinding[] = [];
  if (!named(shown, controller))
    findings.push({
      rule: "controller-unnamed",
      path,
      problem: `does not name \`${controller.name}\`, and neither does the first layer of the notice`,
      proposal: proposedBox(language, controller, clause.purpose, purpose),
    });
  if (findPhrase(shown, lexica[language].withdrawal) === null)
    findings.push({
      rule: "withdrawal-unstated",
      path,
      problem: "does not say that consent can be withdrawn, and neither does the first layer of the notice",
      proposal: withWithdrawal(language, text),
    });
  return findings;
}

/** By its legal name, or by what stands before the legal form: `Lunaria Calzados` of `Lunaria Calzados, S.L.`. */
function named(text: string, { name }: Controller): boolean {
  const letters = (some: string) => plain(some).replace(/[^\p{L}\p{N}]+/gu, " ");
  const short = name
    .split(",")[0]
    ?.replace(/\s+(?:\p{Lu}\.?){1,4}$|\s+(?:GmbH|Ltd|AB|ApS|Oy|Oyj|SARL|SAS|BV|Srl|SpA)\.?$/u, "");
  return [name, short ?? name].some((one) => ` ${letters(text)} `.includes(` ${letters(one).trim()} `));
}

function inWordingLanguages(texts: Clause["text"]): [WordingLanguage, string][] {
  return Object.entries(texts).flatMap(([language, text]) =>
    isWordingLanguage(language) ? [[language, text]] : [],
  );
}

function languageOf(clause: Clause): WordingLanguage {
  return inWordingLanguages(clause.text)[0]?.[0] ?? "en";
}

function own<Content>(things: Readonly<Record<string, Content>>, key: string): Content | undefined {
  return Object.hasOwn(things, key) ? things[key] : undefined;
}
