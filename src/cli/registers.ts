// `licet registers`: official exclusion lists, how fresh they are, loading a new copy, and whom to ask their keeper about.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { type RegisterFormat, registerFormats } from "../app/registers/read-register.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import { SNAPSHOT_LIVES_MS } from "../core/registers.ts";
import { CodedError } from "../errors.ts";
import { command, readInstant } from "./command.ts";
import { UsageError } from "./failure.ts";
import { aside, columns, count, counted, minute, paint, say, sayJson, warn } from "./terminal.ts";

export function registersCommand(): Command {
  return command("registers", "Show the official exclusion lists, and load new copies of them.", [
    ["licet registers", "which lists bind where, and until when the copies in use answer"],
    ["licet registers load ECG_AT ecg-liste.hash --taken-at 2026-11-25T06:00:00Z", "a copy from a file"],
    ["licet registers load ECG_AT --command 'curl -sf https://…'", "from a command, each morning by cron"],
    ["licet registers ask ROBINSON_ES --out ask.csv", "the addresses that Adigital's client needs to see"],
  ])
    .option("--json", "one JSON line a list")
    .action(async ({ json }: { json?: true }) => list(json === true))
    .addCommand(loadCommand())
    .addCommand(askCommand());
}

async function list(json: boolean): Promise<void> {
  const { withWorld } = await import("./with-world.ts");
  const { registersInUse } = await import("../app/registers/in-use.ts");
  const { now, found } = await withWorld(async ({ world }) => ({
    now: world.clock.now(),
    found: await registersInUse(world),
  }));
  if (json) {
    for (const { register, title, binds, copy, until } of found)
      await sayJson({
        ...{ register, title, binds },
        takenAt: copy && formatInstant(copy.takenAt),
        until: until === null ? null : formatInstant(until),
        entries: copy?.entries ?? null,
      });
    return;
  }
  const rows = found.map(({ register, title, from, binds, copy, until }) => {
    const fresh = until !== null && until >= now;
    return [
      paint("bold", register),
      title,
      binds.join(" "),
      copy ? counted(copy.entries, "entry", "entries") : "",
      fresh
        ? paint("green", `answers until ${minute(until)}`)
        : paint("red", until === null ? "never loaded" : `out of date since ${minute(until)}`),
      aside(fresh ? "" : from),
    ];
  });
  for (const row of columns(rows, [3])) await say(row);
  await say();
  await say(
    "A copy answers for 24 hours. Without one, whom the list protects gets no advertising but by consent.",
  );
}

interface LoadOptions {
  readonly takenAt?: Instant;
  readonly command?: string;
  readonly format?: RegisterFormat;
  readonly smaller?: true;
  readonly json?: true;
}

function loadCommand(): Command {
  const formats = Object.entries(registerFormats)
    .map(([name, { words }]) => `\`${name}\`: ${words}`)
    .join("; ");
  return command("registers load", "Load a new copy of an exclusion list; it binds at once.", [
    [
      "licet registers load ROBINSON_ES answer.csv --taken-at 2026-11-25T06:00:00Z",
      "what Adigital's client gave back",
    ],
    ["licet registers load ECG_AT --command 'curl -sf https://…'", "what a command prints, taken now"],
  ])
    .argument("<register>", "its name, as in `licet registers`")
    .argument("[file]", "the file; or give `--command`")
    .option(
      "--taken-at <instant>",
      "when its keeper handed it out; a command's output is taken now",
      readInstant,
    )
    .option("--command <command>", "a shell command that prints it")
    .addOption(
      new Option("--format <name>", `how it is written, where that is not as usual. ${formats}`).choices(
        Object.keys(registerFormats),
      ),
    )
    .option("--smaller", "take it although it is smaller than it should be")
    .option("--json", "one JSON line")
    .action(async (register: string, file: string | undefined, options: LoadOptions) => {
      if ((file === undefined) === (options.command === undefined))
        throw new UsageError("say where the list comes from: a file, or `--command`, and not both");
      if (file !== undefined && options.takenAt === undefined)
        throw new UsageError(`say when the list was taken, by \`--taken-at\`; ${await writtenAt(file)}`);
      const { withWorld } = await import("./with-world.ts");
      const { loadRegister } = await import("../app/registers/load-register.ts");
      const { startProgress } = await import("./progress.ts");
      const progress = startProgress(2000);
      const copy = await withWorld(({ world }) =>
        loadRegister(world, {
          register,
          takenAt: options.takenAt ?? world.clock.now(),
          ...(options.format && { format: options.format }),
          ...(options.smaller && { smaller: true }),
          chunks: file === undefined ? printedBy(options.command ?? "") : readFrom(file),
          onProgress: (done) => progress.update({ done, total: null, note: "entries" }),
        }),
      ).finally(progress.end);
      const until = (copy.takenAt + SNAPSHOT_LIVES_MS) as Instant;
      if (options.json)
        return sayJson({
          ...{ register, entries: copy.entries, whole: copy.whole },
          takenAt: formatInstant(copy.takenAt),
          until: formatInstant(until),
        });
      await say(
        `${paint("bold", register)}: ${counted(copy.entries, "entry", "entries")}, taken ${minute(copy.takenAt)}; it answers until ${minute(until)}`,
      );
      await say(
        copy.whole
          ? "it is the whole list: whoever is not in it is not listed"
          : "it answers for those alone whom it names: keep the file, it holds the keeper's proofs",
      );
    });
}

/** A file copied is younger than the list in it, so this is only a hint. */
async function writtenAt(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found === null
    ? "its keeper says so where you got it"
    : `the file was written ${new Date(found.mtimeMs).toISOString()}, the list may be older`;
}

async function* readFrom(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new CodedError("file-unreadable", `\`${file}\` (${code})`, { cause });
  }
}

/** @throws CodedError `register-command-failed`, also after all was printed: then none of it counts. */
async function* printedBy(shell: string): AsyncGenerator<Uint8Array> {
  const child = spawn(shell, { shell: true, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close") as Promise<[number | null]>;
  // Whoever waits for it hears of its failure; nobody may be waiting yet.
  ended.catch(() => {});
  try {
    yield* child.stdout;
    const [status] = await ended;
    if (status !== 0) throw new CodedError("register-command-failed", `status ${status ?? "none"}`);
  } finally {
    child.kill();
  }
}

function askCommand(): Command {
  return command(
    "registers ask",
    "Write down the addresses that a list's keeper needs to see, and no others.",
    [["licet registers ask ROBINSON_ES --out ask.csv", "then `licet registers load` what comes back"]],
  )
    .argument("<register>", "its name, as in `licet registers`")
    .requiredOption("--out <file>", "a new file, readable by you alone")
    .action(async (register: string, { out }: { out: string }) => {
      const { withWorld } = await import("./with-world.ts");
      const { addressesToAsk } = await import("../app/registers/people-to-ask.ts");
      const handle = await open(out, "wx", 0o600).catch((cause: NodeJS.ErrnoException) => {
        throw new CodedError("file-unwritable", `\`${out}\` (${cause.code})`, { cause });
      });
      let people = 0;
      try {
        await withWorld(async ({ world }) => {
          for await (const address of addressesToAsk(world, register)) {
            await handle.write(`${address}\n`);
            people += 1;
          }
        });
      } finally {
        await handle.close();
      }
      await say(
        `\`${out}\`: ${count(people)} ${people === 1 ? "address" : "addresses"}, of people who may be written to if ${register} does not hold them`,
      );
      warn("it holds addresses: delete it when the answer is loaded");
    });
}
