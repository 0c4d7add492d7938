// `licet ledger`: how far others have attested the log, and what they need to check it: its key, and a checkpoint to keep.
import type { Command } from "commander";
import type { Attestation } from "../app/ledger/tell-attested.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { exit } from "./failure.ts";
import { columns, count, counted, minute, paint, say, sayJson, warn, write } from "./terminal.ts";

export function ledgerCommand(): Command {
  return command("ledger", "Show how far others have attested the log, its key, and its newest checkpoint.", [
    ["licet ledger", "which witness has cosigned what, when it was last stamped, and what is late"],
    [
      "licet ledger checkpoint > kept.txt",
      "hand it to somebody: the log can no longer be written anew unseen",
    ],
  ])
    .addCommand(key())
    .addCommand(checkpoint())
    .addCommand(attest())
    .option("--json", "one JSON line")
    .action(async (options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { tellAttested } = await import("../app/ledger/tell-attested.ts");
      const attested = await withWorld(({ world }) => tellAttested(world));
      if (attested === null) throw new CodedError("checkpoint-missing");
      if (options.json) return sayJson(asJson(attested));
      const { timestampFaults } = await import("../ledger/timestamp.ts");
      await say();
      for (const row of columns(rows(attested, timestampFaults))) await say(`  ${row}`);
      await say();
    });
}

function rows(
  { checkpoint, witnesses, timestamp }: Attestation,
  faults: Readonly<Record<string, string>>,
): string[][] {
  const reach = ({ size, late }: { size: number; late: boolean }) => {
    const all = size === checkpoint.size;
    const words = all ? "all" : size === 0 ? "nothing yet" : `${count(size)} of ${count(checkpoint.size)}`;
    return late ? paint("red", `${words}, late`) : words;
  };
  const when = (at: Instant | null) => (at === null ? "" : minute(at));
  const titled = (title: string, ...cells: string[]) => [paint("dim", title), ...cells];
  return [
    titled("log", checkpoint.origin, counted(checkpoint.size, "leaf", "leaves"), minute(checkpoint.at)),
    ...witnesses.map((witness) => titled("witness", witness.name, reach(witness), when(witness.at))),
    ...(witnesses.length === 0 ? [titled("witness", "none; set `LICET_WITNESSES`")] : []),
    timestamp === null
      ? titled("timestamp", "none; set `LICET_TIMESTAMP_URL`")
      : titled("timestamp", timestamp.by ?? "", reach(timestamp), when(timestamp.at)),
    ...(timestamp?.fault ? [titled("", paint("red", faults[timestamp.fault] ?? ""))] : []),
  ];
}

function asJson({ checkpoint, witnesses, timestamp }: Attestation): object {
  const timed = <Reach extends { at: Instant | null }>(reach: Reach) => ({
    ...reach,
    at: reach.at === null ? null : formatInstant(reach.at),
  });
  const { origin, size, at } = checkpoint;
  return {
    origin,
    size,
    at: formatInstant(at),
    witnesses: witnesses.map(timed),
    timestamp: timestamp && timed(timestamp),
  };
}

function key(): Command {
  return command("ledger key", "Print the verifier key of the log (C2SP signed-note).", [
    ["licet ledger key", "`name+id+key`, for whoever checks its checkpoints"],
  ]).action(async () => {
    const { withWorld } = await import("./with-world.ts");
    const { logSigner } = await import("../app/ledger/log-key.ts");
    const { verifierKey } = await withWorld(({ world }) => logSigner(world, world.store));
    await say(verifierKey);
  });
}

function checkpoint(): Command {
  return command(
    "ledger checkpoint",
    "Print the newest checkpoint of the log that enough witnesses have cosigned (C2SP tlog-checkpoint).",
    [["licet ledger checkpoint > kept.txt", "later: `licet verify --checkpoint kept.txt`"]],
  ).action(async () => {
    const { withWorld } = await import("./with-world.ts");
    const { showCheckpoint } = await import("../app/ledger/show-checkpoint.ts");
    const note = await withWorld(({ world }) => showCheckpoint(world));
    if (note === null) throw new CodedError("checkpoint-missing");
    await write(note);
  });
}

function attest(): Command {
  return command("ledger attest", "Ask the witnesses and the time-stamping authority now.", [
    ["licet ledger attest", "to try the settings; a running server does it by itself"],
  ]).action(async () => {
    const { withWorld } = await import("./with-world.ts");
    const { askWitness } = await import("../app/ledger/ask-witness.ts");
    const { askAuthority } = await import("../app/ledger/ask-authority.ts");
    await withWorld(async ({ world, signal }) => {
      const { witnesses, authority } = world.attestors;
      if (witnesses.length === 0 && authority === null)
        throw new CodedError("setting-malformed", "`LICET_WITNESSES` and `LICET_TIMESTAMP_URL` are not set");
      const tell = async (who: string, asking: Promise<{ size: number; at: Instant } | null>) => {
        try {
          const answer = await asking;
          const words = answer
            ? `${counted(answer.size, "leaf", "leaves")}, ${minute(answer.at)}`
            : "nothing new to attest";
          await say(`${who}: ${words}`);
        } catch (error) {
          if (!(error instanceof CodedError)) throw error;
          process.exitCode = exit.refused;
          warn(`licet: ${error.message}`);
        }
      };
      for (const witness of witnesses) await tell(witness.key.name, askWitness(world, witness, signal));
      if (authority) await tell("timestamp", askAuthority(world, authority, { now: true, signal }));
    });
  });
}
