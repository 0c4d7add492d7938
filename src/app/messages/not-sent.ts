// What becomes of a mail of the outbox that did not go: it is tried again, or given up.
import { hours, type Instant } from "../../core/instant.ts";
import type { World } from "../ports.ts";
import type { Handover } from "./letter.ts";
import type { OutboxMail, OutboxResult } from "./outbox.ts";

const triesForMs = hours(48);
/** A relay that takes the letter and loses its reply would otherwise fill the mailbox. */
const resendsAfterUncertain = 2;

/** It may not have arrived and goes again under the same Message-ID, until it is of no use or too often uncertain. */
export function notSent(
  world: World,
  mail: OutboxMail,
  handover: Exclude<Handover, { kind: "sent" | "withheld" }>,
): OutboxResult {
  const { kind, reply } = handover;
  const now = world.clock.now();
  const forGood = kind === "refused-by-relay" && handover.permanent;
  const tooOften = kind === "uncertain" && mail.attempts > resendsAfterUncertain;
  if (forGood || tooOften || now - mail.createdAt > triesForMs) return { state: "failed", reply };
  return { state: "waiting", reply, dueAt: (now + Math.min(1000 * 2 ** mail.attempts, hours(1))) as Instant };
}
