// `licet forms`: reads forms for what would make a consent invalid, and prints ready wordings.
import type { Command } from "commander";
import { stringify } from "yaml";
import type { Mistake } from "../app/setup/marked-yaml.ts";
import {
  type WordingLanguage,
  type WordingPurpose,
  wordingLanguages,
  wordingPurposes,
} from "../app/wordings/wordings.ts";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { exit, UsageError } from "./failure.ts";
import { showFindings } from "./mistakes.ts";
import { assetsBeside, readSetupText } from "./setup-text.ts";
import { paint, say, write } from "./terminal.ts";

export function formsCommand(): Command {
  return command("forms", "Check forms before people see them, and find words for them.", [
    ["licet forms lint licet.yaml", "what would make a consent invalid, with the law and better words"],
    ["licet forms wordings --language de --purpose newsletter", "words to begin with"],
  ])
    .addCommand(lintCommand())
    .addCommand(wordingsCommand());
}

function lintCommand(): Command {
  return command("forms lint", "Name what would make a consent invalid, or weaker than it could be.", [
    ["licet forms lint licet.yaml", "a file, before it is published; no database"],
    ["licet forms lint", "the forms that are in force"],
    ["licet forms lint licet.yaml --json", "one JSON line a finding"],
  ])
    .argument("[file]", "a set-up file; without one, what is in force")
    .option("--json", "one JSON line a finding")
    .action(async (file: string | undefined, { json }: { json?: true }) => {
      const { isError, readSetupFile } = await import("../app/setup/setup-file.ts");
      const findings =
        file === undefined
          ? await inForce()
          : fileFindings(readSetupFile(await readSetupText(file), assetsBeside(file)));
      if (findings.some(isError)) process.exitCode = exit.refused;
      await showFindings(file ?? null, findings, json === true);
    });
}

type Read = ReturnType<typeof import("../app/setup/setup-file.ts")["readSetupFile"]>;

const fileFindings = (read: Read): readonly Mistake[] => (read.ok ? read.warnings : read.mistakes);

/** What is in force has no lines; its findings have paths. */
async function inForce(): Promise<Mistake[]> {
  const { lint } = await import("../app/lint/lint.ts");
  const { withoutPlace } = await import("../app/lint/finding.ts");
  const { withWorld } = await import("./with-world.ts");
  const setup = await withWorld(({ world }) => world.store.setup.current());
  if (setup === null) throw new CodedError("setup-missing");
  const contents = <Content>(things: Readonly<Record<string, { readonly content: Content }>>) =>
    Object.fromEntries(Object.entries(things).map(([key, { content }]) => [key, content]));
  const { controller, purposes, clauses, notices, forms } = setup;
  return lint({
    controller: controller.content,
    purposes: contents(purposes),
    clauses: contents(clauses),
    notices: contents(notices),
    forms: contents(forms),
  }).map(withoutPlace);
}

function wordingsCommand(): Command {
  return command("forms wordings", "Print ready wordings, to be pasted into licet.yaml.", [
    ["licet forms wordings --language es fr --purpose newsletter", "one purpose in two languages"],
    [
      'licet forms wordings --language de --controller "Lunaria GmbH"',
      "all of them in German, with your name in them",
    ],
  ])
    .option("--language <code...>", `one or more of ${wordingLanguages.join(", ")}; default: all`)
    .option("--purpose <key...>", `one or more of ${wordingPurposes.join(", ")}; default: all`)
    .option("--controller <name>", "your legal name, put where it belongs")
    .action(async (options: { language?: string[]; purpose?: string[]; controller?: string }) => {
      const { declareReady } = await import("../app/wordings/declare.ts");
      const { readyWordings } = await import("../app/wordings/ready.ts");
      const languages = chosen<WordingLanguage>(options.language, wordingLanguages, "language");
      const purposes = chosen<WordingPurpose>(options.purpose, wordingPurposes, "purpose");
      const { softOptIn, ...piece } = declareReady(purposes, languages, { controller: options.controller });
      const comment = (line: string) => say(paint("dim", line === "" ? "#" : `# ${line}`));
      await comment(
        "Ready wordings, to be pasted into licet.yaml. Every one needs counsel's approval before it is",
      );
      await comment("published; once given, put it beside the text: approval: { by: …, at: 2026-11-25 }");
      await comment(
        "What stands in braces is yours to fill in; `licet forms lint` names what is left. For instance:",
      );
      for (const language of languages) {
        const { howOften, topic } = readyWordings[language].samples;
        await comment(`  ${language}  {howOften} ${howOften}`);
        await comment(`      {topic} ${topic}`);
      }
      await comment(
        "Change what is not so with you: who gets the data, where they go, how long they are kept.",
      );
      const filled = Object.entries(piece).filter(([, part]) => Object.keys(part).length > 0);
      await write(stringify(Object.fromEntries(filled), { lineWidth: 110, aliasDuplicateObjects: false }));
      if (softOptIn === undefined) return;
      await comment("Into an order form. Poland has no soft opt-in.");
      await write(stringify({ softOptIn }, { lineWidth: 110, aliasDuplicateObjects: false }));
    });
}

function chosen<Word extends string>(
  typed: readonly string[] | undefined,
  known: readonly Word[],
  what: string,
): readonly Word[] {
  if (typed === undefined) return known;
  for (const word of typed)
    if (!(known as readonly string[]).includes(word))
      throw new UsageError(
        `there are no wordings for the ${what} \`${word}\`; there are for ${known.join(", ")}`,
      );
  return known.filter((word) => typed.includes(word));
}
