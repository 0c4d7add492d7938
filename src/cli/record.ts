// `licet record`: puts the facts of another system on record, from a file or standard input.
import { type FileHandle, open } from "node:fs/promises";
import type { Command } from "commander";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { exit } from "./failure.ts";
import { count, counted, paint, paintError, say, sayJson, warn } from "./terminal.ts";

export function recordCommand(): Command {
  return command("record", "Put facts from another system on record.", [
    ["licet record people.jsonl", "from a file; the same line twice changes nothing"],
    ["export-customers | licet record -", "from standard input"],
  ])
    .argument(
      "<file>",
      'JSON Lines, each `{"email", "recipient": {…}, "facts": […]}`; `-` reads standard input',
    )
    .option("--json", "the summary as one JSON line")
    .action(async (file: string, options: { json?: true }) => {
      const handle = file === "-" ? null : await openFile(file);
      const found = await handle?.stat();
      const size = found?.isFile() ? found.size : null;
      const { withWorld } = await import("./with-world.ts");
      const { recordLines } = await import("../app/imports/record-lines.ts");
      const { splitLines } = await import("../app/imports/split-lines.ts");
      const { startProgress } = await import("./progress.ts");
      const tally = await withWorld(async ({ world }) => {
        const progress = startProgress(2000);
        let bytes = 0;
        async function* input(): AsyncGenerator<Buffer> {
          for await (const chunk of handle?.createReadStream() ?? process.stdin) {
            bytes += chunk.length;
            yield chunk;
          }
        }
        try {
          return await recordLines(world, splitLines(input()), "file", {
            onProblem: ({ line, problem }) => {
              progress.end();
              warn(`${paintError("red", `line ${line}:`)} ${problem}`);
            },
            onProgress: ({ lines, recorded, refused }) =>
              progress.update({
                done: lines,
                // How many lines there are is guessed from the bytes read so far; at the end the guess is exact.
                total: size === null || bytes === 0 ? null : Math.round((lines * size) / bytes),
                note: `${counted(recorded, "fact", "facts")} recorded · ${counted(refused, "bad line", "bad lines")}`,
              }),
          });
        } finally {
          progress.end();
        }
      });
      if (tally.refused > 0) process.exitCode = exit.refused;
      if (options.json) return sayJson(tally);
      await say(
        [
          counted(tally.lines, "line", "lines"),
          `${counted(tally.recorded, "fact", "facts")} recorded`,
          ...(tally.unchanged > 0 ? [`${count(tally.unchanged)} on record before`] : []),
          ...(tally.refused > 0
            ? [paint("red", `${counted(tally.refused, "bad line", "bad lines")} left out`)]
            : []),
        ].join(paint("dim", " · ")),
      );
    });
}

async function openFile(file: string): Promise<FileHandle> {
  const unreadable = (why: string, cause?: unknown) =>
    new CodedError("file-unreadable", `\`${file}\` (${why})`, { cause });
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause.code ?? cause.message, cause);
  });
  if (!(await handle.stat()).isDirectory()) return handle;
  await handle.close();
  throw unreadable("it is a folder");
}
