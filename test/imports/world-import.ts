// An import as the command runs it, for tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { noMapping } from "../../src/app/imports/claims.ts";
import { declareImport, prepareImport, type Wishes } from "../../src/app/imports/declare-import.ts";
import type { PartTally } from "../../src/app/imports/import-tally.ts";
import { recognise } from "../../src/app/imports/presets/presets.ts";
import type { RowRefused } from "../../src/app/imports/read-row.ts";
import { runImport } from "../../src/app/imports/run-import.ts";
import type { World } from "../../src/app/ports.ts";
import { tableOf } from "./files.ts";

export interface Imported {
  readonly id: string;
  readonly preset: string | null;
  readonly tally: PartTally;
  readonly refused: readonly RowRefused[];
  /** By address and then by purpose, as `group reason`. */
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name));

export async function importFile(
  world: World,
  content: string | Uint8Array,
  wishes: Partial<Wishes> & {
    readonly dry?: true;
    readonly signal?: AbortSignal;
    readonly onPart?: (id: string) => Promise<void>;
  } = {},
): Promise<Imported> {
  const table = await tableOf(content, 65_536);
  const { dry = false, signal, onPart, ...said } = wishes;
  const all: Wishes = {
    fileName: "list.csv",
    purposes: ["newsletter"],
    preset: recognise(table.columns),
    file: noMapping,
    said: {},
    everybody: undefined,
    source: "import",
    evidence: [],
    declaredBy: null,
    text: null,
    ...said,
  };
  const declared = await (dry ? prepareImport : declareImport)(world, table, all);
  const refused: RowRefused[] = [];
  const verdicts: Record<string, Record<string, string>> = {};
  const tally = await runImport(world, table, declared.plan, dry ? null : { world, id: declared.id }, {
    ...(signal && { signal }),
    onPart: async (bad, triaged) => {
      await onPart?.(declared.id);
      refused.push(...bad);
      for (const { address, verdicts: found } of triaged)
        verdicts[address] = Object.fromEntries(
          found.map(([purpose, { group, reason }]) => [purpose, `${group} ${reason}`]),
        );
    },
  });
  if (!dry) await world.store.imports.finish(declared.id, world.clock.now());
  return { id: declared.id, preset: declared.meaning.preset?.name ?? null, tally, refused, verdicts };
}

/** The verdicts for the newsletter alone. */
export const newsletter = ({ verdicts }: Imported) =>
  Object.fromEntries(Object.entries(verdicts).map(([address, found]) => [address, found.newsletter]));
