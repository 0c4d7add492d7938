// `licet keys`: the master key, under which the key of each person is wrapped.
import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { command } from "./command.ts";
import { count, counted, say, sayJson } from "./terminal.ts";

export function keysCommand(): Command {
  return command("keys", "Go over to a new master key.", [
    ["licet keys rotate", "wrap every person's key anew, while the server runs"],
  ]).addCommand(rotate());
}

function rotate(): Command {
  return command(
    "keys rotate",
    "Wrap every person's key under a new master key, and forget the old one. The server may run meanwhile.",
    [["licet keys rotate", "cut off, it is simply run again"]],
  )
    .option("--json", "one JSON line")
    .action(async (options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { rewrapKeys } = await import("../app/keys/rewrap-keys.ts");
      const { rotateMasterKey } = await import("../key-files.ts");
      const { startProgress } = await import("./progress.ts");
      const done = await withWorld(async ({ world }) => {
        const progress = startProgress(2000);
        try {
          return await rotateMasterKey(readConfig(process.env), ({ id }) =>
            rewrapKeys(world, id, ({ seen, keys, rewrapped }) =>
              progress.update({
                done: seen,
                total: keys,
                note: `${counted(rewrapped, "key", "keys")} rewrapped`,
              }),
            ),
          );
        } finally {
          progress.end();
        }
      });
      if (options.json) return sayJson(done);
      if (done.keys > 0 && done.rewrapped === 0)
        return say(
          "every key is wrapped under the newest master key already; put a new one in front of it to go over to that",
        );
      await say(
        `${counted(done.rewrapped, "key", "keys")} of ${count(done.keys)} wrapped under the new master key`,
      );
    });
}
