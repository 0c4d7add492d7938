// Puts on record what an import declares, before any of its rows, and finds the one that was begun before.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import type { Evidence, MappingFile } from "./claims.ts";
import { type Declaration, importIdOf, importIdPrefix, importSource } from "./declaration.ts";
import type { StoredImport } from "./imports-table.ts";
import type { Field, Mapping, Preset } from "./mapping.ts";
import { findMeaning, type Meaning, type Plan, planOf, type SourceKind } from "./plan.ts";
import { checkPurposes } from "./run-import.ts";
import type { SortingWorld } from "./sorting-world.ts";
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

/** The same, put on record where it is new. */
export async function declareImport(world: World, table: OpenTable, wishes: Wishes): Promise<Declared> {
  const { declared, repeats, ...rest } = await prepareImport(world, table, wishes);
  if (repeats !== null) throw new CodedError("import-repeated", `\`${repeats}\``);
  if (rest.earlier) return rest;
  // Who declares the same at the same moment dates its facts alike.
  const at = await world.store.imports.add(rest.id, declared, rest.plan.at);
  return { ...rest, plan: { ...rest.plan, at } };
}

/**
 * How the file is read, and what its import would declare; nothing is put on record.
 *
 * @returns also the id of another import of the same file that stands.
 * @throws CodedError `setup-missing`, `purpose-unknown`, `purpose-not-marketing`, `mapping-missing`, `mapping-malformed`,
 * `dates-ambiguous`, `evidence-missing`, `declaration-missing`; `declareImport` also `import-repeated`.
 */
export async function prepareImport(
  world: SortingWorld,
  table: OpenTable,
  wishes: Wishes,
): Promise<Declared & { readonly declared: Declaration; readonly repeats: string | null }> {
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
  return { id, meaning, plan, earlier, declared, repeats: other?.id ?? null };
}
