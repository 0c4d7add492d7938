// /suppressions: who told us to stop, as hashes under a key of the asker's, or of addresses that the asker has.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { World } from "../../app/ports.ts";
import { checkSuppressions, sharedSuppressions } from "../../app/suppressions/suppressions.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { json, jsonBody, needing, problems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

/** Widened: what has `json` in its name is taken for one JSON value. */
const lines: string = "application/x-ndjson";

const purposesSchema = z.array(
  z.object({
    purpose: z.string(),
    code: z.string().openapi({ description: "What they said", example: "withdrawn" }),
  }),
);

const lineSchema = z
  .union([
    z.object({
      hash: z.string().openapi({ description: "HMAC-SHA256 of the normalised address, in hex" }),
      purposes: purposesSchema,
    }),
    z
      .object({ people: z.int(), withoutAddress: z.int() })
      .openapi({ description: "The last line; without it the answer was cut off" }),
  ])
  .openapi("SuppressionLine");

export function suppressionsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const security = needing("suppressions:read");

  api.openapi(
    createRoute({
      method: "get",
      path: "/suppressions",
      summary: "Everybody who told us to stop, as keyed hashes",
      description:
        "One JSON line a person, under a key that you choose: you hash your own list alike, and whom you recognise you must not write to. Of erased people, and of those who told nothing but to stop, no address is kept, so no hash can be made; the last line counts them, and `/suppressions/check` finds them.",
      security,
      middleware: [guard("suppressions:read")] as const,
      request: {
        headers: z.object({
          "licet-hash-key": z
            .string()
            .default("")
            .openapi({ description: "The key of the hashes, 64 hex digits" }),
        }),
      },
      responses: {
        ...problems("hash-key-malformed", "setup-missing"),
        200: {
          description: "One JSON value a line",
          content: { [lines]: { schema: lineSchema } },
        },
      },
    }),
    async (c) => {
      const told = linesOf(sharedSuppressions(world, c.req.valid("header")["licet-hash-key"]));
      // The first one before the answer begins: what cannot be answered at all is told with a status.
      const first = await told.next();
      const body = new ReadableStream<Uint8Array>({
        start: (to) => to.enqueue(Buffer.from(first.value ?? "")),
        async pull(to) {
          const { done, value } = await told.next();
          if (done) to.close();
          else to.enqueue(Buffer.from(value));
        },
        cancel: async () => void (await told.return(undefined)),
      });
      return c.body(body, 200, { "Content-Type": lines });
    },
  );

  api.openapi(
    createRoute({
      method: "post",
      path: "/suppressions/check",
      summary: "Which of these addresses are of people who told us to stop",
      description:
        "Finds erased people too. Nothing is kept of the addresses. What is not in the answer is not permitted by that: ask `/explain`, or follow `/changes`.",
      security,
      middleware: [guard("suppressions:read"), limitBody(1)] as const,
      request: {
        body: jsonBody(
          z.strictObject({ emails: z.array(z.string().max(1000)).max(1000) }).openapi("SuppressionCheck"),
        ),
      },
      responses: {
        ...problems("body-malformed", "body-too-large", "media-type-unsupported", "setup-missing"),
        200: json(
          z
            .object({
              suppressed: z.array(
                z.object({
                  email: z.string().openapi({ description: "As it was asked" }),
                  subject: z.uuid(),
                  purposes: purposesSchema,
                }),
              ),
              malformed: z
                .array(z.string())
                .openapi({ description: "What mail cannot be sent to, as it was asked" }),
            })
            .openapi("CheckedSuppressions"),
          "Those who told us to stop",
        ),
      },
    }),
    async (c) => {
      const { suppressed, malformed } = await checkSuppressions(world, c.req.valid("json").emails);
      const entries = suppressed.map(({ purposes, ...who }) => ({ ...who, purposes: [...purposes] }));
      return c.json({ suppressed: entries, malformed: [...malformed] }, 200);
    },
  );
  return api;
}

async function* linesOf(shared: ReturnType<typeof sharedSuppressions>): AsyncGenerator<string, undefined> {
  for (;;) {
    const { value } = await shared.next();
    yield `${JSON.stringify(value)}\n`;
    if ("people" in value) return;
  }
}
