// How every command is built: its help with an example, its usage errors in our words, and what several options mean alike.
import { styleText } from "node:util";
import { Command, InvalidArgumentError } from "commander";
import { type Instant, parseCalendarDay, parseInstant } from "../core/instant.ts";
import { paintError } from "./terminal.ts";

/**
 * A command, named by its whole path below `licet`.
 *
 * @param examples - what to type, and what comes of it.
 */
export function command(
  path: string,
  description: string,
  examples: readonly (readonly [typed: string, effect: string])[],
): Command {
  const always = (style: "bold" | "cyan" | "dim") => (text: string) =>
    styleText(style, text, { validateStream: false });
  const built = new Command(path.split(" ").at(-1))
    .description(description)
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    // An option after a subcommand is the subcommand's, also where the command above has one of that name.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError(`  see \`${["licet", path, "--help"].filter((word) => word !== "").join(" ")}\``)
    .configureHelp({
      helpWidth: Math.min(process.stdout.columns ?? 100, 100),
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(" "),
      styleTitle: always("bold"),
      styleCommandText: always("cyan"),
      styleSubcommandText: always("cyan"),
      styleOptionText: always("cyan"),
      styleArgumentText: always("cyan"),
    })
    .configureOutput({
      outputError: (text, write) => {
        // Whoever has commands below was given the name of one.
        const [, unknown] = /^error: too many arguments .* got \d+: (.+?)(?:, .*)?\.\s*$/.exec(text) ?? [];
        const told = unknown && built.commands.length > 0 ? `unknown command \`${unknown}\`\n` : text;
        write(`${paintError("red", "licet:")} ${told.replace(/^error: /, "").replaceAll("'", "`")}`);
      },
    });
  built.addHelpText("after", () => {
    const bold = (text: string) => styleText("bold", text);
    const width = Math.max(...examples.map(([typed]) => typed.length));
    const lines = examples.map(([typed, effect]) =>
      `  ${typed.padEnd(width)}  ${styleText("dim", effect)}`.trimEnd(),
    );
    return ["", bold(examples.length > 1 ? "Examples:" : "Example:"), ...lines].join("\n");
  });
  return built;
}

/** Reads `--at`: an instant, or a day, which stands for its first instant in UTC. */
export function readInstant(text: string): Instant {
  const instant = parseInstant(parseCalendarDay(text) === null ? text : `${text}T00:00:00Z`);
  if (instant === null)
    throw new InvalidArgumentError(
      "It should be an instant such as `2026-11-23T12:00:00Z`, or a day such as `2026-11-23`.",
    );
  return instant;
}

/** Reads a day, such as that of a rule set. */
export function readDay(text: string): string {
  if (parseCalendarDay(text) === null)
    throw new InvalidArgumentError("It should be a day such as `2026-11-23`.");
  return text;
}

/** Reads the id of a campaign or a key. */
export function uuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new InvalidArgumentError("It should be an id such as `01981d3e-7c4b-7d2a-9f00-3b1f6a2c4d5e`.");
  return text.toLowerCase();
}

/** Collects an option that may be given several times, each with one or more values. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
