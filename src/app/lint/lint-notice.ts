// What the notice beside the boxes must say (GDPR 13), in its first layer or in its second.
import { findPhrase, lexica } from "../lexicon/lexica.ts";
import { type NoticeRow, noticeRows } from "../lexicon/lexicon.ts";
import type { Controller, Notice } from "../setup/setup.ts";
import { isWordingLanguage } from "../wordings/ready.ts";
import type { LintFinding } from "./finding.ts";
import { lintText } from "./lint-text.ts";
import { wordsOf } from "./measure-text.ts";
import { proposedRow } from "./proposals.ts";

/** A second layer that holds all of GDPR 13 in fewer words has not been seen. */
const fewestSecondWords = 50;

const silent: Readonly<Record<NoticeRow, string>> = {
  purpose: "says nowhere what for",
  basis: "says neither here nor in the second layer on which basis the data are used",
  recipients: "says neither here nor in the second layer who else gets the data",
  retention: "says neither here nor in the second layer how long the data are kept",
  rights: "says neither here nor in the second layer which rights the person has",
  complaint: "says neither here nor in the second layer that one can complain to an authority",
};

/** The first layer as it is read: every title and text. */
export function firstLayer(notice: Notice | undefined, language: string): string {
  return (notice?.first ?? [])
    .flatMap(({ title, text }) => [title[language] ?? "", text[language] ?? ""])
    .join(".\n\n");
}

export function lintNotice(controller: Controller, key: string, notice: Notice): LintFinding[] {
  const path = ["notices", key];
  return [
    ...notice.first.flatMap(({ text }, row) => lintText(text, [...path, "first", row, "text"])),
    ...lintText(notice.second, [...path, "second"]),
    ...toldOnce(
      Object.keys(notice.second).flatMap((language) =>
        lintLanguage(controller, key, notice, language).map((finding) => ({ finding, language })),
      ),
    ),
  ];
}

/** What a notice lacks in several languages is one finding, with the words of the first of them. */
function toldOnce(lacks: readonly { finding: LintFinding; language: string }[]): LintFinding[] {
  const first = lacks.filter(
    ({ finding }, index) => lacks.findIndex((lack) => isSame(lack.finding, finding)) === index,
  );
  return first.map(({ finding }) => {
    const where = lacks
      .filter((lack) => isSame(lack.finding, finding))
      .map(({ language }) => `\`${language}\``);
    return finding.path.at(-1) === "first"
      ? { ...finding, problem: `${finding.problem} (in ${where.join(", ")})` }
      : finding;
  });
}

function isSame(one: LintFinding, other: LintFinding): boolean {
  return one.rule === other.rule && one.path.join() === other.path.join();
}

function lintLanguage(controller: Controller, key: string, notice: Notice, language: string): LintFinding[] {
  if (!isWordingLanguage(language)) return [];
  const first = firstLayer(notice, language);
  const second = notice.second[language] ?? "";
  const findings: LintFinding[] = [];
  const { rows, subjects } = lexica[language];
  for (const row of noticeRows) {
    const where = row === "purpose" ? first : `${first}\n\n${second}`;
    const phrases = row === "purpose" ? [...rows.purpose, ...subjects] : rows[row];
    if (findPhrase(where, phrases) !== null) continue;
    const finding: LintFinding = {
      rule: `notice-${row}`,
      path: ["notices", key, "first"],
      problem: silent[row],
    };
    findings.push(
      row === "purpose"
        ? finding
        : { ...finding, proposal: proposedRow(language, controller, row === "complaint" ? "rights" : row) },
    );
  }
  const both = `${first} ${second}`;
  if (!both.includes(controller.privacyContact) && !/@\S+\.\S|https?:/u.test(both))
    findings.push({
      rule: "notice-contact",
      path: ["notices", key, "first"],
      problem: `says neither here nor in the second layer where to write about data protection`,
      proposal: proposedRow(language, controller, "controller"),
    });
  const words = wordsOf(second).length;
  if (words < fewestSecondWords || wordsOf(second).join(" ") === wordsOf(first).join(" "))
    findings.push({
      rule: "second-layer-missing",
      path: ["notices", key, "second", language],
      problem:
        words < fewestSecondWords
          ? `is no second layer: it has ${words} words, and what GDPR 13 asks for takes at least ${fewestSecondWords}`
          : "is the first layer again",
    });
  return findings;
}
