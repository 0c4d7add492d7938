// Pieces that every route of the API documents alike: what a problem looks like, and which ones a route may answer with.
import { z } from "@hono/zod-openapi";
import { unsound } from "../../app/imports/sound-json.ts";
import { parseInstant } from "../../core/instant.ts";
import { type ErrorCode, errorTable } from "../../errors.ts";
import { statusOf } from "../problem.ts";

export const problemSchema = z
  .object({
    type: z
      .string()
      .openapi({ description: "`urn:licet:error:` and the code", example: "urn:licet:error:scope-missing" }),
    title: z.string().openapi({ description: "What went wrong and what to do next" }),
    status: z.int(),
    detail: z.string().optional().openapi({ description: "Where, and what was expected; never an address" }),
    errors: z
      .array(z.object({ path: z.string(), problem: z.string() }))
      .optional()
      .openapi({ description: "The fields of the request that are meant" }),
  })
  .openapi("Problem", { description: "RFC 9457" });

/** A moment on its way in: RFC 3339, read as milliseconds since the Unix epoch. */
export const instantSchema = z
  .string()
  .transform((text, context) => {
    const instant = parseInstant(text);
    if (instant !== null) return instant;
    context.addIssue({ code: "custom", message: "expected an instant such as `2026-11-23T12:00:00Z`" });
    return z.NEVER;
  })
  .openapi({ type: "string", format: "date-time", example: "2026-11-23T12:00:00Z" });

export const purposeSchema = z
  .string()
  .regex(/^[\w.-]{1,100}$/, "expected the key of a purpose")
  .openapi({ description: "Key of a declared purpose", example: "newsletter" });

/** What every route with a key may answer. */
const ofEveryRoute: readonly ErrorCode[] = [
  "api-key-missing",
  "api-key-unknown",
  "scope-missing",
  "rate-limited",
];

/**
 * The problems a route may answer with, by status, in the words of the table of errors.
 *
 * Typed as empty: handlers throw coded errors and never return these themselves.
 */
export function problems(...codes: readonly ErrorCode[]): Record<never, never> {
  return openProblems(...ofEveryRoute, ...codes);
}

/** Those of a route that needs no key. */
export function openProblems(...codes: readonly ErrorCode[]): Record<never, never> {
  const byStatus = Map.groupBy(codes, (code) => statusOf[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${errorTable[code].sentence}`).join("; "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** What the database could not keep is refused wherever it stands in a body. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  const sound = schema.superRefine((value, context) => {
    const problem = unsound(value);
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
  });
  return { required: true, content: { "application/json": { schema: sound } } };
}

/** How the document says that a route needs a key with this scope. */
export function needing(scope: string) {
  return [{ key: [scope] }];
}
