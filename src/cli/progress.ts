// A progress display on standard error: a bar that redraws in place where a person watches, a plain line now and then where not.
import { count, paintError } from "./terminal.ts";

/** How far the work is. `total` is null while nobody knows. `note` says more, in one line. */
export interface Step {
  readonly done: number;
  readonly total: number | null;
  readonly note: string;
}

export interface Progress {
  update(step: Step): void;
  /** Takes the bar away; what comes after says how it ended. */
  end(): void;
}

const redrawMs = 100;
const plainLineMs = 5_000;
/** The rate is that of the last seconds, so that a slow start does not spoil the time left. */
const rateWindowMs = 10_000;

/** @param quietMs - work that is over sooner shows nothing at all. */
export function startProgress(quietMs: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const live = stream.isTTY === true;
  const everyMs = live ? redrawMs : plainLineMs;
  const samples: { at: number; done: number }[] = [];
  let nextAt = performance.now() + (live ? quietMs : plainLineMs);
  let shown = "";
  const erase = () => {
    if (live && shown !== "") stream.write("\x1b[1A\x1b[0J\x1b[1A\x1b[0J");
    shown = "";
  };
  return {
    update(step) {
      const now = performance.now();
      if (samples.length === 0) samples.push({ at: now, done: step.done });
      if (now < nextAt) return;
      nextAt = now + everyMs;
      samples.push({ at: now, done: step.done });
      while (samples.length > 2 && samples[0]!.at < now - rateWindowMs) samples.shift();
      const [first] = samples as [{ at: number; done: number }];
      const rate = now > first.at ? ((step.done - first.done) * 1000) / (now - first.at) : 0;
      const lines = drawing(step, rate, live ? (stream.columns ?? 80) : null);
      const text = live ? `${lines.join("\n")}\n` : `${lines.filter((line) => line !== "").join(" · ")}\n`;
      // In a log, standing still is said once.
      if (!live && text === shown) return;
      erase();
      stream.write(text);
      shown = text;
    },
    end: erase,
  };
}

/** The two lines of a display: a bar with figures, and the note. Without a width, no bar and no colours. */
export function drawing(step: Step, rate: number, width: number | null): [figures: string, note: string] {
  const total = step.total === null ? null : Math.max(step.total, step.done);
  const share = total === null || total === 0 ? null : step.done / total;
  const figures = [
    ...(share === null ? [] : [`${String(Math.floor(share * 100)).padStart(width === null ? 0 : 3)} %`]),
    total === null ? count(step.done) : `${count(step.done)} of ${count(total)}`,
    ...(rate > 0 ? [`${count(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))}/s`] : []),
    ...(rate > 0 && total !== null && total > step.done ? [`${clock((total - step.done) / rate)} left`] : []),
  ].join(width === null ? ", " : "  ");
  if (width === null) return [figures, step.note];
  const room = Math.min(30, width - figures.length - 5);
  const cut = (text: string) => (text.length > width - 3 ? `${text.slice(0, width - 4)}…` : text);
  if (share === null || room < 8) return [`  ${cut(figures)}`, `  ${cut(step.note)}`];
  const full = Math.round(share * room);
  const bar = paintError("cyan", "━".repeat(full)) + paintError("dim", "━".repeat(room - full));
  return [`  ${bar}  ${figures}`, `  ${paintError("dim", cut(step.note))}`];
}

/** Seconds as `0:07`, `12:30` or `2 h 05`. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole >= 3600)
    return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, "0")}`;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
