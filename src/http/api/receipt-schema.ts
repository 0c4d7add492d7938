// The shape of a receipt, as the OpenAPI document and `schema/receipt.schema.json` give it.
import { z } from "@hono/zod-openapi";

const base64 = z.string().openapi({ description: "Base64" });
const instant = z.iso.datetime();
const said = (description: string) => z.string().openapi({ description });

const entry = {
  entry: said("The bytes of the log entry, word for word"),
  index: z.int().openapi({ description: "Place in the log, from 0" }),
  proof: z.array(base64).openapi({ description: "RFC 6962 2.1.1, the lowest sibling first" }),
};

const evidenceSchema = z.object({
  log: z.object({
    verifierKey: said("Public key of the log: `name+id+key` (C2SP signed-note)"),
    checkpoint: said("The signed head that all proofs lead to (C2SP tlog-checkpoint), with its cosignatures"),
    timestamps: z.array(base64).openapi({ description: "RFC 3161 tokens over the checkpoint, DER" }),
  }),
  publications: z
    .array(
      z.object({
        kind: z.enum(["controller", "purpose", "clause", "notice", "form"]),
        key: z.string(),
        version: z.int(),
        hash: said("`sha256:` of the canonical content (RFC 8785)"),
        content: z.unknown(),
      }),
    )
    .openapi({ description: "The very wordings" }),
  facts: z
    .array(
      z.object({
        ...entry,
        key: base64
          .nullable()
          .openapi({ description: "Key of this one fact; null: nothing is sealed, or it is erased" }),
      }),
    )
    .openapi({ description: "The acts, in the order of the ledger" }),
  deliveries: z
    .array(
      z.object({
        ...entry,
        delivery: said("The row of the message as canonical JSON: a leaf of the tree of its batch"),
        place: z.int().openapi({ description: "Place in the batch, from 0" }),
        path: z.array(base64).openapi({ description: "From the row to the root of the batch" }),
      }),
    )
    .openapi({ description: "Every later use that is in the log" }),
  unlogged: z
    .array(
      z.object({
        kind: z.string(),
        state: z.string(),
        messageId: z.string().nullable(),
        at: instant.nullable(),
        basis: z.string().nullable(),
        evidence: z.array(z.string()),
      }),
    )
    .openapi({ description: "Messages of which the log holds nothing" }),
});

const statementSchema = z.object({
  id: z.string(),
  issuedAt: instant,
  subject: said("The key of the person, shaped like a uuid; no address"),
  purpose: z.object({ key: z.string(), version: z.int() }),
  controller: z.object({ key: z.string(), version: z.int() }),
  language: z.string(),
  verdict: z.object({
    outcome: z.enum(["permit", "refusal"]),
    basis: z.string().nullable(),
    code: z.string().nullable(),
    evidence: z.array(z.string()),
    citations: z.array(z.string()),
    jurisdiction: z.string(),
    rules: z.string(),
    validUntil: instant.nullable(),
  }),
});

export const receiptSchema = z.looseObject({
  "@context": z.record(z.string(), z.unknown()),
  "@type": z.enum(["dpv:ConsentRecord", "dpv:DataProcessingRecord"]),
  schema_version: z.string(),
  record_id: z.string(),
  receipt_id: z.string(),
  issued: instant,
  pii_principal_id: z.string(),
  pii_processing: z.array(z.looseObject({})),
  party_identification: z.array(z.looseObject({})),
  events: z.array(z.looseObject({})),
  statement: statementSchema,
  evidence: evidenceSchema,
  signature: said("Signature line of the log's key over the hash of all the rest"),
});
