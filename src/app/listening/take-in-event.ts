// Puts on record what a mail provider tells by a call whose origin is proved.
import { createHash } from "node:crypto";
import type { Instant } from "../../core/instant.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { DeliveryStatus } from "../../mail/delivery-status.ts";
import { findLetterToken } from "../../mail/letter-token.ts";
import type { World } from "../ports.ts";
import type { ReportedLetter } from "./heard.ts";
import { takeIn } from "./take-in.ts";

/** One thing that a provider tells of one letter. */
export type ProviderEvent = {
  /** Where the token of the letter may stand. */
  readonly clues: string;
  /** To whom it went, as the provider says. */
  readonly email: string | null;
  /** Milliseconds since the Unix epoch; null, or no number: unknown. */
  readonly at: number | null;
  /** The same whenever the same is told again. */
  readonly id: string;
} & (
  | { readonly kind: "bounce"; readonly says: DeliveryStatus["says"]; readonly status: string | null }
  | { readonly kind: "complaint" | "leaving" }
);

/**
 * Records it. Where the token was lost on the way, the address counts, since whoever calls has proved who they are; of somebody who
 * is not on record nothing is kept.
 *
 * @param evidence - SHA-256 of the call, in hex.
 */
export async function takeInEvent(
  world: World,
  { clues, email, at, id, ...told }: ProviderEvent,
  source: string,
  evidence: string,
): Promise<void> {
  const letter = findLetterToken(clues, world.secrets.tokenKey) ?? (await letterTo(world, email));
  const now = world.clock.now();
  const happenedAt = at === null || !Number.isFinite(at) ? now : (Math.min(Math.round(at), now) as Instant);
  const event = createHash("sha256").update(`${source} ${id}`).digest("hex").slice(0, 24);
  await takeIn(world, { ...told, letter }, { source, at: happenedAt, evidence, event });
}

/** Some letter to this person: which one is not known. */
async function letterTo(world: World, email: string | null): Promise<ReportedLetter | null> {
  const address = email === null ? null : parseAddress(email);
  if (address === null) return null;
  const subject = subjectIdOf(address, world.secrets);
  return (await world.store.people.find([subject])).has(subject) ? { subject, campaign: null } : null;
}
