// `send_message`: files a message about a running contract, which goes if it is permitted once more at that moment.
import { z } from "zod";
import { sendMessage } from "../app/messages/send-message.ts";
import { messageShape, requestOf } from "./message-fields.ts";
import { messageJson, messageState } from "./message-state.ts";
import { defineTool } from "./tool.ts";

export const send = defineTool({
  name: "send_message",
  title: "Send a message about a contract",
  description:
    "Sends one message that a running contract of the person calls for, such as a change of an order. It cannot be called back. It is refused where there is no such contract on record or where anything in it promotes; then nothing is sent. Advertising cannot be sent with this tool: campaigns are started by a human.",
  scope: "messages:write",
  perMinute: 20,
  sends: true,
  input: z.strictObject({
    ...messageShape,
    idempotencyKey: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/, "1 to 200 printable characters without spaces")
      .describe(
        "Another for each message, as in `order-17-shipped`, and the same when you try again: it goes once",
      ),
  }),
  output: messageState,
  async run({ world, agent }, { idempotencyKey: key, ...asked }) {
    return messageJson(
      await sendMessage(world, requestOf(asked), { by: agent.id, key, source: `mcp:${agent.name}` }),
    );
  },
});
