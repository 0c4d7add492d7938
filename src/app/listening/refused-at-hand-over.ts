// A mail server that refuses a letter at once tells of the mailbox what it would else report later.
import type { Instant } from "../../core/instant.ts";
import { readReply } from "../../mail/delivery-status.ts";
import type { NamedLetter } from "../../mail/letter-token.ts";
import type { Handover } from "../messages/letter.ts";
import type { World } from "../ports.ts";
import { takeIn } from "./take-in.ts";

/**
 * Holds a refusal against the address only where it says that the mailbox is gone. Everything else may be about the moment, the
 * letter or us, and stays with the delivery.
 */
export async function takeInRefusal(
  world: World,
  letter: NamedLetter,
  { reply, status, ofUs }: Extract<Handover, { kind: "refused-by-relay" }>,
  at: Instant,
): Promise<void> {
  if (ofUs) return;
  const { says } = readReply(reply);
  if (says !== "mailbox-gone") return;
  const told = { source: `relay:${world.post.name}`, at, evidence: null };
  await takeIn(world, { kind: "bounce", says, status, letter }, told);
}
