// The mistakes of a file, each with its place in a form that editors open, and what the lint found, with law and better words.
import type { Mistake } from "../app/setup/marked-yaml.ts";
import { exit } from "./failure.ts";
import { counted, paint, paintError, say, sayJson, warn, wrapped } from "./terminal.ts";

/** What stops a file. Warnings of the lint may stand among it. */
export async function showMistakes(file: string, mistakes: readonly Mistake[], json: boolean): Promise<void> {
  process.exitCode = exit.refused;
  if (json) return showJson(file, mistakes);
  const { isError } = await import("../app/setup/setup-file.ts");
  for (const line of await allTold(file, mistakes, paintError)) warn(line);
  const errors = mistakes.filter(isError).length;
  warn(`${paintError("red", "licet:")} ${counted(errors, "mistake", "mistakes")}; nothing was changed`);
}

/** What weakens a file that is published all the same; `file` is null for what has no place in it. */
export async function showWarnings(file: string | null, warnings: readonly Mistake[]): Promise<void> {
  for (const line of await allTold(file, warnings, paintError)) warn(line);
}

/** The answer of the lint, errors and warnings in the order of the file; `file` is null for what is in force. */
export async function showFindings(
  file: string | null,
  findings: readonly Mistake[],
  json: boolean,
): Promise<void> {
  if (json) return showJson(file, findings);
  const { isError } = await import("../app/setup/setup-file.ts");
  for (const line of await allTold(file, findings, paint)) await say(line);
  const errors = findings.filter(isError).length;
  const warnings = findings.length - errors;
  await say(
    findings.length === 0
      ? "nothing found; counsel still has to read it"
      : `${counted(errors, "error", "errors")}, ${counted(warnings, "warning", "warnings")}${errors > 0 ? "; `licet apply` would refuse it" : ""}`,
  );
}

async function showJson(file: string | null, mistakes: readonly Mistake[]): Promise<void> {
  const { lintRules } = await import("../app/lint/rules.ts");
  for (const { line, column, path, problem, rule, proposal } of mistakes)
    await sayJson({
      ...(file === null ? { path } : { file, line, column, path }),
      problem,
      ...(rule !== undefined && {
        rule,
        severity: lintRules[rule].severity,
        articles: lintRules[rule].articles,
        remedy: lintRules[rule].remedy,
      }),
      ...(proposal !== undefined && { proposal }),
    });
}

/** What mends several things in the same place is written under the last of them. */
async function allTold(
  file: string | null,
  mistakes: readonly Mistake[],
  paintIn: typeof paint,
): Promise<string[]> {
  const lines: string[] = [];
  for (const [index, { proposal, ...mistake }] of mistakes.entries()) {
    const again = proposal === undefined || mistakes[index + 1]?.proposal === proposal;
    lines.push(...(await told(file, again ? mistake : { ...mistake, proposal }, paintIn)));
  }
  if (mistakes.some(({ proposal }) => proposal?.includes("{")))
    lines.push("what stands in braces is yours to fill in, and all of it counsel's to approve");
  return lines;
}

async function told(file: string | null, mistake: Mistake, paintIn: typeof paint): Promise<string[]> {
  const { line, column, problem, rule, proposal } = mistake;
  const place = file === null ? "" : `${paintIn("bold", `${file}:${line}:${column}:`)} `;
  if (rule === undefined) return [`${place}${problem}`];
  const { lintRules } = await import("../app/lint/rules.ts");
  const { severity, articles, remedy } = lintRules[rule];
  const row = (title: string, text: string) => `    ${paintIn("dim", title.padEnd(7))} ${wrapped(text, 12)}`;
  return [
    `${place}${paintIn(severity === "error" ? "red" : "yellow", severity)} ${problem}`,
    row("law", `${articles.join(", ")} ${paintIn("dim", `(${rule})`)}`),
    row("do", remedy),
    ...(proposal === undefined ? [] : [row("write", paintIn("cyan", proposal))]),
    "",
  ];
}
