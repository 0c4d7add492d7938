// `licet erase`: destroys the key of one person, and with it all that is personal.
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { formatInstant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import { command } from "./command.ts";
import { exit, UsageError } from "./failure.ts";
import { counted, say, sayJson, warn } from "./terminal.ts";

export function eraseCommand(): Command {
  return command("erase", "Erase one person: for good, and without a way back.", [
    ["licet erase ana@example.com", "asks once more before it does"],
    ["licet erase ana@example.com --yes", "does it at once, as a script needs it"],
  ])
    .argument("<email>", "the address of the person")
    .option("--yes", "do not ask")
    .option("--json", "one JSON line")
    .action(async (email: string, options: { yes?: true; json?: true }) => {
      const address = parseAddress(email);
      if (address === null) throw new CodedError("address-malformed");
      if (!options.yes && !(await agreed(email))) {
        warn("nothing was changed");
        process.exitCode = exit.refused;
        return;
      }
      const { withWorld } = await import("./with-world.ts");
      const { erase } = await import("../app/rights/erase.ts");
      const { subject, at, facts } = await withWorld(({ world }) => erase(world, address, "command"), {
        finishesItself: true,
      });
      if (options.json) return sayJson({ subject, at: formatInstant(at), facts });
      await say("erased: the key is destroyed, and the address is gone");
      await say(
        `kept: what bars further mail, and of ${counted(facts, "fact", "facts")} which act, when, and under which wording`,
      );
      await say("still to do: old backups and other systems, see docs/operate/erasure.md");
    });
}

async function agreed(email: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError("say `--yes` where nobody can be asked");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(
      `Erase all that is personal about ${email}? It cannot be undone. [y/N] `,
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
