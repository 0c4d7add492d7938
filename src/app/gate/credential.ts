// What another system shows to hand its mail to the gate: for which purposes, and how strictly.
import type { Instant } from "../../core/instant.ts";

export interface Credential {
  readonly id: string;
  /** The user name of AUTH. Verdicts on record cite it. */
  readonly name: string;
  /** The purpose of a mail that names none. */
  readonly purpose: string;
  /** Those that a mail may name, the one above among them. */
  readonly purposes: readonly string[];
  /**
   * Which contract a mail of kind service serves that names none: `named`: that is refused; `newest`: the one of the person that
   * runs and began last, by the word of whoever made the credential.
   */
  readonly contract: "named" | "newest";
  /** Of pixels and links that follow a person who did not permit it: they are taken out, or the mail is refused. */
  readonly followers: "strip" | "refuse";
  /** Until then everything passes, and what would have been refused is on record; null: it is refused. */
  readonly observeUntil: Instant | null;
  /** Recipients a minute; null: as many as come. */
  readonly perMinute: number | null;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** Names of header fields by which a mail says of itself what the gate must know; none of them goes on. */
export const declaring = {
  purpose: "x-licet-purpose",
  contract: "x-licet-contract",
  blocks: "x-licet-blocks",
} as const;
