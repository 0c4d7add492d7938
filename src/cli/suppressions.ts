// `licet suppressions`: who told us to stop, for other systems, as hashes under a key that both have.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { count, counted, sayJson, warn } from "./terminal.ts";

export function suppressionsCommand(): Command {
  return command("suppressions", "Share with other systems who told you to stop.", [
    ["licet suppressions export --key-file crm.key > stop.jsonl", "hashes, with no address in them"],
  ]).addCommand(exportCommand());
}

function exportCommand(): Command {
  return command("suppressions export", "Write one JSON line for each person who told you to stop.", [
    ["openssl rand -hex 32 > crm.key", "a key for you and the receiving system, and nobody else"],
    ["licet suppressions export --key-file crm.key > stop.jsonl", "HMAC-SHA256 of each address under it"],
  ])
    .requiredOption("--key-file <file>", "a file with the key of the hashes, 64 hex digits")
    .action(async ({ keyFile }: { keyFile: string }) => {
      const key = readKey(keyFile);
      const { withWorld } = await import("./with-world.ts");
      const { sharedSuppressions } = await import("../app/suppressions/suppressions.ts");
      const { people, withoutAddress } = await withWorld(async ({ world }) => {
        const shared = sharedSuppressions(world, key);
        for (;;) {
          const { value } = await shared.next();
          if ("people" in value) return value;
          await sayJson(value);
        }
      });
      warn(`${counted(people, "person", "people")} who told you to stop`);
      if (withoutAddress > 0)
        warn(
          `${count(withoutAddress)} more of whom no address is kept, most of them erased: no hash can be made. Have the other system ask \`POST /api/v1/suppressions/check\`, which recognises them`,
        );
    });
}

function readKey(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CodedError("file-unreadable", `\`${file}\` (${code})`, { cause });
  }
}
