// A change as other systems are told of it, by the feed and by webhooks alike.
import { formatInstant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Change } from "./changes-table.ts";

export interface ChangeJson {
  readonly cursor: string;
  readonly at: string;
  readonly subject: SubjectId;
  readonly email: string | null;
  readonly purpose: string;
  readonly outcome: "permit" | "refusal";
  readonly basis: string | null;
  readonly code: string | null;
  readonly validUntil: string | null;
}

export function changeJson({ number, at, subject, address, purpose, verdict }: Change): ChangeJson {
  const validUntil = verdict?.validUntil ?? null;
  return {
    cursor: String(number),
    at: formatInstant(at),
    subject,
    email: address,
    purpose,
    outcome: verdict?.outcome ?? "refusal",
    basis: verdict?.basis ?? null,
    code: verdict === null ? "purpose-unknown" : verdict.code,
    validUntil: validUntil === null ? null : formatInstant(validUntil),
  };
}
