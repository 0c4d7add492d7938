// What the gate keeps: credentials, and the mails that it took and that have not all gone yet.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { GivenVerdict } from "../verdicts/verdicts-table.ts";
import type { Credential } from "./credential.ts";

/** What DSN parameters asked for one recipient (RFC 3461 4.1, 4.2), as they came. */
export interface RecipientNotice {
  readonly notify: readonly string[] | null;
  readonly orcpt: string | null;
}

/** A mail that was taken, for all its recipients. Sealed under a key of its own, and gone when the last of them is done with. */
export interface SpooledMail {
  readonly id: string;
  /** With the header of the gate, without what only the gate is told. */
  readonly raw: Buffer;
  readonly reversePath: string;
  /** RFC 3461 4.3 and 4.4. */
  readonly envid: string | null;
  readonly ret: string | null;
  /** By the id of the mail in the outbox. */
  readonly recipients: Readonly<Record<string, { readonly address: string } & RecipientNotice>>;
  readonly createdAt: Instant;
}

/** What is put on record of mails that were taken. */
export interface Taken {
  readonly spool: readonly SpooledMail[];
  /** None of them has a parting. */
  readonly mails: readonly OutboxRequest[];
  readonly verdicts: readonly GivenVerdict[];
}

export interface GateTable {
  addCredential(credential: Credential & { readonly hash: Buffer }): Promise<void>;
  /** By its name, whether or not it was revoked; `hash`: of its password. */
  credential(name: string): Promise<(Credential & { readonly hash: Buffer }) | null>;
  credentials(): Promise<readonly Credential[]>;
  /** False: there is none in use. */
  revokeCredential(id: string, at: Instant): Promise<boolean>;
  touchCredential(id: string, at: Instant): Promise<void>;
  /** Until when it observes. False: there is none in use. */
  observeUntil(id: string, until: Instant | null): Promise<boolean>;

  /** Which of these people have heard of the purpose too lately for their wish (record 21). */
  heardLately(
    wishing: readonly { readonly subject: SubjectId; readonly atMost: "week" | "month" }[],
    purpose: string,
    at: Instant,
  ): Promise<ReadonlySet<SubjectId>>;

  /** In one statement, all or nothing. */
  take(taken: Taken): Promise<void>;
  /** Null: it has gone. */
  spooled(id: string): Promise<SpooledMail | null>;
  /** Lets go of these mails, of all where `ids` is null, as far as nobody waits for one any more. */
  forgetSpooled(ids: readonly string[] | null): Promise<void>;
}
