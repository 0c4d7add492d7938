// Where `licet verify` keeps how far it has come: a file in the data folder, written now and then as it goes.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface AuditMarkFile {
  /** What an audit that was interrupted left; null: none was. */
  readonly left: string | null;
  /** Takes note of how far the audit has come, and writes it down where that was not done for a while. */
  reached(seal: () => string): void;
  /** Writes down the newest note. False: there is none, or no room for it. */
  keep(): boolean;
  /** The audit has come to its end. */
  remove(): void;
}

/** What is done again after a kill, at most. */
const everyMs = 5000;

export function auditMarkFile(dataFolder: string): AuditMarkFile {
  const file = join(dataFolder, "verify-mark");
  let newest: (() => string) | null = null;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = (text: string): boolean => {
    writtenAt = performance.now();
    try {
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return true;
    } catch {
      // A disk that is full must not keep the audit from its answer.
      return false;
    }
  };
  return {
    left: read(file),
    reached(seal) {
      newest = seal;
      if (performance.now() - writtenAt > everyMs) write(seal());
    },
    keep: () => newest !== null && write(newest()),
    remove: () => rmSync(file, { force: true }),
  };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
