// GET /audience: how many people may be written to for a purpose at a moment, and why the others may not.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type AudienceCounts, audienceCounts } from "../../app/campaigns/audience.ts";
import type { World } from "../../app/ports.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { instantSchema, json, needing, problems, purposeSchema } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

export const countsSchema = z
  .object({
    people: z.int().openapi({ description: "Everybody on record" }),
    permits: z.record(z.string(), z.int()).openapi({ description: "People by lawful basis" }),
    refusals: z.record(z.string(), z.int()).openapi({ description: "People by refusal code" }),
  })
  .openapi("AudienceCounts");

export function audienceApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const count = createRoute({
    method: "get",
    path: "/audience",
    summary: "Count who may be written to",
    description: "Decides for everybody on record at that moment; sends nothing.",
    security: needing("audience:read"),
    middleware: [guard("audience:read")] as const,
    request: {
      query: z.strictObject({
        purpose: purposeSchema,
        at: instantSchema.optional().openapi({ description: "Absent: now" }),
      }),
    },
    responses: {
      ...problems("query-malformed", "purpose-unknown", "setup-missing"),
      200: json(countsSchema, "The counts"),
    },
  });
  api.openapi(count, async (c) => {
    const { purpose, at } = c.req.valid("query");
    return c.json(countsJson(await audienceCounts(world, purpose, at ?? world.clock.now())), 200);
  });
  return api;
}

export function countsJson({ people, permits, refusals }: AudienceCounts): z.input<typeof countsSchema> {
  return { people, permits: Object.fromEntries(permits), refusals: Object.fromEntries(refusals) };
}
