// POST /erasures: erases one person. A POST with a body, since an address has no place in a URL.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { World } from "../../app/ports.ts";
import { erase } from "../../app/rights/erase.ts";
import { formatInstant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { json, jsonBody, needing, problems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const requestSchema = z.strictObject({ email: z.string() }).openapi("ErasureRequest");

const erasureSchema = z
  .object({
    subject: z.uuid().openapi({ description: "The key under which the person stays barred; no address" }),
    at: z.iso.datetime(),
    facts: z
      .int()
      .openapi({ description: "Facts whose skeleton stays: which act, when, under which versions" }),
  })
  .openapi("Erasure");

export function erasuresApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const route = createRoute({
    method: "post",
    path: "/erasures",
    summary: "Erase one person",
    description:
      "Destroys the person's key, and with it the address and all that is personal. The person is not written to again, nor taken in again by the same facts, and may sign up anew. It cannot be undone.",
    security: needing("people:erase"),
    middleware: [guard("people:erase"), limitBody(1)] as const,
    request: { body: jsonBody(requestSchema) },
    responses: {
      ...problems(
        "address-malformed",
        "body-malformed",
        "body-too-large",
        "media-type-unsupported",
        "setup-missing",
        "subject-unknown",
        "legal-hold",
      ),
      201: json(erasureSchema, "The person is erased"),
    },
  });
  api.openapi(route, async (c) => {
    const address = parseAddress(c.req.valid("json").email);
    if (address === null) throw new CodedError("address-malformed");
    const { subject, at, facts } = await erase(world, address, `api:${c.var.key.name}`);
    return c.json({ subject, at: formatInstant(at), facts }, 201);
  });
  return api;
}
