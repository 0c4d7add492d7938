// Listens for the wish to stop: Ctrl-C, SIGTERM, a terminal that closes, a launcher that is gone.

/** A terminal signals the whole group and the launcher passes its signal on, so that one wish arrives twice. */
const sameWishMs = 1000;

/**
 * Calls back on each wish to stop, with how many there were.
 *
 * @returns takes the listener away, and with it the signals have their usual effect again.
 */
export function onStopSignal(asked: (signal: NodeJS.Signals, times: number) => void): () => void {
  let times = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  const listener = (signal: NodeJS.Signals) => {
    if (performance.now() - lastAt < sameWishMs) return;
    lastAt = performance.now();
    times += 1;
    asked(signal, times);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
