// `licet import list`: which files were imported, by whom, and what became of them.
import type { Command } from "commander";
import { formatInstant } from "../core/instant.ts";
import { command } from "./command.ts";
import { columns, minute, paint, say, sayJson } from "./terminal.ts";

export function importListCommand(): Command {
  return command("import list", "Show the imports there were.", [["licet import list", "the newest first"]])
    .option("--json", "one JSON line for each")
    .action(async (_: unknown, own: Command) => {
      const { withWorld } = await import("./with-world.ts");
      const imports = await withWorld(({ world }) => world.store.imports.list());
      if (own.optsWithGlobals().json) {
        for (const { id, declared, begunAt, finishedAt, undoneAt } of imports)
          await sayJson({
            id,
            begunAt: formatInstant(begunAt),
            finishedAt: finishedAt && formatInstant(finishedAt),
            undoneAt: undoneAt && formatInstant(undoneAt),
            declared,
          });
        return;
      }
      if (imports.length === 0) return say("nothing was imported yet");
      const rows = imports.map(({ id, declared, begunAt, finishedAt, undoingAt, undoneAt }) => [
        id,
        minute(begunAt),
        undoneAt ? "taken back" : undoingAt ? "being taken back" : finishedAt ? "finished" : "not finished",
        declared.file.name,
        declared.declaredBy ?? paint("dim", "nobody declared"),
      ]);
      for (const line of columns(rows)) await say(line);
    });
}
