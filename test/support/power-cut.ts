// What a power cut takes back: of everything written and not brought to the disk since, any part may be as it was before.
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A disk writes so much at once or not at all. */
const unitBytes = 4096;
const headBytes = 32;

/** What stood in a place before something was written there. */
interface Written {
  readonly offset: number;
  readonly before: Buffer;
  /** Where the journal has it. */
  readonly at: number;
}

/**
 * Takes back what `failing-disk.c` has in its journal and saw no fsync of. Names of files are taken to stay as they are.
 *
 * @param keep - how many of so many writes to one unit are kept: the first ones, from none to all.
 * @returns how many units were taken back, at least in part.
 */
export function takeBack(journal: string, cluster: string, keep: (writes: number) => number): number {
  let taken = 0;
  for (const [path, written] of unsynced(readFileSync(journal))) {
    const file = join(cluster, path);
    if (written.length === 0 || !existsSync(file)) continue;
    const units = Map.groupBy(written.flatMap(split), ({ offset }) => Math.floor(offset / unitBytes));
    const opened = openSync(file, "r+");
    for (const writes of units.values()) {
      const lost = writes.slice(keep(writes.length));
      for (const { offset, before } of lost.reverse()) writeSync(opened, before, 0, before.length, offset);
      taken += Number(lost.length > 0);
    }
    closeSync(opened);
  }
  return taken;
}

/** By file, in the order in which they were written. */
function unsynced(journal: Buffer): Map<string, Written[]> {
  const files = new Map<string, Written[]>();
  for (let at = 0; at + headBytes <= journal.length; ) {
    const type = String.fromCharCode(journal.readUInt32LE(at));
    const pathBytes = journal.readUInt32LE(at + 4);
    const [offset, length, upTo] = [8, 16, 24].map((field) =>
      Number(journal.readBigUInt64LE(at + field)),
    ) as [number, number, number];
    const path = journal.toString("utf8", at + headBytes, at + headBytes + pathBytes);
    const bytes = journal.subarray(at + headBytes + pathBytes, at + headBytes + pathBytes + length);
    const written = files.get(path) ?? [];
    if (type === "W") files.set(path, [...written, { offset, before: bytes, at }]);
    // Of what was written while the fsync was under way nobody knows.
    if (type === "S")
      files.set(
        path,
        written.filter((write) => write.at >= upTo),
      );
    if (type === "R") {
      files.set(path, files.get(bytes.toString()) ?? []);
      files.delete(bytes.toString());
    }
    at += headBytes + pathBytes + length;
  }
  return files;
}

function split({ offset, before, at }: Written): Written[] {
  const parts: Written[] = [];
  for (let from = 0; from < before.length; ) {
    const to = Math.min(before.length, (Math.floor((offset + from) / unitBytes) + 1) * unitBytes - offset);
    parts.push({ offset: offset + from, before: before.subarray(from, to), at });
    from = to;
  }
  return parts;
}
