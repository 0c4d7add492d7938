// `licet import undo`: takes a whole import back.
import type { Command } from "commander";
import { command, uuid } from "./command.ts";
import { count, counted, say, sayJson } from "./terminal.ts";

export function importUndoCommand(): Command {
  return command("import undo", "Take a whole import back. Who has left stays gone.", [
    ["licet import undo 01981d3e-7c4b-8d2a-9f00-3b1f6a2c4d5e", "the id is shown by `licet import list`"],
  ])
    .argument("<id>", "the id of the import", uuid)
    .option("--json", "the summary as one JSON line")
    .action(async (id: string, _: unknown, own: Command) => {
      const { withWorld } = await import("./with-world.ts");
      const { undoImport } = await import("../app/imports/undo-import.ts");
      const { startProgress } = await import("./progress.ts");
      const undone = await withWorld(async ({ world, signal }) => {
        const progress = startProgress(2000);
        try {
          return await undoImport(
            world,
            id,
            ({ retracted, kept }) =>
              progress.update({ done: retracted + kept, total: null, note: "facts taken back or kept" }),
            signal,
          );
        } finally {
          progress.end();
        }
      });
      if (own.optsWithGlobals().json) return sayJson({ id, ...undone });
      await say(
        `${counted(undone.retracted, "fact", "facts")} taken back · ${count(undone.kept)} that bar somebody stay`,
      );
    });
}
