// `licet verify`: audits the whole log and all that rests on it, and names the first thing wrong; or checks one receipt.
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Audit, Fault, Resumed } from "../app/ledger/verify-log.ts";
import { readConfig } from "../config.ts";
import { formatInstant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { auditMarkFile } from "./audit-mark-file.ts";
import { collect, command } from "./command.ts";
import { exit, UsageError } from "./failure.ts";
import { columns, count, counted, minute, paint, say, sayJson, warn } from "./terminal.ts";
import { tellReceipt } from "./verify-receipt.ts";

interface Options {
  readonly checkpoint?: string;
  readonly resume?: true;
  readonly key?: string;
  readonly witness?: readonly string[];
  readonly anchors?: string;
  readonly json?: true;
}

export function verifyCommand(): Command {
  return command(
    "verify",
    "Audit the log and everything that rests on it, or check one receipt. Changes nothing.",
    [
      ["licet verify", "from the first fact to the newest checkpoint"],
      ["licet verify --checkpoint kept.txt", "and that this is still the log that you were shown then"],
      ["licet verify --resume", "on from where an audit was interrupted"],
      ["licet verify ana.json --key KEY", "a receipt: offline, without a data folder"],
    ],
  )
    .argument("[file]", "a receipt, as `licet receipt` wrote it; absent: the log of this data folder")
    .option("--checkpoint <file>", "an older checkpoint of this log, as `licet ledger checkpoint` printed it")
    .option(
      "--resume",
      "go on from where the last audit was interrupted; what it found sound is not looked at again",
    )
    .option("--key <key>", "of a receipt: the public key of its log, as `licet ledger key` printed it there")
    .option("--witness <key...>", "of a receipt: the public key of a witness that you trust", collect)
    .option("--anchors <file>", "of a receipt: certificates that its timestamps must lead to, PEM")
    .option("--json", "one JSON line")
    .action(async (file: string | undefined, options: Options) => {
      if (file !== undefined) {
        const foreign = (["checkpoint", "resume"] as const).find((name) => options[name] !== undefined);
        if (foreign !== undefined) throw new UsageError(`\`--${foreign}\` is for the log, not for a receipt`);
        const { key, json, witness: witnesses = [], anchors } = options;
        return tellReceipt(await readText(file), {
          ...(key !== undefined && { key }),
          ...(json && { json }),
          witnesses,
          anchors: anchors === undefined ? "" : await readText(anchors),
        });
      }
      const foreign = (["key", "witness", "anchors"] as const).find((name) => options[name] !== undefined);
      if (foreign !== undefined) throw new UsageError(`\`--${foreign}\` is for a receipt: name its file`);
      const held = options.checkpoint === undefined ? undefined : await readText(options.checkpoint);
      const { withWorld } = await import("./with-world.ts");
      const { faults, verifyLog } = await import("../app/ledger/verify-log.ts");
      const { startProgress } = await import("./progress.ts");
      const mark = auditMarkFile(readConfig(process.env).dataFolder);
      if (mark.left !== null && !options.resume)
        warn("  an audit was interrupted before; `licet verify --resume` would go on from there");
      const progress = startProgress(2000);
      const keep = () => {
        progress.end();
        if (mark.keep()) warn("  not finished; `licet verify --resume` goes on from here");
      };
      const audit = await withWorld(({ world, signal }) => {
        // At once: a statement that PostgreSQL is at may take its time to end.
        signal.addEventListener("abort", keep);
        return verifyLog(world, {
          ...(held !== undefined && { held }),
          ...(options.resume && { earlier: mark.left ?? "", onResumed: tellResumed }),
          onProgress: (done, total, of) => progress.update({ done, total, note: phases[of] }),
          onReached: mark.reached,
        });
      }).finally(progress.end);
      mark.remove();
      if (audit.fault) process.exitCode = exit.refused;
      if (options.json) return sayJson(asJson(audit));
      if (audit.fault) {
        await say();
        await say(`  ${paint(["bold", "red"], "not sound")}  ${faults[audit.fault.kind]}`);
        await say(`  ${paint("dim", place(audit.fault))}`);
        return say();
      }
      return tellSound(audit, held !== undefined);
    });
}

const phases = {
  leaves: "leaves of the log",
  strays: "what stands outside of the log",
  people: "people",
  messages: "evidence of every message",
} as const;

/** Before the work, and apart from its answer: what this audit takes over from an earlier one. */
function tellResumed(resumed: Resumed | null): void {
  if (resumed === null) {
    warn("  there is nothing to go on from that holds here: from the first leaf");
    return;
  }
  const { leaves, people, begunAt, reachedAt } = resumed;
  warn(
    `  on from leaf ${count(leaves)} and person ${count(people)}; what stands before was checked between ${minute(begunAt)} and ${minute(reachedAt)}`,
  );
}

async function tellSound(audit: Audit, held: boolean): Promise<void> {
  const { checkpoint, attested, leaves, people, outdated, waiting, couldLiftBars } = audit;
  await say();
  await say(
    `  ${paint(["bold", "green"], "sound")}  ${counted(leaves, "leaf", "leaves")}, ${counted(people, "person", "people")}`,
  );
  if (checkpoint) {
    const rows = [
      ["log", checkpoint.origin],
      ["root", checkpoint.root.toString("base64")],
      ["signed", minute(checkpoint.at)],
      ...(attested.cosignatures > 0
        ? [["cosigned", `${counted(attested.cosignatures, "time", "times")}, by witnesses`]]
        : []),
      ...(attested.timestamps > 0
        ? [["stamped", `${counted(attested.timestamps, "time", "times")}, by an authority`]]
        : []),
      ...(held ? [["held", "the checkpoint that you hold is of this log"]] : []),
    ];
    for (const row of columns(rows.map(([title = "", value = ""]) => [paint("dim", title), value])))
      await say(`  ${row}`);
  }
  await say();
  if (waiting.facts + waiting.deliveries > 0)
    warn(
      `  ${counted(waiting.facts, "fact", "facts")} and ${counted(waiting.deliveries, "message", "messages")} are not in the log yet; a running server puts them there each second`,
    );
  if (attested.timestamps > 0 && !audit.anchored)
    warn(
      "  whom the timestamps come from was not checked: `LICET_TIMESTAMP_ANCHORS` names no certificates that are trusted",
    );
  if (couldLiftBars)
    warn(
      "  the database role could lift its own bars; docs/operate/database.md says how to give the tables an owner",
    );
  if (outdated > 0)
    warn(
      `  ${count(outdated)} stored verdicts are of an earlier set-up; they are asked anew before they are used`,
    );
}

function place({ kind, index, position, subject, campaign, words }: Fault): string {
  const known: readonly (readonly [string, unknown])[] = [
    ["position", position],
    ["leaf", index],
    ["person", subject],
    ["campaign", campaign],
    [kind === "words-changed" ? "wording" : "found", words],
  ];
  return known
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(" · ");
}

function asJson({ checkpoint, resumed, ...audit }: Audit): object {
  const signed = checkpoint && {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: checkpoint.root.toString("base64"),
    at: formatInstant(checkpoint.at),
  };
  const earlier = resumed && {
    ...resumed,
    begunAt: formatInstant(resumed.begunAt),
    reachedAt: formatInstant(resumed.reachedAt),
  };
  return { sound: audit.fault === null, ...audit, checkpoint: signed, resumed: earlier };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CodedError("file-unreadable", `\`${file}\` (${code})`, { cause });
  }
}
