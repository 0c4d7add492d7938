// A campaign: one message to everybody who may have it at the moment it is handed over.

import type { Instant } from "../../core/instant.ts";
import type { Position } from "../../core/position.ts";
import type { Message } from "../../core/question.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { Handover } from "../messages/letter.ts";
import type { Deferral } from "./defer.ts";

export interface Campaign {
  readonly id: string;
  readonly purpose: string;
  readonly sender: string;
  readonly template: TemplateSource;
  readonly segment: Segment;
  /** What the message declares of itself: blocks, balancing test, and so on. */
  readonly message: Message;
  /** The relay that it goes through; a process with another one leaves it alone. */
  readonly post: string;
  /** `late`: its time has passed too long ago to begin without being asked for. */
  readonly state: "scheduled" | "late" | "running" | "paused" | "cancelled" | "finished";
  /** How many people had a verdict for the purpose when it began. */
  readonly audience: number;
  readonly createdAt: Instant;
  /** Not before this; null: at once. */
  readonly startAt: Instant | null;
  /** How long after `startAt` it still begins by itself. */
  readonly lateAfterMinutes: number;
  /** How long a letter is tried that mail servers put off. */
  readonly giveUpAfterHours: number;
  readonly finishedAt: Instant | null;
}

/** One that runs, or waits for its time: what is asked of it again and again. */
export type OpenCampaign = Pick<Campaign, "id" | "state" | "post" | "startAt" | "lateAfterMinutes">;

/** As a list shows it: without what it says, which may be a megabyte. */
export type ListedCampaign = Omit<Campaign, "template"> & {
  readonly template: Pick<TemplateSource, "format" | "subject">;
};

/** What the marketer wrote: Liquid in Markdown, MJML or HTML. The subject is Liquid too. */
export interface TemplateSource {
  readonly format: "markdown" | "mjml" | "html";
  readonly subject: string;
  readonly body: string;
  /** The text part, Liquid; absent: it follows from the body. */
  readonly text?: string;
  /** The `cid` of the attachment that is shown in place of an image, by the address that it has in the body. */
  readonly images?: Readonly<Record<string, string>>;
}

/** Who of the people of the purpose; absent: all. */
export interface Segment {
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[];
  readonly languages?: readonly string[];
}

/** A range of the key space, bounds included. */
export interface Slice {
  readonly slice: number;
  readonly lower: SubjectId;
  readonly upper: SubjectId;
  /** The last person passed; null before the first. */
  readonly cursor: SubjectId | null;
  /** The lease under which it is worked on. */
  readonly lease: string;
}

/**
 * One person of a slice. `verdict`: that of the gate; `asking` where the stored one had come due; `held-back` where the
 * person wishes to hear less often, or is not to be asked again yet; `claimed-before` where an earlier life of the slice had claimed the person already.
 */
export interface Claim {
  readonly subject: SubjectId;
  readonly address: string | null;
  readonly language: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly verdict: Verdict | "asking" | "held-back" | "claimed-before";
  readonly position: Position;
  /** Of a letter that was put off before. */
  readonly deferral?: Deferral;
}

export interface Outcome {
  readonly subject: SubjectId;
  readonly messageId: string;
  readonly handover: Exclude<Handover, { kind: "withheld" }>;
  readonly at: Instant;
  /** It is tried again; null: this is final. */
  readonly deferral: Deferral | null;
}

export interface CampaignProgress {
  readonly sent: number;
  readonly refused: Readonly<Record<string, number>>;
  /** May be written to, and wish to hear less often. */
  readonly heldBack: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Put off by a mail server, and tried again. */
  readonly deferred: number;
  readonly inFlight: number;
  /** Of those handed over: what came back of them later. */
  readonly returned: { readonly bounced: number; readonly complained: number; readonly refusedUs: number };
  readonly audience: number;
  readonly finished: boolean;
  /**
   * Whom it concerned, once it is finished: those who had a delivery, and those on record before it began who had none. It
   * closes the account where it is the sum of all the others; else somebody was passed over. Null: not finished.
   */
  readonly concerned: number | null;
}
