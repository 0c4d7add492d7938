// `licet law`: a country's rules as the decision reads them, each with its source and how sure it is, and what changed.
import type { Command } from "commander";
import type { NamedCell } from "../core/cell-words.ts";
import type { Cell, Country } from "../core/cells.ts";
import type { LawChange } from "../core/law-changes.ts";
import type { RuleSet } from "../core/rows.ts";
import { command, readDay } from "./command.ts";
import { UsageError } from "./failure.ts";
import { columns, counted, paint, say, sayJson, wrapped } from "./terminal.ts";

interface Options {
  readonly rules?: string;
  readonly json?: true;
}

const disclaimer = "This is not legal advice: counsel must confirm every rule before it is relied on.";

export function lawCommand(): Command {
  return command("law", "Show the rules of a country, or what changed in them; no database.", [
    ["licet law", "the countries that have rules of their own"],
    ["licet law ES", "the rules of Spain, with their sources"],
    ["licet law DK --rules 2023-12-31", "the rules in force on that day"],
    ["licet law diff 2026-01-01 2026-11-23", "what changed between two days"],
  ])
    .argument("[country]", "the code of a country, such as `ES`; EU_DEFAULT for all that have none")
    .option("--rules <date>", "the rule set in force on this day; default: the newest", readDay)
    .option("--json", "one JSON line a rule")
    .action(async (code: string | undefined, options: Options) => {
      const { NEWEST_RULES, ruleSetOn } = await import("../core/rows.ts");
      const rules = ruleSetOn(options.rules ?? NEWEST_RULES)!;
      await (code === undefined ? list(rules, options) : show(code, rules, options));
    })
    .addCommand(diffCommand());
}

function diffCommand(): Command {
  return (
    command("law diff", "Show what changed in the law between two days.", [
      ["licet law diff 2026-01-01 2026-11-23", "each rule that changed, old and new"],
    ])
      .argument("<from>", "a day", readDay)
      .argument("<to>", "a later day", readDay)
      .option("--json", "one JSON line a change")
      // Taken by the command above when it stands behind `diff`.
      .action(async (from: string, to: string, _: Options, diff: Command) => {
        const { ruleSetOn } = await import("../core/rows.ts");
        const { lawChanges } = await import("../core/law-changes.ts");
        if (from > to) throw new UsageError(`write the earlier day first; \`${from}\` comes after \`${to}\``);
        const [before, after] = [ruleSetOn(from)!, ruleSetOn(to)!];
        const changes = lawChanges(before, after);
        if (!diff.optsWithGlobals<Options>().json) return showChanges(changes, before, after);
        for (const change of changes) await sayJson({ from: before, to: after, ...change });
      })
  );
}

async function list(rules: RuleSet, { json }: Options): Promise<void> {
  const { COUNTRIES, cellsOn } = await import("../core/rows.ts");
  const listed = COUNTRIES.map((country) => {
    const { authority, provision } = cellsOn(country, rules);
    return {
      jurisdiction: country.code,
      name: country.name,
      authority: authority.value,
      provisions: provision.value,
      rules,
    };
  });
  if (json) {
    for (const country of listed) await sayJson(country);
    return;
  }
  await say();
  const rows = listed.map(({ jurisdiction, name, provisions }) => [
    paint("bold", jurisdiction),
    name,
    paint("dim", provisions),
  ]);
  for (const row of columns(rows)) await say(`  ${row}`);
  await say();
  await say(`  ${paint("dim", `rules of ${rules} · \`licet law ES\` shows the rules of one`)}`);
  await say();
}

async function show(code: string, rules: RuleSet, { json }: Options): Promise<void> {
  const { knownCells } = await import("../core/cell-words.ts");
  const { isUnsure } = await import("../core/cells.ts");
  const country = await find(code);
  const cells = knownCells(country, rules);
  if (json) {
    for (const { name, cell } of cells)
      await sayJson({ jurisdiction: country.code, cell: name, ...cell, unsure: isUnsure(cell), rules });
    return;
  }
  await say();
  await say(`  ${paint("bold", country.name)} ${paint("dim", `${country.code} · rules of ${rules}`)}`);
  for (const cell of cells) {
    await say();
    await showCell(cell, isUnsure(cell.cell));
  }
  await say();
  const unsure = cells.filter(({ cell }) => isUnsure(cell)).length;
  await say(
    `  ${wrapped(`${disclaimer} ${paint("yellow", "?")} marks ${counted(unsure, "rule", "rules")} of which the source was not read for this, or leaves a doubt.`, 2)}`,
  );
  await say();
}

async function showCell({ name, cell }: NamedCell, unsure: boolean): Promise<void> {
  const { CELL_TITLES, cellText } = await import("../core/cell-words.ts");
  await say(`  ${unsure ? paint("yellow", "?") : " "} ${paint("cyan", CELL_TITLES[name])}`);
  await say(`    ${paint("bold", wrapped(cellText(name, cell), 4))}`);
  const standing = [
    ...(cell.citation === "" ? [] : [cell.citation]),
    ...period(cell),
    `${cell.confidence} confidence`,
    cell.source,
  ];
  await say(`    ${paint("dim", wrapped(standing.join(" · "), 4))}`);
  if (cell.note !== undefined) await say(`    ${paint("italic", wrapped(cell.note, 4))}`);
}

async function showChanges(changes: readonly LawChange[], from: RuleSet, to: RuleSet): Promise<void> {
  const { CELL_TITLES, cellText } = await import("../core/cell-words.ts");
  await say();
  await say(`  ${paint("bold", `rules of ${from} → rules of ${to}`)}`);
  if (changes.length === 0) await say(`  ${paint("dim", "nothing changed")}`);
  for (const { jurisdiction, cell: name, before, after } of changes) {
    const told = (cell: Cell<unknown>) =>
      wrapped(cellText(name, cell) + (cell.citation === "" ? "" : ` · ${cell.citation}`), 6);
    await say();
    await say(`  ${paint("bold", jurisdiction)}  ${paint("cyan", CELL_TITLES[name])}`);
    await say(`    ${paint("red", `- ${told(before)}`)}`);
    await say(`    ${paint("green", `+ ${told(after)}`)}`);
    if (after.note !== undefined) await say(`      ${paint("dim", wrapped(after.note, 6))}`);
  }
  await say();
}

function period({ validFrom, validUntil }: Cell<unknown>): string[] {
  if (validFrom !== undefined && validUntil !== undefined) return [`${validFrom} to ${validUntil}`];
  if (validFrom !== undefined) return [`since ${validFrom}`];
  return validUntil === undefined ? [] : [`until ${validUntil}`];
}

async function find(typed: string): Promise<Country> {
  const { COUNTRIES, countryFor } = await import("../core/rows.ts");
  const code = typed.toUpperCase();
  const country = countryFor(code);
  if (country.code !== code && code !== "UK")
    throw new UsageError(
      `there are no rules for \`${typed}\`; it is decided by \`EU_DEFAULT\`, as is every country but ${COUNTRIES.map((one) => `\`${one.code}\``).join(", ")}`,
    );
  return country;
}
