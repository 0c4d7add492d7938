// The mails about rights, for the outbox: the link that was asked for, and what is said of a request.
import { messageIdOf } from "../../mail/headers.ts";
import type { OutboxRequest, Parting } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";

type Request = Omit<OutboxRequest["request"], "facts" | "language">;

/**
 * @param about - the id of the fact that it answers.
 * @param parting - where nothing else keeps the address: it is kept for this mail alone, and goes with it.
 */
export function replyMail(
  world: World,
  setup: Setup,
  kind: "link" | "rightsReply",
  about: string,
  language: string,
  request: Request,
  parting?: Parting,
): readonly Omit<OutboxRequest, "subject">[] {
  const sender = Object.values(setup.senders)[0];
  if (!sender) return [];
  const [id, now] = [world.ids.next(), world.clock.now()];
  return [
    {
      id,
      kind,
      request: { ...request, facts: [about], language },
      messageId: messageIdOf(id, sender.content.address),
      createdAt: now,
      dueAt: now,
      ...(parting && { parting }),
    },
  ];
}
