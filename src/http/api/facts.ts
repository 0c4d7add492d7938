// POST /facts: takes facts from other systems, one person or thousands a request.
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type LineProblem, recordLines } from "../../app/imports/record-lines.ts";
import { parseJson } from "../../app/imports/sound-json.ts";
import { splitLines } from "../../app/imports/split-lines.ts";
import type { World } from "../../app/ports.ts";
import { FACT_TYPES } from "../../core/facts.ts";
import { CodedError } from "../../errors.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { answerProblem, problemOf } from "../problem.ts";
import { json, needing, problemSchema, problems } from "./document.ts";

const mostMegabytes = 32;
/** The answer stays small however many lines are bad; `refused` counts them all. */
const mostProblems = 1_000;
const lineTypes = ["application/x-ndjson", "application/jsonl"];

const factSchema = z
  .looseObject({
    id: z.string().openapi({
      description: "The act's own id in your system; with it, telling the act twice changes nothing",
    }),
    type: z.enum(FACT_TYPES as [string, ...string[]]),
    at: z.string().openapi({ format: "date-time" }),
  })
  .openapi("Fact", {
    description: "One act, in the vocabulary of the decision contract; each type carries fields of its own",
  });

const lineSchema = z
  .strictObject({
    email: z.string(),
    recipient: z
      .looseObject({})
      .optional()
      .openapi({ description: "What is known of the person: `country`, `kind`, `birthDate`, …" }),
    language: z.string().optional().openapi({ example: "fr" }),
    facts: z.array(factSchema),
  })
  .openapi("PersonFacts");

const reportSchema = z
  .object({
    lines: z.int().openapi({ description: "Lines that were read" }),
    recorded: z.int().openapi({ description: "Facts put on record now" }),
    unchanged: z.int().openapi({ description: "Facts that were on record before" }),
    refused: z.int().openapi({ description: "Lines of which nothing was kept" }),
    problems: z.array(z.object({ line: z.int(), code: z.string(), problem: z.string() })).openapi({
      description: `Why, for the first ${mostProblems.toLocaleString("en")} refused lines; \`line\` counts from 1`,
    }),
  })
  .openapi("FactsReport");

export function factsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>();

  // Registered apart from its handler: the body is read line by line, so one bad line does not refuse the others.
  api.openAPIRegistry.registerPath({
    method: "post",
    path: "/facts",
    summary: "Put facts on record",
    description: `The body is one person's line, an array of lines, or JSON Lines; at most ${mostMegabytes} MB. Good lines are kept whatever the others hold, and sending the same again changes nothing. 200: every line was kept; 207: some were not; with none kept, the problem of the first.`,
    security: needing("facts:write"),
    request: {
      body: {
        required: true,
        content: {
          "application/json": { schema: z.union([lineSchema, z.array(lineSchema)]) },
          ...Object.fromEntries(lineTypes.map((type) => [type, { schema: z.string() }])),
        },
      },
    },
    responses: {
      ...problems(
        "body-malformed",
        "body-too-large",
        "fact-ahead",
        "fact-conflict",
        "media-type-unsupported",
        "setup-missing",
      ),
      200: json(reportSchema, "Every line was kept"),
      207: json(reportSchema, "Some lines were kept, some were not"),
      422: {
        description: "No line was kept: the problem of the first, with the report",
        content: { "application/problem+json": { schema: problemSchema.extend(reportSchema.shape) } },
      },
    },
  });

  api.post("/facts", guard("facts:write"), limitBody(mostMegabytes), async (c) => {
    const problems: LineProblem[] = [];
    const tally = await recordLines(world, await linesOf(c), `api:${c.var.key.name}`, {
      onProblem: (problem) => {
        if (problems.length < mostProblems) problems.push(problem);
      },
    });
    if (tally.lines === 0) throw new CodedError("body-malformed", "expected at least one line");
    const [first] = problems;
    if (first === undefined || tally.refused < tally.lines)
      return c.json({ ...tally, problems }, first ? 207 : 200);
    const problem = problemOf(new CodedError(first.code, `line ${first.line}: ${first.problem}`));
    return answerProblem(c, problem, { ...tally, problems });
  });
  return api;
}

async function linesOf(c: Context): Promise<AsyncIterable<unknown> | Iterable<unknown>> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (lineTypes.includes(type)) return splitLines(c.req.raw.body ?? (async function* () {})());
  if (type !== "application/json")
    throw new CodedError("media-type-unsupported", `send application/json or ${lineTypes.join(" or ")}`);
  const body = parseJson(await c.req.text());
  if (!body.ok) throw new CodedError("body-malformed", body.problem);
  // A text inside an array is no line: quoted again, it is read as the text that it is.
  return Array.isArray(body.value)
    ? body.value.map((item) => (typeof item === "string" ? JSON.stringify(item) : item))
    : [body.value];
}
