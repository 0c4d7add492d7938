// `show_message`: what became of a message.
import { z } from "zod";
import { findMessage } from "../app/messages/send-message.ts";
import { shortText } from "./fields.ts";
import { messageJson, messageState } from "./message-state.ts";
import { defineTool } from "./tool.ts";

export const show = defineTool({
  name: "show_message",
  title: "What became of a message?",
  description: "Says whether a message that was sent with `send_message` waits, has gone, or was refused.",
  scope: "messages:read",
  perMinute: 60,
  sends: false,
  input: z.strictObject({ id: shortText.describe("The `id` that `send_message` answered") }),
  output: messageState,
  run: async ({ world }, { id }) => messageJson(await findMessage(world, id)),
});
