// Mail to one person that a fact calls for. It waits in the outbox, in the transaction of that fact, and is asked for
// at the moment of sending like any other.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Permit, Refusal } from "../../core/verdict.ts";
import type { LinkedPage } from "../../mail/tokens.ts";
import type { Passage } from "../gate/passage.ts";

/** `request`: ids of the facts that it answers, and what is needed to write it. Never an address. */
export interface OutboxRequest {
  readonly subject: SubjectId;
  readonly id: string;
  readonly kind:
    | "doubleOptIn"
    | "requestedInformation"
    | "orderConfirmation"
    | "withdrawalAck"
    | "link"
    | "addressConfirmation"
    | "addressNotice"
    | "guardian"
    | "message"
    | "rightsReply"
    | "passage"
    | "statusReport";
  readonly request: {
    /** The facts it answers: consents or orders to confirm, requests for information or by right, withdrawals; that a link was asked for, or a new address given. */
    readonly facts: readonly string[];
    /** Where the link leads to that was asked for. */
    readonly page?: LinkedPage;
    /** Of a new address: whose it is to be. */
    readonly from?: SubjectId;
    readonly form?: { readonly key: string; readonly version: number };
    readonly language: string;
    /** Of a reply: what it says of the request. */
    readonly step?: "received" | "extended" | "answered";
    /** Of a message that a system of the controller's asked for. */
    readonly message?: SentMessage;
    /** Of a mail that other software handed to the gate. */
    readonly passage?: Passage;
  };
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly parting?: Parting;
  /** Id of the mail that the gate took, where it is one. */
  readonly spool?: string;
  /** Whatever else is due goes first. */
  readonly behind?: true;
}

/** What the message is for, which must be shown for it to be sent at all. */
export type MessageReason =
  /** A running contract or account needs it (GDPR 6(1)(b)); `purpose`: a declared one of kind service. */
  | { readonly kind: "service"; readonly purpose: string; readonly contract: string }
  /** A law demands it (GDPR 6(1)(c)), such as `GDPR 34`. */
  | { readonly kind: "legalNotice"; readonly statute: string }
  /** It belongs to a request by right; `case`: its id. */
  | { readonly kind: "rightsReply"; readonly case: string };

/** `sender`: its key; `fingerprint`: tells another request under the same Idempotency-Key. */
export type SentMessage = MessageReason & {
  readonly blocks: readonly string[];
  readonly sender: string;
  readonly fingerprint: string;
};

/** A message, and what has become of it. */
export interface FiledMessage {
  readonly subject: SubjectId;
  readonly id: string;
  readonly message: SentMessage;
  readonly state: "waiting" | "sent" | "refused" | "failed";
  readonly basis: string | null;
  readonly code: string | null;
  /** Ids of facts. */
  readonly evidence: readonly string[];
  /** Of the mail server; never with an address. */
  readonly reply: string | null;
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly handedOverAt: Instant | null;
}

/**
 * What a mail needs of somebody of whom nothing is kept, any more or at all: sealed under a key of its own, and gone as soon
 * as the mail is sent or given up.
 */
export interface Parting {
  readonly address: string;
  /** The controller's words, or what a link holds, where no fact can keep them. */
  readonly words?: string;
}

export interface OutboxMail extends Omit<OutboxRequest, "parting"> {
  readonly attempts: number;
  readonly parting: Parting | null;
}

/** A mail that went, or is to go at `dueAt`. `untried`: it was not tried yet, and can still say something else. */
export interface FiledMail extends Pick<OutboxRequest, "subject" | "kind" | "id" | "request" | "dueAt"> {
  readonly untried: boolean;
}

export interface OutboxTable {
  add(mails: readonly OutboxRequest[]): Promise<void>;
  /** Claims mail that is due, and what an ended claim left behind; each is claimed for `leaseUntil`. */
  claim(
    now: Instant,
    leaseUntil: Instant,
    limit: number,
    /** Of those that go behind, no more than so many. */
    behindMost?: number,
  ): Promise<readonly OutboxMail[]>;
  /** Keeps a claim alive while its mail is under way. */
  renew(mail: OutboxMail, leaseUntil: Instant): Promise<void>;
  /** What became of a claimed mail. False: the claim was lost, and it is of no effect. */
  conclude(mail: OutboxMail, result: OutboxResult, now: Instant): Promise<boolean>;
  /** The mails of these kinds to these people that went, or are to go, after an instant. */
  recent(
    like: readonly Pick<OutboxRequest, "subject" | "kind">[],
    since: Instant,
  ): Promise<readonly FiledMail[]>;
  /** Lets an untried mail answer something else; false: it is under way already. */
  rewrite(subject: SubjectId, id: string, request: OutboxRequest["request"]): Promise<boolean>;
  /** The message of this id. Inside a transaction nobody else may file one under it until the end. */
  reserve(id: string): Promise<FiledMessage | null>;
  find(id: string): Promise<FiledMessage | null>;
  /** What a mail of the gate was for, and on which basis it went. */
  passage(
    subject: SubjectId,
    id: string,
  ): Promise<{ readonly purpose: string; readonly basis: string | null } | null>;
  /** How many answers were sent to a request for information of each of these people; none: not in it. */
  answered(subjects: readonly SubjectId[], request: string): Promise<ReadonlyMap<SubjectId, number>>;
  /**
   * Takes away all but the skeleton of up to `limit` mails of other software that were concluded and are older: who, when, for
   * which purpose, on what. What did not go, or went to somebody who is not on record, and reports on mails, go whole.
   *
   * @returns how many.
   */
  reduceBefore(before: Instant, limit: number): Promise<number>;
  /** The same for all that went to these people. */
  reduce(subjects: readonly SubjectId[]): Promise<void>;
  /** Takes away what waits for these people, but for what is sent to people of whom nothing is kept any more. */
  dropWaiting(subjects: readonly SubjectId[]): Promise<void>;
}

/** What became of a mail that was claimed. */
export type OutboxResult =
  | { readonly state: "sent"; readonly permit: Permit; readonly reply: string }
  /** It went without a permit: what would have been refused while a gate only observes, or a report to the controller itself. */
  | { readonly state: "passed"; readonly refusal: Refusal | null; readonly reply: string }
  | { readonly state: "refused"; readonly refusal: Refusal }
  | { readonly state: "failed"; readonly reply: string }
  | { readonly state: "waiting"; readonly reply: string; readonly dueAt: Instant };
