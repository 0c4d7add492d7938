// What the operator says that people saw and did, each claim resting on files that are attached; and the file that says it.
import { parse } from "yaml";
import { z } from "zod";
import { CodedError } from "../../errors.ts";
import { FIELDS, STATES } from "./mapping.ts";

const text = z.string().min(1).max(300);

const consentClaim = z.strictObject({
  /** The value in the column `form`; absent: whichever. */
  form: text.optional(),
  purpose: text,
  /** The file with the words that stood beside the box. */
  wording: text,
  /** The file with the notice that was shown. */
  notice: text.optional(),
  version: text,
  withdrawalStated: z.boolean().optional(),
  doubleOptIn: z.boolean().optional(),
  prechecked: z.boolean().optional(),
  bundledWithTerms: z.boolean().optional(),
  requiredForService: z.boolean().optional(),
  /** All that the one box covered; absent: this purpose alone. */
  purposes: z.array(text).optional(),
  controllers: z.array(text).optional(),
});

const saleClaim = z.strictObject({
  /** The file with the page on which the address was given. */
  checkout: text,
  version: text,
  /** Whether advertising could be refused there. */
  optOutOffered: z.boolean(),
  category: text.optional(),
});

const mappingFile = z.strictObject({
  columns: z.record(z.string(), z.enum(FIELDS)).default({}),
  states: z.record(z.string(), z.enum(STATES)).default({}),
  dates: z.enum(["day-first", "month-first"]).optional(),
  consents: z.array(consentClaim).default([]),
  sales: saleClaim.optional(),
});

export type ConsentClaim = z.infer<typeof consentClaim>;
export type MappingFile = z.infer<typeof mappingFile>;

export const noMapping: MappingFile = { columns: {}, states: {}, consents: [] };

/** @throws CodedError `mapping-malformed` */
export function readMappingFile(yaml: string): MappingFile {
  let value: unknown;
  try {
    value = parse(yaml, { maxAliasCount: 20 });
  } catch (error) {
    throw new CodedError(
      "mapping-malformed",
      error instanceof Error ? (error.message.split("\n")[0] ?? "") : "",
    );
  }
  const read = mappingFile.safeParse(value ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CodedError(
    "mapping-malformed",
    `\`${issue?.path.join(".") ?? ""}\`: ${issue?.message ?? "not understood"}`,
  );
}

/** A file that is attached, as the declaration names it. */
export interface Evidence {
  readonly name: string;
  /** SHA-256, in hex. */
  readonly hash: string;
  readonly sizeBytes: number;
}

/**
 * The files that claims rest on. A claim without its file is none: that somebody says so proves nothing.
 *
 * Source: GDPR 7(1), 5(2).
 *
 * @throws CodedError `evidence-missing`
 */
export function evidenceFor(file: MappingFile, evidence: readonly Evidence[]): ReadonlyMap<string, string> {
  const hashes = new Map(evidence.map(({ name, hash }) => [name, `sha256:${hash}`]));
  const cited = [
    ...file.consents.flatMap(({ wording, notice }) => (notice === undefined ? [wording] : [wording, notice])),
    ...(file.sales ? [file.sales.checkout] : []),
  ];
  const missing = cited.find((name) => !hashes.has(name));
  if (missing !== undefined) throw new CodedError("evidence-missing", `\`${missing}\``);
  return hashes;
}
