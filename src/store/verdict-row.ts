// A verdict as columns, and back: the only place where a permit is made from the store.
import type { Basis, RefusalCode } from "../core/codes.ts";
import type { Instant } from "../core/instant.ts";
import { permitFromRecord, refusal, type Tracking, type Verdict } from "../core/verdict.ts";

export interface VerdictRow {
  purpose: string;
  permitted: boolean;
  basis: string | null;
  code: string | null;
  evidence: string[];
  obligations: string[];
  jurisdiction: string;
  tracking: string;
  valid_until: number | null;
  rules: string;
  decided_at: number;
  position: number;
}

/** A row that cannot have come from a verdict is the refusal `input-invalid`, never a permit. */
export function verdictOf(row: VerdictRow): Verdict {
  const told = {
    purpose: row.purpose,
    evidence: row.evidence,
    jurisdiction: row.jurisdiction,
    rules: row.rules,
    decidedAt: row.decided_at as Instant,
  };
  const permit =
    row.permitted &&
    row.code === null &&
    permitFromRecord({
      ...told,
      basis: row.basis as Basis,
      validUntil: row.valid_until as Instant | null,
      obligations: row.obligations,
      tracking: row.tracking as Tracking,
    });
  if (permit) return permit;
  const refused = !row.permitted && row.basis === null && row.valid_until === null;
  const bare = row.obligations.length === 0 && row.tracking === "none";
  const code = (refused && bare && row.code ? row.code : "input-invalid") as RefusalCode;
  return refusal({ ...told, code, alsoRefused: [], citations: [] });
}
