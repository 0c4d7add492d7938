// What the batches of one run share, and what the set-up says of the campaign at this moment.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Attachment } from "../../mail/attachments.ts";
import type { FormLetter } from "../../mail/form-letter.ts";
import type { Template } from "../../mail/template.ts";
import type { World } from "../ports.ts";
import type { Published, PurposeDeclaration, Sender, Setup } from "../setup/setup.ts";
import type { Campaign } from "./campaign.ts";

export interface Crew {
  readonly campaign: Campaign;
  readonly template: Template;
  /** What goes with each letter. */
  readonly attachments: readonly Attachment[];
  /** The letter as it is under each set-up, in each language and as far as it is followed. */
  readonly forms: WeakMap<Setup, Map<string, Promise<FormLetter>>>;
  /** How many notices had come when each of these people left; see `Notices`. */
  readonly notices: Notices;
  /** How many letters one batch hands over at once. */
  readonly width: number;
  /** How long a slice stays with a worker that gives no sign of life. Milliseconds. */
  readonly leaseMs: number;
  readonly stopping: () => boolean;
  /** Whether somebody who was put off is due: whoever works on a slice leaves it for them, and comes back. */
  readonly due: () => boolean;
  /** Lets every batch of this run end as soon as what is in flight is concluded. */
  readonly stop: () => void;
  /** Nothing can be handed over for so long: whoever begins something new waits, and holds nobody claimed. Milliseconds. */
  readonly rest: (ms: number) => void;
}

/** Notices of people who left, in the order in which they came: an answer older than the notice is worth nothing. */
export class Notices {
  #count = 0;
  #everybody = 0;
  readonly #last = new Map<SubjectId, number>();

  get count(): number {
    return this.#count;
  }

  add(subject: SubjectId): void {
    this.#count += 1;
    this.#last.set(subject, this.#count);
  }

  /** Some may have been missed: every answer from before is worth nothing. */
  addGap(): void {
    this.#count += 1;
    this.#everybody = this.#count;
  }

  /** Whether one came about this person after so many had come. */
  cameAfter(subject: SubjectId, count: number): boolean {
    return Math.max(this.#last.get(subject) ?? 0, this.#everybody) > count;
  }
}

/** What the set-up says of a campaign now. */
export interface Terms {
  readonly setup: Setup;
  readonly purpose: Published<PurposeDeclaration>;
  readonly sender: Published<Sender>;
}

/**
 * Read again for each claim and each asking: a set-up applied in mid-campaign binds whatever begins a second later.
 * Null: purpose or sender is retired.
 */
export async function termsOf(world: World, campaign: Campaign): Promise<Terms | null> {
  const setup = await world.store.setup.current();
  const purpose = setup?.purposes[campaign.purpose];
  const sender = setup?.senders[campaign.sender];
  return setup && purpose?.content.kind === "marketing" && sender ? { setup, purpose, sender } : null;
}
