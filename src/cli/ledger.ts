// `licet ledger`: what somebody else needs to check the log: its key, and a checkpoint to keep.
import type { Command } from "commander";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { say, write } from "./terminal.ts";

export function ledgerCommand(): Command {
  return command("ledger", "Show the key and the newest checkpoint of the log.", [
    [
      "licet ledger checkpoint > kept.txt",
      "hand it to somebody: the log can no longer be written anew unseen",
    ],
  ])
    .addCommand(key())
    .addCommand(checkpoint());
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
  return command("ledger checkpoint", "Print the newest checkpoint of the log (C2SP tlog-checkpoint).", [
    ["licet ledger checkpoint > kept.txt", "later: `licet verify --checkpoint kept.txt`"],
  ]).action(async () => {
    const { withWorld } = await import("./with-world.ts");
    const head = await withWorld(({ world }) => world.store.log.head());
    if (head.checkpoint === null) throw new CodedError("checkpoint-missing");
    await write(head.checkpoint.note);
  });
}
