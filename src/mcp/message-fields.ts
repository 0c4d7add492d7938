// The message that an agent drafts or sends: about a running contract and nothing else, since that is on record already.
import { z } from "zod";
import type { MessageRequest } from "../app/messages/send-message.ts";
import * as fields from "./fields.ts";

const messageFields = z.strictObject({
  email: fields.email,
  purpose: fields.purpose.describe("Key of a declared purpose of kind `service`, as in `orders`"),
  contract: fields.shortText.describe(
    "The contract or order that the message is about, as it is on record; it must have started and not ended",
  ),
  blocks: fields.blocks,
  subject: z.string().min(1).max(900).describe("Liquid, one line: `Order {{ values.number }} has left`"),
  body: z
    .string()
    .min(1)
    .max(100_000)
    .describe(
      "Markdown with Liquid. What others wrote, as a name or a product, belongs into `values` and never here: there it cannot become markup",
    ),
  values: z
    .record(z.string().regex(/^[A-Za-z_]\w{0,99}$/), z.unknown())
    .default({})
    .describe("What the template speaks of as `values.…`"),
  language: fields.shortText.optional().describe("BCP 47; leave it out for the person's own"),
});

export const messageShape = messageFields.shape;

export function requestOf(asked: z.output<typeof messageFields>): MessageRequest {
  const { email, purpose, contract, blocks, subject, body, values, language } = asked;
  return {
    address: fields.readAddress(email),
    reason: { kind: "service", purpose, contract },
    blocks,
    template: { format: "markdown", subject, body },
    values,
    ...(language !== undefined && { language }),
  };
}
