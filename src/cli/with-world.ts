// Opens the world for the length of one command, and closes it however the command ends.
import type { World } from "../app/ports.ts";
import { openWorld } from "../compose.ts";
import { readConfig } from "../config.ts";
import { Interrupted } from "./failure.ts";
import { onStopSignal } from "./stop-signals.ts";

export interface Opened {
  readonly world: World;
  /** Whether mail goes to the built-in mailbox, since no relay is set. */
  readonly mailbox: boolean;
  /** By how much this machine's clock and the database's differ at least. Milliseconds. */
  readonly clockOffMs: () => Promise<number>;
  /** Aborts with an `Interrupted` when the command is asked to stop; work that heeds it ends by itself. */
  readonly signal: AbortSignal;
}

/**
 * Runs `work` in an open world.
 *
 * Asked to stop, it leaves the work where it is, closes, and throws `Interrupted`. With `finishesItself` the work gets
 * its own time to end well; a second Ctrl-C takes that away.
 */
export async function withWorld<Result>(
  work: (opened: Opened) => Promise<Result>,
  options: { finishesItself?: boolean } = {},
): Promise<Result> {
  const asked = new AbortController();
  const left = Promise.withResolvers<never>();
  left.promise.catch(() => {});
  const stopListening = onStopSignal((signal, times) => {
    const interrupted = new Interrupted(signal);
    asked.abort(interrupted);
    if (!options.finishesItself || times > 1) left.reject(interrupted);
  });
  try {
    const { world, mailbox, clockOffMs, close } = await openWorld(readConfig(process.env));
    try {
      return await Promise.race([work({ world, mailbox, clockOffMs, signal: asked.signal }), left.promise]);
    } finally {
      await close();
    }
  } finally {
    stopListening();
  }
}
