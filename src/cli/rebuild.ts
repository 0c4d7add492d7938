// `licet rebuild`: makes standings and permissions anew from the facts, while a server goes on sending.
import type { Command } from "commander";
import { command } from "./command.ts";
import { count, counted, paint, say, sayJson } from "./terminal.ts";

export function rebuildCommand(): Command {
  return command("rebuild", "Make every standing and permission anew from the facts; sending goes on.", [
    ["licet rebuild", "a few people at a time, in the order of their keys"],
  ])
    .option("--json", "one JSON line")
    .action(async (options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { rebuild } = await import("../app/ledger/rebuild.ts");
      const { startProgress } = await import("./progress.ts");
      const progress = startProgress(2000);
      const { people, mended } = await withWorld(async ({ world, signal }) => {
        const total = await world.store.people.count();
        return rebuild(world, {
          signal,
          onPeople: (done) => progress.update({ done, total, note: "people" }),
        });
      }).finally(progress.end);
      if (options.json) return sayJson({ people, mended });
      await say(
        `${paint("bold", counted(people, "person", "people"))}: ${mended === 0 ? "all was as the facts have it" : `${count(mended)} had another standing than the facts have`}`,
      );
    });
}
