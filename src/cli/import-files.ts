// The files that an import writes: the rows that it could not read, as they stood, and the verdicts; for their owner alone.
import { type FileHandle, open } from "node:fs/promises";
import type { RowRefused } from "../app/imports/read-row.ts";
import type { RowVerdicts } from "../app/imports/run-import.ts";
import { csvLines } from "../app/imports/write-csv.ts";
import { EXPLANATIONS } from "../core/explanations/languages.ts";
import { formatInstant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";

export interface ImportFiles {
  readonly add: (refused: readonly RowRefused[], triaged: readonly RowVerdicts[]) => Promise<void>;
  /** Where rows went that could not be read; null: there were none. */
  rejects(): string | null;
  close(): Promise<void>;
}

/** What is null is not written. */
export async function openImportFiles(
  rejects: string | null,
  verdicts: string | null,
  columns: readonly string[],
): Promise<ImportFiles> {
  let bad: FileHandle | null = null;
  const good = verdicts === null ? null : await create(verdicts);
  await good?.write(csvLines([["row", "email", "purpose", "verdict", "until", "reason", "explanation"]]));
  return {
    async add(refused, triaged) {
      if (refused.length > 0 && rejects !== null) {
        if (bad === null) {
          bad = await create(rejects);
          await bad.write(csvLines([["row", "code", "problem", ...columns]]));
        }
        await bad.write(
          csvLines(refused.map(({ row, code, problem, cells }) => [String(row), code, problem, ...cells])),
        );
      }
      if (good === null || triaged.length === 0) return;
      const lines = triaged.flatMap(({ row, address, verdicts }) =>
        verdicts.map(([purpose, { group, reason, until }]) => [
          String(row),
          address,
          purpose,
          group,
          until === null ? "" : formatInstant(until),
          reason,
          EXPLANATIONS.en[reason].operator,
        ]),
      );
      await good.write(csvLines(lines));
    },
    rejects: () => (bad === null ? null : rejects),
    async close() {
      await bad?.close();
      await good?.close();
    },
  };
}

async function create(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, "w", 0o600);
    // One that was there before keeps its mode.
    await file.chmod(0o600);
    return file;
  } catch (cause) {
    throw new CodedError("file-unwritable", `\`${path}\` (${(cause as NodeJS.ErrnoException).code})`, {
      cause,
    });
  }
}
