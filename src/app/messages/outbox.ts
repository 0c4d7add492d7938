// Mail to one person that a fact calls for. It waits in the outbox, in the transaction of that fact, and is asked for
// at the moment of sending like any other.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Permit, Refusal } from "../../core/verdict.ts";
import type { LinkedPage } from "../../mail/tokens.ts";

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
    | "addressNotice";
  readonly request: {
    /** The facts it answers: consents or orders to confirm, requests for information, withdrawals. Of a link or a new address: the request itself. */
    readonly facts: readonly string[];
    /** Where the link leads to that was asked for. */
    readonly page?: LinkedPage;
    /** Of a new address: whose it is to be. */
    readonly from?: SubjectId;
    readonly form?: { readonly key: string; readonly version: number };
    readonly language: string;
  };
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
}

export interface OutboxMail extends OutboxRequest {
  readonly attempts: number;
}

/** A mail that went, or is to go at `dueAt`. `untried`: it was not tried yet, and can still say something else. */
export interface FiledMail extends Pick<OutboxRequest, "id" | "request" | "dueAt"> {
  readonly untried: boolean;
}

/** What became of a mail that was claimed. */
export type OutboxResult =
  | { readonly state: "sent"; readonly permit: Permit; readonly reply: string }
  | { readonly state: "refused"; readonly refusal: Refusal }
  | { readonly state: "failed"; readonly reply: string }
  | { readonly state: "waiting"; readonly reply: string; readonly dueAt: Instant };
