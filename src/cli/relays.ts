// `licet relays`: which mail servers letters go through, and whether each could be used now. Nothing is sent.
import type { Command } from "commander";
import { command } from "./command.ts";
import { exit } from "./failure.ts";
import { columns, paint, say, sayJson } from "./terminal.ts";

export function relaysCommand(): Command {
  return command(
    "relays",
    "Try each relay: whether it is there, encrypts, and lets Licet in. Nothing is sent.",
    [["licet relays", "what stands between Licet and its mail servers"]],
  )
    .option("--json", "one JSON line a relay")
    .action(async (options: { json?: true }) => {
      const { readConfig } = await import("../config.ts");
      const { declaredRelays } = await import("../compose.ts");
      const { tryRelay } = await import("../smtp/try-relay.ts");
      const relays = await declaredRelays(readConfig(process.env));
      if (relays === null) {
        if (!options.json)
          await say(
            "no relay is set, so mail goes to the built-in mailbox; set `LICET_SMTP_URL`, or write relays.yaml",
          );
        return;
      }
      const trials = await Promise.all(relays.map(tryRelay));
      if (trials.some(({ ready }) => !ready)) process.exitCode = exit.refused;
      if (options.json) {
        for (const trial of trials) await sayJson(trial);
        return;
      }
      const rows = trials.map(({ name, at, ready, encrypted, signedIn, problem }) => [
        paint("bold", name),
        at,
        ready ? paint("green", "ready") : paint("red", "not ready"),
        paint(
          "dim",
          ready
            ? [encrypted ? "encrypted" : "not encrypted", ...(signedIn ? ["signed in"] : [])].join(", ")
            : `${problem}`,
        ),
      ]);
      for (const row of columns(rows)) await say(`  ${row}`);
    });
}
