// `licet hear`: reads saved mails that came back, for whoever gets bounces by another way.
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Heard } from "../app/listening/heard.ts";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { exit } from "./failure.ts";
import { say, sayJson } from "./terminal.ts";

export function hearCommand(): Command {
  return command("hear", "Read saved bounces, complaints and answers, and put on record what follows.", [
    ["licet hear bounce.eml", "one mail as it was saved, with all its headers"],
    ["licet hear Maildir/new/* --json", "many; the same mail twice is one fact"],
  ])
    .argument("<file...>", "mails, one a file")
    .option("--json", "one JSON line a mail")
    .action(async (files: readonly string[], options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { hearAndTell } = await import("../listeners.ts");
      await withWorld(async ({ world, signal }) => {
        for (const file of files) {
          signal.throwIfAborted();
          const mail = { reversePath: null, forwardPaths: [], raw: await read(file) };
          const { heard, taken } = await hearAndTell(world, mail, "inbound:file");
          if (taken === "left") process.exitCode = exit.refused;
          if (options.json) await sayJson({ file, heard: heard.kind, taken: taken === "taken" });
          else await say(`${file}: ${words(heard, taken === "taken")}`);
        }
      });
    });
}

function words(heard: Heard, taken: boolean): string {
  if (heard.kind === "bounce" && taken) return bounceWords[heard.says];
  if (!taken && heard.kind !== "noise" && heard.kind !== "reply")
    return "it names no letter that was sent from here; nothing was recorded";
  return {
    bounce: "",
    complaint: "a complaint; the person is not written to again",
    leaving: "the person has left what the mail was for",
    passing: "written by a machine, and nothing follows from it",
    reply: "a person wrote; read it",
    noise: "nothing that a machine understands; read it",
  }[heard.kind];
}

const bounceWords = {
  "mailbox-gone": "the mailbox is gone; nobody is written to there again",
  "mailbox-full": "the mailbox is full; recorded as passing",
  "try-later": "it could not be delivered for a time; recorded as passing",
  unknown: "it was not delivered, and does not say why; recorded as passing",
  "about-us": "refused for a reason of ours; nothing is held against the person",
} as const satisfies Record<Extract<Heard, { kind: "bounce" }>["says"], string>;

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new CodedError("file-unreadable", `\`${file}\``, { cause });
  }
}
