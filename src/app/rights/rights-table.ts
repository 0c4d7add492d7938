// What the use cases about rights need from the store.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Holdings } from "./holdings.ts";

/** A mail that answers a request, as the outbox has it. */
export interface CaseMail {
  readonly step: string;
  readonly state: string;
  readonly at: Instant;
  readonly reply: string | null;
}

export interface RightsTable {
  /** Who has a request on record: one that nobody has answered, any at all, or one of this id. */
  subjects(which: "open" | "all" | { readonly case: string }): Promise<readonly SubjectId[]>;
  /** The mails about one request, oldest first. */
  mails(subject: SubjectId, request: string): Promise<readonly CaseMail[]>;
  /** Every row that any table has about one person, opened. Null: there is none. */
  holdings(subject: SubjectId): Promise<Holdings | null>;
}
