// What became of a message, as an agent is told it.
import { z } from "zod";
import type { FiledMessage } from "../app/messages/outbox.ts";
import { formatInstant } from "../core/instant.ts";
import { instant } from "./fields.ts";

export const messageState = z.object({
  id: z.string(),
  state: z
    .enum(["waiting", "sent", "refused", "failed"])
    .describe(
      "`waiting`: on record, and goes when it is permitted once more; `refused`: then it no longer was; `failed`: no mail server took it",
    ),
  basis: z.string().nullable(),
  code: z.string().nullable().describe("Of a refusal"),
  evidence: z.array(z.string()),
  reply: z.string().nullable().describe("The codes that the mail server answered, without its words"),
  createdAt: instant,
  handedOverAt: instant.nullable(),
});

export function messageJson(filed: FiledMessage): z.input<typeof messageState> {
  const { id, state, basis, code, reply, createdAt, handedOverAt } = filed;
  return {
    ...{ id, state, basis, code },
    evidence: [...filed.evidence],
    // The words are a stranger's, and a model might follow them.
    reply: reply === null ? null : (/^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(reply)?.[0] ?? null),
    createdAt: formatInstant(createdAt),
    handedOverAt: handedOverAt === null ? null : formatInstant(handedOverAt),
  };
}
