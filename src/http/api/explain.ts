// POST /explain: why one person may or may not be written to. A POST, since an address has no place in a URL.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { RecordedFact, World } from "../../app/ports.ts";
import { type CitedFact, type ExplainedPurpose, explain } from "../../app/subjects/explain.ts";
import { formatInstant } from "../../core/instant.ts";
import type { Recipient } from "../../core/question.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { instantSchema, json, jsonBody, needing, problems, purposeSchema } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const requestSchema = z
  .strictObject({
    email: z.string(),
    purpose: purposeSchema.optional().openapi({ description: "Absent: every purpose" }),
    at: instantSchema.optional().openapi({ description: "Absent: now" }),
  })
  .openapi("ExplainRequest");

const jsonObject = z.record(z.string(), z.unknown());

const recordedFactSchema = z
  .object({
    id: z.string(),
    position: z.int().openapi({ description: "Place in the ledger" }),
    type: z.string(),
    at: z.iso.datetime(),
    body: jsonObject.openapi({ description: "The fact as it was told; after an erasure, its skeleton" }),
    shown: jsonObject
      .nullable()
      .openapi({ description: "Form, notice and clause with version and hash, language and page" }),
    source: z.string(),
    recordedAt: z.iso.datetime(),
  })
  .openapi("RecordedFact");

const explainedPurposeSchema = z
  .object({
    key: z.string(),
    outcome: z.enum(["permit", "refusal"]),
    basis: z.string().nullable(),
    code: z.string().nullable(),
    jurisdiction: z.string(),
    validUntil: z.iso.datetime().nullable(),
    alsoRefused: z.array(z.string()),
    citations: z.array(z.string()),
    obligations: z.array(z.string()),
    tracking: z.string(),
    rules: z.string(),
    evidence: z
      .array(recordedFactSchema.extend({ words: z.string().nullable() }))
      .openapi({ description: "The facts that carry the basis or bar it; `words` stood beside the box" }),
  })
  .openapi("ExplainedPurpose");

const explanationSchema = z
  .object({
    at: z.iso.datetime(),
    known: z.boolean().openapi({
      description: "Whether the person is on record; if not, the verdicts are those for a stranger",
    }),
    recipient: jsonObject,
    facts: z.array(recordedFactSchema).openapi({ description: "In the order of the ledger" }),
    purposes: z.array(explainedPurposeSchema),
  })
  .openapi("Explanation");

export function explainApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const route = createRoute({
    method: "post",
    path: "/explain",
    summary: "Why one person may or may not be written to",
    security: needing("people:read"),
    middleware: [guard("people:read"), limitBody(1)] as const,
    request: { body: jsonBody(requestSchema) },
    responses: {
      ...problems(
        "address-malformed",
        "body-malformed",
        "body-too-large",
        "media-type-unsupported",
        "purpose-unknown",
        "setup-missing",
      ),
      200: json(explanationSchema, "What is on record, and the verdict for each purpose"),
    },
  });
  api.openapi(route, async (c) => {
    const { email, purpose, at } = c.req.valid("json");
    const address = parseAddress(email);
    if (address === null) throw new CodedError("address-malformed");
    const explanation = await explain(world, address, purpose, at ?? world.clock.now());
    return c.json(
      {
        at: formatInstant(explanation.at),
        known: explanation.known,
        recipient: recipientJson(explanation.recipient),
        facts: explanation.facts.map(factJson),
        purposes: explanation.purposes.map(purposeJson),
      },
      200,
    );
  });
  return api;
}

function purposeJson({ key, verdict, evidence }: ExplainedPurpose): z.input<typeof explainedPurposeSchema> {
  const { outcome, basis, code, jurisdiction, tracking, rules, validUntil } = verdict;
  return {
    key,
    outcome,
    basis,
    code,
    jurisdiction,
    validUntil: validUntil === null ? null : formatInstant(validUntil),
    alsoRefused: [...verdict.alsoRefused],
    citations: [...verdict.citations],
    obligations: [...verdict.obligations],
    tracking,
    rules,
    evidence: evidence.map((fact: CitedFact) => ({ ...factJson(fact), words: fact.words })),
  };
}

function factJson({
  id,
  position,
  type,
  at,
  body,
  shown,
  source,
  recordedAt,
}: RecordedFact): z.input<typeof recordedFactSchema> {
  return {
    id,
    position: Number(position),
    type,
    at: formatInstant(at),
    body: { ...body },
    shown: shown && { ...shown },
    source,
    recordedAt: formatInstant(recordedAt),
  };
}

function recipientJson({ birthDate, ...recipient }: Recipient): Record<string, unknown> {
  const day = birthDate?.toString().padStart(8, "0");
  return day
    ? { ...recipient, birthDate: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` }
    : recipient;
}
