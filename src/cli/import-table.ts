// What an import came to: purpose by purpose, who may be written to, who may not, and why, in words.
import type { Declared, Wishes } from "../app/imports/declare-import.ts";
import { type PartTally, reasonsOf } from "../app/imports/import-tally.ts";
import type { OpenTable } from "../app/imports/tables/open-table.ts";
import { GROUPS, type Group } from "../app/imports/triage.ts";
import type { Basis, RefusalCode } from "../core/codes.ts";
import { EXPLANATIONS } from "../core/explanations/languages.ts";
import { aside, columns, count, counted, paint, type Style } from "./terminal.ts";

export interface ImportShown {
  readonly table: OpenTable;
  readonly wishes: Wishes;
  readonly declared: Declared;
  readonly tally: PartTally;
  readonly dry: boolean;
  readonly rejects: string | null;
}

const titles: Readonly<Record<Group, readonly [string, Style]>> = {
  proven: ["may be written to, on proof", "green"],
  customer: ["as a customer, for a time", "green"],
  company: ["by the rules for companies", "green"],
  ask: ["not before a new consent (not by email)", "yellow"],
  never: ["never", "red"],
};

export function importTable(shown: ImportShown): string[] {
  const { table, wishes, declared, tally, dry, rejects } = shown;
  const { surveyed, separator } = table;
  const written = [
    surveyed.format === "xlsx"
      ? "Excel"
      : surveyed.format === "json-lines"
        ? "JSON Lines"
        : surveyed.encoding,
    ...(separator === null ? [] : [`\`${separator === "\t" ? "tab" : separator}\` between cells`]),
    counted(tally.rows, "row", "rows"),
  ].join(" · ");
  const lines = ["", `  ${paint("bold", wishes.fileName)}${paint("dim", ` · ${written}`)}`];
  lines.push(
    `  ${paint("dim", `read as: ${declared.meaning.preset?.title ?? "its columns were named by you"}`)}`,
  );
  if (dry) lines.push(`  ${paint("dim", "a dry run: nothing was recorded")}`);
  for (const purpose of wishes.purposes) {
    const counts = tally.verdicts[purpose] ?? {};
    const total = Object.values(counts).reduce((sum, value) => sum + value, 0);
    const share = (value: number) => (total === 0 ? "" : `${((value * 100) / total).toFixed(1)} %`);
    const rows = GROUPS.flatMap((group) => {
      const reasons = reasonsOf(counts, group);
      const sum = reasons.reduce((all, [, value]) => all + value, 0);
      const [title, style] = titles[group];
      return [
        [paint(style, title), count(sum), share(sum), ""],
        ...reasons.map(([reason, value]) => [
          paint("dim", `  ${reason}`),
          count(value),
          share(value),
          aside(EXPLANATIONS.en[reason as Basis | RefusalCode].name),
        ]),
      ];
    });
    lines.push("", `  ${paint("bold", purpose)}`, ...columns(rows, [1, 2]).map((line) => `    ${line}`));
  }
  lines.push("");
  const again = declared.earlier?.finishedAt != null;
  const said = [
    ...(again ? ["this file was imported before; nothing was recorded"] : []),
    ...(dry || again ? [] : [`${counted(tally.recorded, "fact", "facts")} recorded`]),
    ...(tally.known > 0 ? [`${count(tally.known)} on record before`] : []),
    ...(tally.notRevived > 0
      ? [`${counted(tally.notRevived, "person", "people")} had left before, and stay so`]
      : []),
    ...(tally.contradicting > 0
      ? [
          `${counted(tally.contradicting, "row contradicts", "rows contradict")} another one of the file: who has left there, has left`,
        ]
      : []),
    ...(tally.refused > 0
      ? [
          paint(
            "red",
            `${counted(tally.refused, "row", "rows")} left out${rejects ? `, see ${rejects}` : ""}`,
          ),
        ]
      : []),
  ];
  for (const sentence of said) lines.push(`  ${sentence}`);
  if (!dry)
    lines.push(
      `  ${paint("dim", `import ${declared.id} · take it back with: licet import undo ${declared.id}`)}`,
    );
  return [...lines, ""];
}
