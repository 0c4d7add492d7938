// The outcomes of a batch as rows of one parameter.
import type { Outcome } from "../app/campaigns/campaign.ts";
import { timestamp } from "./database.ts";

const stateAfter = {
  sent: "sent",
  "refused-by-relay": "failed",
  unreachable: "failed",
  uncertain: "uncertain",
} as const satisfies Record<Outcome["handover"]["kind"], string>;

/** One that is put off was not handed over, and is not known yet. */
export function outcomeRows(outcomes: readonly Outcome[]): readonly object[] {
  return outcomes.map(({ subject, messageId, handover, at, deferral }) => ({
    subject,
    state: deferral ? "deferred" : stateAfter[handover.kind],
    message_id: messageId,
    reply: handover.reply,
    at: deferral ? null : timestamp(at),
    due_at: deferral ? timestamp(deferral.dueAt) : null,
    attempts: deferral?.attempts ?? 0,
    deferred_at: deferral ? timestamp(deferral.since) : null,
  }));
}
