// What an import came to, for programs: the command and the API tell the same.
import type { Declared, Wishes } from "./declare-import.ts";
import { type PartTally, reasonsOf } from "./import-tally.ts";
import type { OpenTable } from "./tables/open-table.ts";
import { GROUPS } from "./triage.ts";

/** @param dry - nothing was recorded, and so the import has no id. */
export function summarise(
  table: OpenTable,
  wishes: Wishes,
  declared: Declared,
  { verdicts, ...counts }: PartTally,
  dry: boolean,
) {
  const { hash: sha256, encoding, format } = table.surveyed;
  return {
    id: dry ? null : declared.id,
    file: { name: wishes.fileName, sha256, format, encoding },
    preset: declared.meaning.preset?.name ?? null,
    note: declared.meaning.preset?.note ?? null,
    columns: declared.meaning.mapping.columns,
    ...counts,
    purposes: Object.fromEntries(
      wishes.purposes.map((purpose) => [
        purpose,
        Object.fromEntries(
          GROUPS.map((group) => [group, Object.fromEntries(reasonsOf(verdicts[purpose] ?? {}, group))]),
        ),
      ]),
    ),
  };
}
