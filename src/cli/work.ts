// `licet work`: sends beside the server, on the same database, until it is told to stop.
import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { command } from "./command.ts";
import { Interrupted } from "./failure.ts";
import { onStopSignal } from "./stop-signals.ts";
import { paint, say } from "./terminal.ts";

export function workCommand(): Command {
  return command(
    "work",
    "Send what is due beside `licet start`, from this or another machine, until Ctrl-C.",
    [
      [
        "DATABASE_URL=postgres://… LICET_SMTP_URL=smtp://… licet work",
        "another machine that shares the campaigns of one database",
      ],
    ],
  ).action(async () => {
    const stopped = Promise.withResolvers<void>();
    onStopSignal((signal, times) => {
      if (times > 1) process.exit(new Interrupted(signal).status);
      stopped.resolve();
    });
    const { startWorker } = await import("../servers.ts");
    const worker = await startWorker(readConfig(process.env));
    await say(
      `sending from ${paint("bold", worker.database)}; Ctrl-C ends it after the letters in flight`,
    ).catch(() => {});
    await Promise.race([stopped.promise, worker.failed]).finally(worker.close);
  });
}
