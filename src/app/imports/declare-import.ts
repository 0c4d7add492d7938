// Puts on record what an import declares, before any of its rows, and finds the one that was begun before.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import type { Evidence, MappingFile } from "./claims.ts";
import { type Declaration, importIdOf, importIdPrefix, importSource } from "./declaration.ts";
import type { StoredImport } from "./imports-table.ts";
import type { Field, Mapping, Preset } from "./mapping.ts";
import { findMeaning, type Meaning, type Plan, planOf, type SourceKind } from "./plan.ts";
import { checkPurposes } from "./run-import.ts";
import type { OpenTable } from "./tables/open-table.ts";

/** What whoever imports says of the file. */
export interface Wishes {
  readonly fileName: string;
  readonly purposes: readonly string[];
  readonly preset: Preset | null;
  readonly file: MappingFile;
  /** Which column holds what, beyond the preset and the mapping file. */
  readonly said: Readonly<Record<string, Field>>;
  readonly everybody: Mapping["everybody"];
  readonly source: SourceKind;
  readonly evidence: readonly Evidence[];
  readonly declaredBy: string | null;
  readonly text: string | null;
}

export interface Declared {
  readonly id: string;
  readonly meaning: Meaning;
  readonly plan: Plan;
  /** The same import, begun or finished before. */
  readonly earlier: StoredImport | null;
}

/**
 * @param record - false: nothing is put on record, as for a dry run.
 * @throws CodedError `setup-missing`, `purpose-unknown`, `purpose-not-marketing`, `mapping-missing`, `mapping-malformed`,
 * `dates-ambiguous`, `evidence-missing`, `declaration-missing`, `import-repeated`.
 */
export async function declareImport(
  world: World,
  table: OpenTable,
  wishes: Wishes,
  record: boolean,
): Promise<Declared> {
  const { file, purposes, evidence, source, declaredBy } = wishes;
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  checkPurposes(setup, [...purposes, ...file.consents.map(({ purpose }) => purpose)]);
  const claims = { consents: file.consents, ...(file.sales && { sales: file.sales }) };
  if ((file.consents.length > 0 || file.sales) && declaredBy === null)
    throw new CodedError("declaration-missing");
  const meaning = await findMeaning(table, wishes.preset, file, wishes.said, wishes.everybody);
  const before = await world.store.imports.ofFile(table.surveyed.hash);
  const { columns, states, everybody = null } = meaning.mapping;
  const declared: Declaration = {
    file: { name: wishes.fileName, hash: table.surveyed.hash, sizeBytes: table.surveyed.sizeBytes },
    purposes,
    preset: wishes.preset?.name ?? null,
    columns,
    states,
    everybody,
    dates: meaning.dates,
    separator: table.separator,
    source,
    claims,
    evidence,
    declaredBy,
    text: wishes.text,
    after: before.findLast(({ undoneAt }) => undoneAt !== null)?.id ?? null,
  };
  const id = importIdOf(declared);
  const other = before.find((one) => one.id !== id && one.undoneAt === null);
  if (other && record) throw new CodedError("import-repeated", `\`${other.id}\``);
  const earlier = before.find((one) => one.id === id) ?? null;
  const now = world.clock.now();
  const plan = planOf(table, meaning, file, evidence, {
    purposes,
    source,
    controller: setup.controller.content.id,
    idPrefix: importIdPrefix(id),
    told: importSource(id),
    at: earlier?.begunAt ?? now,
  });
  if (record && !earlier) await world.store.imports.add(id, declared, now);
  return { id, meaning, plan, earlier };
}
