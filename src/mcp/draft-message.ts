// `draft_message`: what a message would look like and whether it might be sent; nothing is filed.
import { z } from "zod";
import { draftMessage } from "../app/messages/draft-message.ts";
import { askOnly } from "../app/verdicts/ask-only.ts";
import { subjectIdOf } from "../ledger/secrets.ts";
import { messageShape, requestOf } from "./message-fields.ts";
import { defineTool } from "./tool.ts";
import { verdictJson, verdictSchema } from "./verdict-words.ts";

export const draft = defineTool({
  name: "draft_message",
  title: "Draft a message about a contract",
  description:
    "Renders a message about a running contract as its reader would have it, and says whether it might be sent now and why. Sends and files nothing. Show the draft to a human before you send it.",
  scope: "permits:ask",
  perMinute: 60,
  sends: false,
  input: z.strictObject({
    ...messageShape,
    withHtml: z.boolean().default(false).describe("Whether to answer the HTML as well, which is long"),
  }),
  output: z.object({
    ...verdictSchema.shape,
    language: z.string().describe("In which it would be sent"),
    from: z.string(),
    subject: z.string(),
    text: z.string().describe("The text part, with what Licet adds; its links lead nowhere"),
    html: z.string().optional(),
  }),
  async run({ world, agent }, { withHtml, ...asked }) {
    const request = requestOf(asked);
    const { language, from, mail } = await draftMessage(world, request);
    const subject = subjectIdOf(request.address, world.secrets);
    const { purpose, contract, blocks } = asked;
    const { verdict } = await askOnly(world, agent.name, { purpose, message: { contract, blocks } }, subject);
    return {
      ...verdictJson(verdict),
      language,
      from: `${from.name} <${from.address}>`,
      subject: mail.subject,
      text: mail.text,
      ...(withHtml && { html: mail.html }),
    };
  },
});
