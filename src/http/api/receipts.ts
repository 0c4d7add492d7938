// POST /receipts: proves what one person's permission for one purpose rests on. A POST, since an address has no place in a URL.

import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { accepts } from "hono/accepts";
import { issueReceipt } from "../../app/ledger/issue-receipt.ts";
import type { World } from "../../app/ports.ts";
import { LANGUAGES } from "../../core/languages.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { jsonBody, needing, problems, purposeSchema } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";
import { receiptSchema } from "./receipt-schema.ts";

const requestSchema = z
  .strictObject({
    email: z.string(),
    purpose: purposeSchema,
    language: z.enum(LANGUAGES).optional().openapi({ description: "Of the paper; absent: the person's own" }),
  })
  .openapi("ReceiptRequest");

const answerSchema = receiptSchema.openapi("Receipt", {
  description:
    "JSON-LD: the consent record of ISO/IEC TS 27560:2023 in terms of W3C DPV, what the controller states, and the evidence. `licet verify` and `licet/verify` check it, offline",
});

export function receiptsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const route = createRoute({
    method: "post",
    path: "/receipts",
    summary: "Prove what the permission of one person for one purpose rests on",
    description:
      "What concerns the purpose and is not in the log yet is put there first. The receipt holds the address as it was typed. With `Accept: application/pdf` it comes to be read, in the language of the person; that paper alone proves nothing.",
    security: needing("receipts:read"),
    middleware: [guard("receipts:read"), limitBody(1)] as const,
    request: { body: jsonBody(requestSchema) },
    responses: {
      ...problems(
        "address-malformed",
        "body-malformed",
        "body-too-large",
        "log-behind",
        "media-type-unsupported",
        "purpose-unknown",
        "setup-missing",
        "subject-unknown",
      ),
      200: {
        description: "The receipt",
        content: {
          "application/ld+json": { schema: answerSchema },
          "application/pdf": { schema: z.string().openapi({ format: "binary" }) },
        },
      },
    },
  });
  api.openapi(route, async (c) => {
    const { email, purpose, language } = c.req.valid("json");
    const address = parseAddress(email);
    if (address === null) throw new CodedError("address-malformed");
    const receipt = await issueReceipt(world, address, purpose);
    const wanted = accepts(c, {
      header: "Accept",
      supports: ["application/ld+json", "application/pdf"],
      default: "application/ld+json",
    });
    if (wanted === "application/ld+json")
      return c.body(`${JSON.stringify(receipt, null, 2)}\n`, 200, { "Content-Type": wanted });
    // What sets paper is large: it is loaded where somebody wants some.
    const { printReceipt } = await import("../../app/ledger/print-receipt.ts");
    const paper = Buffer.from(await printReceipt(world, receipt, language));
    return c.body(paper, 200, { "Content-Type": wanted });
  });
  return api;
}
