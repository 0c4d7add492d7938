// Opens the world for the length of one command, and closes it however the command ends.

import type { World } from "../app/ports.ts";
import { openWorld } from "../compose.ts";
import { readConfig } from "../config.ts";
import { Interrupted } from "./failure.ts";

export interface Opened {
  readonly world: World;
  /** Whether mail goes to the built-in mailbox, since no relay is set. */
  readonly mailbox: boolean;
  /** Aborts when the command is asked to stop; work that heeds it ends by itself. */
  readonly signal: AbortSignal;
}

/** A terminal signals the whole group and the launcher passes its signal on: the same wish arrives twice. */
const sameWishMs = 1000;

/**
 * Runs `work` in an open world.
 *
 * Asked to stop (Ctrl-C, SIGTERM, the launcher gone), it leaves the work where it is, closes, and throws `Interrupted`.
 * With `finishesItself` the work gets its own time to end well; a second Ctrl-C takes that away.
 */
export async function withWorld<Result>(
  work: (opened: Opened) => Promise<Result>,
  options: { finishesItself?: boolean } = {},
): Promise<Result> {
  const asked = new AbortController();
  const told = Promise.withResolvers<never>();
  told.promise.catch(() => {});
  let askedAt = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    const first = !asked.signal.aborted;
    if (first) askedAt = performance.now();
    asked.abort();
    if (!options.finishesItself || (!first && performance.now() - askedAt > sameWishMs))
      told.reject(new Interrupted(signal));
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    const { world, mailbox, close } = await openWorld(readConfig(process.env));
    try {
      const working = work({ world, mailbox, signal: asked.signal });
      return await Promise.race([working, told.promise]);
    } finally {
      await close();
    }
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}
