// What an import says of itself: which file, read how, what is claimed of its people, by whom, and on which evidence.
import { canonicalHash } from "../../ledger/canonical.ts";
import type { Evidence, MappingFile } from "./claims.ts";
import type { Mapping } from "./mapping.ts";
import type { SourceKind } from "./plan.ts";
import type { DayOrder } from "./tables/dates.ts";

export interface Declaration {
  readonly file: Evidence;
  readonly purposes: readonly string[];
  readonly preset: string | null;
  readonly columns: Mapping["columns"];
  readonly states: Mapping["states"];
  readonly everybody: Mapping["everybody"] | null;
  readonly dates: DayOrder;
  readonly separator: string | null;
  readonly source: SourceKind;
  readonly claims: Pick<MappingFile, "consents" | "sales">;
  readonly evidence: readonly Evidence[];
  /** Who answers for what is claimed, and in which words. */
  readonly declaredBy: string | null;
  readonly text: string | null;
  /** The undone import of the same file that this one comes after. */
  readonly after: string | null;
}

/**
 * The id of an import is the hash of what it declares, and stands with each of its facts, which the log covers: so the declaration
 * and the hashes of its evidence cannot be changed afterwards without being found.
 *
 * @returns a uuid of version 8 (RFC 9562 5.8) with 122 bits of the SHA-256.
 */
export function importIdOf(declared: Declaration): string {
  const hex = canonicalHash(declared).slice("sha256:".length, "sha256:".length + 32);
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Where each fact of the import says that it came from. */
export const importSource = (id: string) => `import:${id}`;

/** Before the number of the row in the ids of its facts. */
export const importIdPrefix = (id: string) => `import-${id.slice(0, 8)}${id.slice(9, 13)}`;
