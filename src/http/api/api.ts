// The API: its routes and the OpenAPI document that is made from them.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { World } from "../../app/ports.ts";
import { type Guard, keyGuard } from "../auth.ts";
import type { Limit } from "../rate-limit.ts";
import { audienceApi } from "./audience.ts";
import { campaignsApi } from "./campaigns.ts";
import { changesApi } from "./changes.ts";
import { erasuresApi } from "./erasures.ts";
import { explainApi } from "./explain.ts";
import { factsApi } from "./facts.ts";
import { formsApi } from "./forms.ts";
import { importsApi } from "./imports.ts";
import { messagesApi } from "./messages.ts";
import { permitsApi } from "./permits.ts";
import { receiptsApi } from "./receipts.ts";
import { rightsApi } from "./rights.ts";
import { submissionsApi } from "./submissions.ts";
import { suppressionsApi } from "./suppressions.ts";

const description = `Put authorisations and objections on record, ask who may be written to and why, and run campaigns.

Every route but \`/forms/{form}\` needs a key as \`Authorization: Bearer licet_…\`, made with \`licet api-key create\`; the scope that a route needs stands with it.
Failures are problem details (RFC 9457); their \`type\` is \`urn:licet:error:\` and a code.
\`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (seconds) tell what a key has left, \`Retry-After\` how long to wait after a 429.
Addresses of people are only ever sent in bodies, never in a URL.`;

/** @param permits - how often a key may ask before it sends: other systems do so for each mail. */
export function createApi(world: World, limit: Limit, permits: Limit): OpenAPIHono {
  const guard: Guard = keyGuard(world, limit);
  const api = new OpenAPIHono();
  api.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
  });
  api.route("/", formsApi(world));
  for (const part of [
    factsApi,
    importsApi,
    submissionsApi,
    audienceApi,
    changesApi,
    suppressionsApi,
    explainApi,
    receiptsApi,
    erasuresApi,
    rightsApi,
    messagesApi,
    campaignsApi,
  ])
    api.route("/", part(world, guard));
  api.route("/", permitsApi(world, keyGuard(world, permits)));
  api.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "A key made with `licet api-key create`",
  });

  api.get("/openapi.json", (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: "3.1.0",
        info: {
          title: "Licet",
          version: "1",
          description,
          license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
        },
        servers: [{ url: `${world.publicUrl}/api/v1` }],
      }),
    ),
  );
  return api;
}
