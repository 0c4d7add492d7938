// Puts another system's lines on record, some hundreds of people a transaction; good lines are kept whatever the others hold.
import { shown } from "../../core/input.ts";
import { formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError, type ErrorCode } from "../../errors.ts";
import type { Recorded } from "../consent/entry.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import { opensAhead, stopAtOnce } from "./dated-ahead.ts";
import { type BadLine, readLine } from "./read-line.ts";
import { longestLineBytes } from "./split-lines.ts";

/** What became of the lines. `recorded` and `unchanged` count facts, the others lines. */
export interface Tally {
  readonly lines: number;
  readonly recorded: number;
  /** On record before, word for word. */
  readonly unchanged: number;
  readonly refused: number;
}

/** `line` counts from 1, blank lines included. */
export interface LineProblem {
  readonly line: number;
  readonly code: ErrorCode;
  readonly problem: string;
}

export interface Watch {
  /** Called in the order of the lines, so that however many are bad none is held in memory. */
  readonly onProblem?: (problem: LineProblem) => void;
  /** Called after each transaction. */
  readonly onProgress?: (tally: Tally) => void;
}

interface ReadLine {
  readonly line: number;
  readonly read: ReturnType<typeof readLine>;
}

const batchLines = 500;
const batchBytes = 4_000_000;

/**
 * Records lines as they come. What a batch holds is on record when the next one is read; recording the same lines again
 * changes nothing, so a run that was cut off is simply run again.
 *
 * @param lines - text, or JSON values that are parsed already. Blank text is passed over.
 * @param source - who tells: `file`, `api:KEY NAME`.
 */
export async function recordLines(
  world: World,
  lines: AsyncIterable<unknown> | Iterable<unknown>,
  source: string,
  watch: Watch = {},
): Promise<Tally> {
  let tally: Tally = { lines: 0, recorded: 0, unchanged: 0, refused: 0 };
  let batch: ReadLine[] = [];
  let bytes = 0;
  let line = 0;

  const flush = async () => {
    tally = add(tally, await recordBatch(world, batch, watch));
    batch = [];
    bytes = 0;
    watch.onProgress?.(tally);
  };
  for await (const item of lines) {
    line += 1;
    if (typeof item === "string" && item.trim() === "") continue;
    const size = typeof item === "string" ? Buffer.byteLength(item) : 0;
    batch.push({ line, read: size > longestLineBytes ? tooLong : readLine(item, source) });
    bytes += Math.min(size, longestLineBytes);
    if (batch.length === batchLines || bytes >= batchBytes) await flush();
  }
  if (batch.length > 0) await flush();
  return tally;
}

const tooLong: BadLine = {
  ok: false,
  code: "line-malformed",
  problem: `it is longer than ${longestLineBytes.toLocaleString("en")} bytes`,
};

async function recordBatch(world: World, batch: readonly ReadLine[], watch: Watch): Promise<Tally> {
  const now = world.clock.now();
  const heeded = batch.map(({ line, read }) => ({ line, read: read.ok ? refuseAhead(read, now) : read }));
  const told = heeded.flatMap(({ read }) => (read.ok ? [read.entry] : []));
  const entries = await stopAtOnce(world, told);
  const results =
    entries.length > 0
      ? await record(
          world,
          entries.map(({ entry }) => entry),
        )
      : [];
  let [next, recorded, unchanged, refused] = [0, 0, 0, 0];
  const refuse = (line: number, code: ErrorCode, problem: string) => {
    refused += 1;
    watch.onProblem?.({ line, code, problem });
  };
  for (const { line, read } of heeded) {
    if (!read.ok) {
      refuse(line, read.code, read.problem);
      continue;
    }
    const result = results[next] as Recorded;
    const more = entries[next++]?.more ?? 0;
    if (!result.ok) {
      refuse(line, result.error.code, result.error.message);
      continue;
    }
    recorded += result.added - more;
    unchanged += result.known;
  }
  return { lines: batch.length, recorded, unchanged, refused };
}

function refuseAhead(read: Extract<ReadLine["read"], { ok: true }>, now: Instant): ReadLine["read"] {
  const ahead = opensAhead(read.entry.facts, now)?.fact;
  if (ahead === undefined) return read;
  const detail = `${shown(ahead.id)} is dated \`${formatInstant(ahead.at)}\``;
  return { ok: false, code: "fact-ahead", problem: new CodedError("fact-ahead", detail).message };
}

function add(a: Tally, b: Tally): Tally {
  return {
    lines: a.lines + b.lines,
    recorded: a.recorded + b.recorded,
    unchanged: a.unchanged + b.unchanged,
    refused: a.refused + b.refused,
  };
}
