// GET /changes: who may be written to, or no longer, as a feed that is read on from a cursor.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { changeJson } from "../../app/changes/change-json.ts";
import { readChanges } from "../../app/changes/read-changes.ts";
import type { World } from "../../app/ports.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { json, needing, problems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const cursorSchema = z
  .string()
  .regex(/^\d{1,15}$/, "expected the `next` of an earlier page")
  .openapi({ example: "4711" });

const changeSchema = z
  .object({
    cursor: cursorSchema,
    at: z.iso.datetime().openapi({ description: "When it was decided so" }),
    subject: z
      .uuid()
      .openapi({ description: "The key of the person; it stays the same, after an erasure too" }),
    email: z.string().nullable().openapi({ description: "Null: it is not kept, as after an erasure" }),
    purpose: z.string(),
    outcome: z.enum(["permit", "refusal"]),
    basis: z.string().nullable().openapi({ description: "Of a permit, the lawful basis" }),
    code: z
      .string()
      .nullable()
      .openapi({ description: "Of a refusal, why; `purpose-unknown`: the purpose is no longer declared" }),
    validUntil: z.iso.datetime().nullable().openapi({ description: "After it a permit is none any more" }),
  })
  .openapi("Change");

export function changesApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const read = createRoute({
    method: "get",
    path: "/changes",
    summary: "Who may be written to, or no longer, since you last asked",
    description:
      "One entry for each person and purpose, in the order of their newest changes, with the permission as it stands now. Without `after`, from the beginning: the whole present state. Keep `next` together with what you made of the page, and go on from there; nothing is skipped.",
    security: needing("changes:read"),
    middleware: [guard("changes:read")] as const,
    request: {
      query: z.strictObject({
        after: cursorSchema.optional().openapi({ description: "The `next` of the page before" }),
        limit: z.coerce.number().int().min(1).max(1000).default(500),
      }),
    },
    responses: {
      ...problems("query-malformed", "cursor-unknown"),
      200: json(
        z
          .object({
            changes: z.array(changeSchema),
            next: cursorSchema.openapi({ description: "From where to read on" }),
            more: z.boolean().openapi({ description: "Whether there is more already" }),
          })
          .openapi("Changes"),
        "A page of the feed",
      ),
    },
  });
  api.openapi(read, async (c) => {
    const { after, limit } = c.req.valid("query");
    const { changes, next, more } = await readChanges(world, Number(after ?? 0), limit);
    return c.json({ changes: changes.map(changeJson), next: String(next), more }, 200);
  });
  return api;
}
