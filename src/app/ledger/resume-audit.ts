// Takes an audit up where an earlier one was interrupted, if what that one found sound can be relied on here.
import { type AuditMark, openMark } from "../../ledger/audit-mark.ts";
import { canonicalHash } from "../../ledger/canonical.ts";
import type { Checkpoint, LogSigner } from "../../ledger/checkpoint.ts";
import type { World } from "../ports.ts";

/**
 * How far the earlier audit came, or null where its mark is good for nothing here: not sealed with the key of this secret,
 * of another log, with other certificates to trust, or from before the checkpoint that is held was looked at.
 */
export function earlierAudit(
  { secrets }: Pick<World, "secrets">,
  { origin }: Pick<LogSigner, "origin">,
  sealed: string,
  { held, anchors }: { held: Checkpoint | undefined; anchors: string },
): AuditMark | null {
  const mark = openMark(sealed, secrets.auditKey, origin);
  if (mark?.anchors !== canonicalHash(anchors)) return null;
  if (held === undefined || held.size > mark.edge.size) return mark;
  const seen = mark.edge.held;
  return seen?.size === held.size && seen.root === held.root.toString("base64") ? mark : null;
}
