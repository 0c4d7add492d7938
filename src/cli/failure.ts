// What a failure looks like to whoever typed the command, and the exit status that scripts read.
import { constants } from "node:os";
import { CommanderError } from "commander";
import { CodedError } from "../errors.ts";
import { paintError, ReaderGone, warn } from "./terminal.ts";

/** Exit statuses. `internal` is EX_SOFTWARE of sysexits.h. */
export const exit = { done: 0, refused: 1, usage: 2, internal: 70 } as const;

/** What was asked for cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Somebody asked the command to stop. The status is the one a shell gives to a program that a signal ended. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly status: number;

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
    this.status = 128 + constants.signals[signal];
  }
}

/** Tells of the failure in a line or two on standard error, and answers the exit status. */
export function report(error: unknown): number {
  if (error instanceof ReaderGone) return exit.done;
  if (error instanceof Interrupted) return error.status;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
  if (error instanceof UsageError) return tell(error, exit.usage);
  if (error instanceof CodedError) return tell(error, exit.refused);
  const internal = error instanceof Error ? error : new Error(String(error));
  tell(internal, exit.internal);
  if (!debugging()) warn("  this is a fault in Licet; set LICET_DEBUG=1 to see where, and please report it");
  return exit.internal;
}

function tell(error: Error, status: number): number {
  warn(`${paintError("red", "licet:")} ${error.message}`);
  if (debugging()) warn(error.stack ?? "");
  return status;
}

function debugging(): boolean {
  return process.env.LICET_DEBUG === "1";
}
