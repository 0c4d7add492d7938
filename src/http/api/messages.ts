// /messages: sends one message to one person that a contract, a law or a request calls for, and says what became of it.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { FiledMessage } from "../../app/messages/outbox.ts";
import { findMessage, sendMessage } from "../../app/messages/send-message.ts";
import type { World } from "../../app/ports.ts";
import { formatInstant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { json, jsonBody, needing, problems, purposeSchema } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const shortText = z.string().min(1).max(200);

const requestSchema = z
  .strictObject({
    email: z.string(),
    reason: z
      .discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("service"),
          purpose: purposeSchema.openapi({
            description: "A declared purpose of kind `service`",
            example: "orders",
          }),
          contract: shortText.openapi({
            description: "As in the `contract.started` on record",
            example: "ORDER-17",
          }),
        }),
        z.strictObject({
          kind: z.literal("legalNotice"),
          statute: shortText.openapi({ description: "The law that demands it", example: "GDPR 34" }),
        }),
        z.strictObject({
          kind: z.literal("rightsReply"),
          case: shortText.openapi({ description: "The id of the request by right" }),
        }),
      ])
      .openapi({ description: "What calls for the message" }),
    blocks: z
      .array(shortText)
      .max(50)
      .default(["service"])
      .openapi({ description: "What stands in it, as in the decision contract; what promotes is refused" }),
    template: z.strictObject({
      format: z.enum(["markdown", "mjml", "html"]),
      subject: z
        .string()
        .min(1)
        .max(900)
        .openapi({ description: "Liquid", example: "Your order {{ values.number }}" }),
      body: z.string().min(1).openapi({ description: "Liquid in the format above" }),
      text: z
        .string()
        .min(1)
        .optional()
        .openapi({ description: "The text part, Liquid; absent: it follows from the body" }),
    }),
    values: z
      .record(z.string().regex(/^[A-Za-z_]\w{0,99}$/), z.unknown())
      .default({})
      .openapi({ description: "What the template speaks of as `values.…`", example: { number: "17" } }),
    language: shortText.optional().openapi({ description: "BCP 47; absent: the person's own" }),
  })
  .openapi("MessageRequest");

const messageSchema = z
  .object({
    id: z.uuid(),
    subject: z.uuid().openapi({ description: "The key of the person; no address" }),
    kind: z.enum(["service", "legalNotice", "rightsReply"]),
    state: z.enum(["waiting", "sent", "refused", "failed"]).openapi({
      description:
        "`refused`: at the moment of sending it was no longer permitted; `failed`: no mail server took it",
    }),
    basis: z.string().nullable(),
    code: z.string().nullable().openapi({ description: "Of a refusal" }),
    evidence: z.array(z.string()).openapi({ description: "Ids of the facts that it rests on" }),
    reply: z.string().nullable().openapi({ description: "What the mail server said; never an address" }),
    messageId: z.string(),
    createdAt: z.iso.datetime(),
    handedOverAt: z.iso.datetime().nullable(),
  })
  .openapi("Message");

const headers = z.object({
  "idempotency-key": z.string().optional().openapi({
    description: "Another for each message, and the same when you try again",
    example: "order-17-shipped",
  }),
});

export function messagesApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });

  const send = createRoute({
    method: "post",
    path: "/messages",
    summary: "Send one message that a contract, a law or a request calls for",
    description:
      "No objection to advertising holds it up, and nothing in it may advertise. It goes before all campaigns. What the law does not permit is refused with 403 and `message-refused`, and is asked once more at the moment of sending.",
    security: needing("messages:write"),
    middleware: [guard("messages:write"), limitBody(1)] as const,
    request: { headers, body: jsonBody(requestSchema) },
    responses: {
      ...problems(
        "address-malformed",
        "body-malformed",
        "body-too-large",
        "idempotency-key-malformed",
        "idempotency-key-reused",
        "media-type-unsupported",
        "message-refused",
        "purpose-not-service",
        "purpose-unknown",
        "setup-missing",
        "template-malformed",
      ),
      202: {
        ...json(messageSchema, "It is on record and goes at once; ask its `Location` what became of it"),
        headers: z.object({ Location: z.string() }),
      },
    },
  });
  api.openapi(send, async (c) => {
    const key = c.req.valid("header")["idempotency-key"];
    if (key === undefined || !/^[\x21-\x7e]{1,200}$/.test(key))
      throw new CodedError("idempotency-key-malformed");
    const { email, template, language, ...rest } = c.req.valid("json");
    const address = parseAddress(email);
    if (address === null) throw new CodedError("address-malformed");
    const { text, ...source } = template;
    const filed = await sendMessage(
      world,
      {
        ...rest,
        address,
        template: { ...source, ...(text !== undefined && { text }) },
        ...(language !== undefined && { language }),
      },
      { by: c.var.key.id, key, source: `api:${c.var.key.name}` },
    );
    return c.json(messageJson(filed), 202, { Location: `/api/v1/messages/${filed.id}` });
  });

  const show = createRoute({
    method: "get",
    path: "/messages/{id}",
    summary: "What became of a message",
    security: needing("messages:read"),
    middleware: [guard("messages:read")] as const,
    request: { params: z.object({ id: z.string().openapi({ param: { name: "id", in: "path" } }) }) },
    responses: { ...problems("message-unknown"), 200: json(messageSchema, "The message") },
  });
  api.openapi(show, async (c) => c.json(messageJson(await findMessage(world, c.req.valid("param").id)), 200));
  return api;
}

function messageJson(filed: FiledMessage): z.input<typeof messageSchema> {
  const { id, subject, message, state, basis, code, evidence, reply, messageId } = filed;
  return {
    id,
    subject,
    kind: message.kind,
    state,
    basis,
    code,
    evidence: [...evidence],
    reply,
    messageId,
    createdAt: formatInstant(filed.createdAt),
    handedOverAt: filed.handedOverAt === null ? null : formatInstant(filed.handedOverAt),
  };
}
