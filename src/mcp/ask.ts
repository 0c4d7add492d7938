// `ask`: whether one person may get a message now. An answer, and no permit.
import { z } from "zod";
import { askOnly } from "../app/verdicts/ask-only.ts";
import { subjectIdOf } from "../ledger/secrets.ts";
import * as fields from "./fields.ts";
import { defineTool } from "./tool.ts";
import { verdictJson, verdictSchema } from "./verdict-words.ts";

export const ask = defineTool({
  name: "ask",
  title: "May this person get this message now?",
  description:
    "Asks whether European data-protection law permits a message to one person at this moment, and why. Whoever is not on record is refused. The answer is put on record under your name. It is no permit: it may be another a moment later, and nothing may be sent on it by other means. A refusal is final for you; its remedy is for a human.",
  scope: "permits:ask",
  perMinute: 60,
  sends: false,
  input: z.strictObject({
    email: fields.email,
    purpose: fields.purpose
      // A duty is put on record by whoever answers for it; what an agent says of one proves nothing.
      .refine((key) => key !== "legalNotice", "a notice that a law demands is not for an agent to ask about")
      .describe(
        "Key of a declared purpose, as in `newsletter`; or `rightsReply`, `doubleOptIn`, `withdrawalAck`",
      ),
    blocks: fields.blocks.optional(),
    contract: fields.shortText.optional().describe("Purposes of kind `service`: the contract it is about"),
    request: fields.shortText
      .optional()
      .describe(
        "Purposes of kind `requestedInformation`, and `doubleOptIn`: the id of the fact that it answers",
      ),
    case: fields.shortText.optional().describe("`rightsReply`: the id of the request by right"),
  }),
  output: z.object({
    id: z.uuid().describe("Names this answer on record"),
    ...verdictSchema.shape,
    atMost: z
      .enum(["week", "month"])
      .nullable()
      .describe("How often at most the person wishes to hear of it; null: as it comes"),
  }),
  async run({ world, agent }, { email, purpose, ...message }) {
    const subject = subjectIdOf(fields.readAddress(email), world.secrets);
    const { id, verdict, atMost } = await askOnly(world, agent.name, { purpose, message }, subject);
    return { id, ...verdictJson(verdict), atMost };
  },
});
