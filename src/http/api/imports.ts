// /imports: takes a list over as `licet import` does, lists what was taken over, and takes one back.
import { createHash } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type Evidence, noMapping, readMappingFile } from "../../app/imports/claims.ts";
import { declareImport, prepareImport, type Wishes } from "../../app/imports/declare-import.ts";
import { summarise } from "../../app/imports/import-summary.ts";
import type { StoredImport } from "../../app/imports/imports-table.ts";
import { FIELDS, type Field } from "../../app/imports/mapping.ts";
import { presets, recognise } from "../../app/imports/presets/presets.ts";
import type { RowRefused } from "../../app/imports/read-row.ts";
import { runImport } from "../../app/imports/run-import.ts";
import { openTable } from "../../app/imports/tables/open-table.ts";
import { undoImport } from "../../app/imports/undo-import.ts";
import type { World } from "../../app/ports.ts";
import { formatInstant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { json, needing, problems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const mostMegabytes = 32;
/** The answer stays small however many rows are bad; `refused` counts them all. */
const mostProblems = 1_000;

const one = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const requestSchema = z
  .strictObject({
    file: z
      .instanceof(File)
      .openapi({ type: "string", format: "binary", description: "CSV, TSV, Excel or JSON Lines" }),
    purpose: one.openapi({ type: "string", description: "Key of a purpose; may be given several times" }),
    preset: z.enum(presets.map(({ name }) => name) as [string, ...string[]]).optional(),
    map: one
      .optional()
      .openapi({ type: "string", description: "`COLUMN=FIELD`; may be given several times" }),
    mapping: z.string().optional().openapi({ description: "YAML: columns, states, and what people saw" }),
    dates: z.enum(["day-first", "month-first"]).optional(),
    everybody: z.enum(["stopped", "bounced", "complained"]).optional(),
    source: z.enum(["import", "bought", "scraped", "referral", "public-register"]).default("import"),
    evidence: z
      .union([z.instanceof(File), z.array(z.instanceof(File))])
      .transform((value) => [value].flat())
      .optional()
      .openapi({
        type: "string",
        format: "binary",
        description: "What claims rest on; hashed, and not kept",
      }),
    declaredBy: z.string().min(1).max(200).optional(),
    declare: z.string().max(2000).optional(),
    dryRun: z.enum(["true", "false"]).optional(),
  })
  .openapi("ImportRequest");

const declaredSchema = z
  .object({
    id: z.uuid(),
    begunAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    declared: z.looseObject({}).openapi({ description: "What it declares; the id is the hash of this" }),
  })
  .openapi("Import");

const summarySchema = z
  .looseObject({
    id: z.uuid().nullable().openapi({ description: "Null after a dry run" }),
    rows: z.int(),
    refused: z.int().openapi({ description: "Rows that cannot be read; nothing of them is recorded" }),
    recorded: z.int().openapi({ description: "Facts" }),
    purposes: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.int()))).openapi({
      description:
        "By purpose, then by `proven`, `customer`, `company`, `ask` and `never`, then by the reason: rows",
    }),
    problems: z.array(z.object({ row: z.int(), code: z.string(), problem: z.string() })).openapi({
      description: `Why, for the first ${mostProblems.toLocaleString("en")} refused rows`,
    }),
  })
  .openapi("ImportSummary");

const params = z.object({ id: z.uuid().openapi({ param: { name: "id", in: "path" } }) });
const undoneSchema = z
  .object({
    retracted: z.int().openapi({ description: "Facts that could open something, taken back" }),
    kept: z.int().openapi({ description: "Facts that bar somebody, which stay" }),
  })
  .openapi("UndoneImport");

export function importsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });

  // Registered apart from its handler: a form with files is read by hand, so that a field may come several times.
  api.openAPIRegistry.registerPath({
    method: "post",
    path: "/imports",
    summary: "Take a list over, and sort it by who may be written to",
    description: `As \`licet import\`; at most ${mostMegabytes} MB. Sending the same again goes on where it was, and changes nothing once it is done.`,
    security: needing("imports:write"),
    request: { body: { required: true, content: { "multipart/form-data": { schema: requestSchema } } } },
    responses: {
      ...problems(
        ...(["body-malformed", "body-too-large", "media-type-unsupported", "setup-missing"] as const),
        ...(["purpose-unknown", "purpose-not-marketing", "table-unreadable", "mapping-missing"] as const),
        ...(["mapping-malformed", "dates-ambiguous", "evidence-missing", "declaration-missing"] as const),
        ...(["import-mismatched", "import-repeated", "import-undone"] as const),
      ),
      200: json(summarySchema, "Every row was read"),
      207: json(summarySchema, "Some rows could not be read"),
    },
  });
  api.post("/imports", guard("imports:write"), limitBody(mostMegabytes), async (c) => {
    const asked = await readForm(c);
    const file = await contentOf(asked.file);
    const table = await openTable({
      name: asked.file.name,
      async *open() {
        yield file;
      },
    });
    const mapping = asked.mapping === undefined ? noMapping : readMappingFile(asked.mapping);
    const wishes: Wishes = {
      fileName: asked.file.name,
      purposes: [...new Set(asked.purpose)],
      preset: presets.find(({ name }) => name === asked.preset) ?? recognise(table.columns),
      file: { ...mapping, ...(asked.dates && { dates: asked.dates }) },
      said: Object.fromEntries((asked.map ?? []).map(columnAndField)),
      everybody: asked.everybody,
      source: asked.source,
      evidence: await Promise.all((asked.evidence ?? []).map(evidenceOf)),
      declaredBy: asked.declaredBy ?? null,
      text: asked.declare ?? null,
    };
    const dry = asked.dryRun === "true";
    const declared = await (dry ? prepareImport : declareImport)(world, table, wishes);
    const refused: Pick<RowRefused, "row" | "code" | "problem">[] = [];
    const tally = await runImport(world, table, declared.plan, dry ? null : { world, id: declared.id }, {
      onPart: async (bad) => {
        for (const { row, code, problem } of bad)
          if (refused.length < mostProblems) refused.push({ row, code, problem });
      },
    });
    if (!dry) await world.store.imports.finish(declared.id, world.clock.now());
    const summary = summarise(table, wishes, declared, tally, dry);
    return c.json({ ...summary, problems: refused }, tally.refused > 0 ? 207 : 200);
  });

  api.openAPIRegistry.registerPath({
    method: "get",
    path: "/imports",
    summary: "The imports there were, the newest first",
    security: needing("imports:read"),
    responses: { ...problems(), 200: json(z.object({ imports: z.array(declaredSchema) }), "All of them") },
  });
  api.get("/imports", guard("imports:read"), async (c) =>
    c.json({ imports: (await world.store.imports.list()).map(importJson) }),
  );

  const undo = createRoute({
    method: "post",
    path: "/imports/{id}/undo",
    summary: "Take a whole import back",
    description: "Who has left stays gone. The same file can be imported anew afterwards.",
    security: needing("imports:write"),
    middleware: [guard("imports:write")] as const,
    request: { params },
    responses: {
      ...problems("import-unknown", "query-malformed"),
      200: json(undoneSchema, "It is taken back"),
    },
  });
  api.openapi(undo, async (c) => c.json(await undoImport(world, c.req.valid("param").id), 200));
  return api;
}

/** @throws CodedError `media-type-unsupported`, `body-malformed` */
async function readForm(c: Context): Promise<z.output<typeof requestSchema>> {
  if (!c.req.header("content-type")?.toLowerCase().startsWith("multipart/form-data"))
    throw new CodedError("media-type-unsupported", "send multipart/form-data");
  const form = await c.req.parseBody({ all: true }).catch(() => {
    throw new CodedError("body-malformed", "expected multipart/form-data");
  });
  const read = requestSchema.safeParse(form);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CodedError(
    "body-malformed",
    `\`${issue?.path.join(".") ?? ""}\`: ${issue?.message ?? "not understood"}`,
  );
}

async function contentOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

async function evidenceOf(file: File): Promise<Evidence> {
  const content = await contentOf(file);
  return {
    name: file.name,
    hash: createHash("sha256").update(content).digest("hex"),
    sizeBytes: content.length,
  };
}

function columnAndField(said: string): [string, Field] {
  const at = said.lastIndexOf("=");
  const field = FIELDS.find((known) => known === said.slice(at + 1));
  if (at < 1 || field === undefined)
    throw new CodedError(
      "mapping-malformed",
      `\`map\`: expected COLUMN=FIELD, the field one of ${FIELDS.join(", ")}`,
    );
  return [said.slice(0, at), field];
}

function importJson({ id, begunAt, finishedAt, undoneAt, declared }: StoredImport) {
  const instant = (at: StoredImport["finishedAt"]) => (at === null ? null : formatInstant(at));
  return {
    id,
    begunAt: formatInstant(begunAt),
    finishedAt: instant(finishedAt),
    undoneAt: instant(undoneAt),
    declared,
  };
}
