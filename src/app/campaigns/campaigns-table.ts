// What campaigns need of the store: themselves, their slices, and each delivery.

import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { Attachment } from "../../mail/attachments.ts";
import type { Under } from "../subjects/decided-under.ts";
import type {
  Campaign,
  CampaignProgress,
  Claim,
  ListedCampaign,
  OpenCampaign,
  Outcome,
  Slice,
} from "./campaign.ts";

export interface CampaignsTable extends DeferredTable {
  create(
    campaign: Campaign,
    slices: readonly Pick<Slice, "slice" | "lower" | "upper">[],
    attachments: readonly Attachment[],
  ): Promise<void>;
  /** What goes with its letters, in the order in which it was given. */
  attachments(id: string): Promise<readonly Attachment[]>;
  find(id: string): Promise<Campaign | null>;
  /** The newest first. */
  list(): Promise<readonly ListedCampaign[]>;
  /** Those that run or wait for their time, without what they say. */
  listOpen(): Promise<readonly OpenCampaign[]>;
  /** Changes the state from one of `from`; false where it was in another. */
  setState(
    id: string,
    from: readonly Campaign["state"][],
    to: Campaign["state"],
    at: Instant,
  ): Promise<boolean>;
  /** Counts whom it concerned and ends it; false where it was not running, or is not done. */
  finish(id: string, at: Instant): Promise<boolean>;
  progress(id: string): Promise<CampaignProgress>;
  /**
   * Leases one slice that is neither done nor under a live lease. Whom an ended lease left in `handing-over`, and had begun
   * with, become `uncertain`; all others that it had claimed are free again.
   *
   * @param lease - a new uuid: a worker that was away too long finds itself without it, even if it is the same process.
   */
  lease(id: string, lease: string, now: Instant, until: Instant): Promise<Slice | null>;
  renew(id: string, slice: Slice, until: Instant): Promise<void>;
  /** Gives a slice back whose claims have all been concluded. */
  release(id: string, slice: Slice): Promise<void>;
  /** Whether every slice is done, and nobody is deferred. */
  done(id: string): Promise<boolean>;
  /**
   * The gate and the record of intent in one statement: the next `limit` people of the slice, each with its verdict. Nobody
   * where the lease was lost. Nobody of them is handed over before {@link conclude} has said that they are begun with.
   * `under`: what a stored verdict must have been decided under to be good.
   */
  claim(
    campaign: Campaign,
    slice: Slice,
    under: Under,
    now: Instant,
    limit: number,
  ): Promise<readonly Claim[]>;
  /**
   * Puts the last verdicts on record, before hand-over; answers whom this lease still holds: nobody else may be sent to. A
   * person who wishes to hear less often may be held back all the same; `holdBack`: is held back where the verdict permits.
   */
  settle(
    campaign: Pick<Campaign, "id" | "purpose">,
    slice: Pick<Slice, "lease">,
    verdicts: readonly { subject: SubjectId; verdict: Verdict; holdBack: boolean }[],
    now: Instant,
  ): Promise<ReadonlyMap<SubjectId, "held" | "held-back">>;
  /** Takes back claims of people who were not handed over. */
  unclaim(id: string, slice: Slice, subjects: readonly SubjectId[]): Promise<void>;
  /**
   * Records the outcomes of those whom nobody else has claimed since, moves the cursor and renews the lease, in one
   * statement. False: the lease was lost.
   *
   * @param begun - the last person of the batch that is handed over next; null: none is.
   */
  conclude(
    id: string,
    slice: Slice,
    outcomes: readonly Outcome[],
    next: { readonly begun: SubjectId | null; readonly done: boolean; readonly until: Instant },
  ): Promise<boolean>;
  delivery(
    id: string,
    subject: SubjectId,
  ): Promise<{ state: string; basis: string | null; evidence: readonly string[]; at: Instant } | null>;
  /** What was handed over to one person, the newest first. `uncertain`: perhaps. */
  deliveriesTo(subject: SubjectId): Promise<readonly DeliveryTo[]>;
  /** The campaign whose id begins with these 12 hex digits; null: there is none, or more than one. */
  beginningWith(ref: string): Promise<string | null>;
  /** Notes with a delivery what came back of it. A complaint stands before all else, and a lasting failure before a passing one. */
  noteReturn(id: string, subject: SubjectId, what: Returned, at: Instant): Promise<void>;
}

/**
 * What came back of a delivery. `hard`: the mailbox is gone. `soft`: it did not arrive for another reason of the recipient's.
 * `about-us`: refused for a reason of ours.
 */
export type Returned = "complaint" | "hard" | "soft" | "about-us";

/** Those whom a mail server has put off. */
export interface DeferredTable {
  /**
   * Claims up to `limit` people who are due, to be asked for again. What a dead worker left becomes `uncertain`, or waits
   * again where it had not been asked for. Who is no longer on record has failed.
   *
   * @param lease - a new uuid, good until `until`.
   */
  claimDue(
    campaign: Campaign,
    lease: string,
    now: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly Claim[]>;
  renewDue(id: string, lease: string, until: Instant): Promise<void>;
  /** Records the outcomes of those whom nobody else has claimed since. */
  concludeDue(id: string, lease: string, outcomes: readonly Outcome[]): Promise<void>;
  giveBackDue(id: string, lease: string, subjects: readonly SubjectId[], dueAt: Instant): Promise<void>;
  /** When the next one is due; null: nobody waits. */
  nextDueAt(id: string): Promise<Instant | null>;
}

export interface DeliveryTo {
  readonly campaign: string;
  readonly purpose: string;
  readonly state: "sent" | "uncertain";
  readonly evidence: readonly string[];
  /** Of the hand-over; where nobody knows of it, of the last ask. */
  readonly at: Instant;
  /** Null: nothing came back. */
  readonly returned: Returned | null;
}
