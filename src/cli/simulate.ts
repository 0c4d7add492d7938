// `licet simulate`: who would gain and who would lose permission if something were different; nothing is changed.
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Simulated } from "../app/subjects/simulate.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import type { Verdict } from "../core/verdict.ts";
import { CodedError } from "../errors.ts";
import { command, readInstant } from "./command.ts";
import { showMistakes } from "./mistakes.ts";
import { simulationTable, Tally } from "./simulation-table.ts";
import { counted, minute, paint, say, sayJson } from "./terminal.ts";

interface Options {
  readonly change: string;
  readonly purpose?: string;
  readonly at?: Instant;
  readonly list?: true;
  readonly json?: true;
}

export function simulateCommand(): Command {
  return command("simulate", "Show who would gain or lose permission if something were different.", [
    [
      "licet simulate --change examples/lunaria/what-if.yaml",
      "how many, by what they had and what they would have",
    ],
    ["licet simulate --change examples/lunaria/what-if.yaml --list", "who gains and who loses, by name"],
    [
      "licet simulate --change examples/lunaria/what-if.yaml --json",
      "everybody whose answer changes, one JSON line each",
    ],
  ])
    .requiredOption(
      "--change <file>",
      "what would be different: rules, rows, tightenings, clauses, retention",
    )
    .option("--purpose <key>", "only this purpose; default: every purpose of kind marketing")
    .option("--at <instant>", "the moment to decide for; default: now", readInstant)
    .option("--list", "name who gains and who loses")
    .option("--json", "one JSON line for each answer that changes")
    .action(async (options: Options) => {
      const text = await readFile(options.change, "utf8").catch((cause: NodeJS.ErrnoException) => {
        throw new CodedError("file-unreadable", `\`${options.change}\` (${cause.code})`, { cause });
      });
      const { readChangeFile } = await import("../app/setup/change-file.ts");
      const { withWorld } = await import("./with-world.ts");
      const { simulate } = await import("../app/subjects/simulate.ts");
      await withWorld(async ({ world }) => {
        const setup = await world.store.setup.current();
        if (setup === null) throw new CodedError("setup-missing");
        const read = readChangeFile(text, setup);
        if (!read.ok) return showMistakes(options.change, read.mistakes, options.json === true);
        const at = options.at ?? world.clock.now();
        const marketing = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
        const purposes = options.purpose === undefined ? marketing.map(({ key }) => key) : [options.purpose];
        const answers = simulate(world, read.change, purposes, at);
        if (options.json) {
          for await (const one of answers) if (one.effect !== "none") await sayJson(asJson(one));
          return;
        }
        const tally = new Tally(purposes);
        const total = await world.store.people.count();
        const { startProgress } = await import("./progress.ts");
        const progress = startProgress(options.list ? Number.POSITIVE_INFINITY : 2000);
        try {
          for await (const one of answers) {
            tally.add(one);
            if (options.list && (one.effect === "gains" || one.effect === "loses")) await say(listed(one));
            progress.update({ done: tally.people, total, note: "people decided twice" });
          }
        } finally {
          progress.end();
        }
        await say();
        await say(
          `  ${paint("bold", options.change)}${paint("dim", ` · ${counted(tally.people, "person", "people")} · ${minute(at)} · nothing was changed`)}`,
        );
        for (const line of simulationTable(tally)) await say(line === "" ? "" : `  ${line}`);
        await say();
      });
    });
}

const wordOf = (verdict: Verdict) => (verdict.outcome === "permit" ? verdict.basis : verdict.code);

function listed({ person, purpose, effect, before, after }: Simulated): string {
  const mark = effect === "gains" ? paint("green", "+") : paint("red", "-");
  return `  ${mark} ${person.address ?? person.subject}  ${paint("dim", purpose)}  ${wordOf(before)} → ${wordOf(after)}`;
}

function asJson({ person, purpose, effect, before, after }: Simulated): object {
  return {
    email: person.address,
    subject: person.subject,
    purpose,
    effect,
    before: verdictJson(before),
    after: verdictJson(after),
  };
}

function verdictJson(verdict: Verdict): object {
  return {
    outcome: verdict.outcome,
    ...(verdict.outcome === "permit" ? { basis: verdict.basis } : { code: verdict.code }),
    jurisdiction: verdict.jurisdiction,
    validUntil: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
    evidence: verdict.evidence,
    citations: verdict.citations,
    rules: verdict.rules,
  };
}
