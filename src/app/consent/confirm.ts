// The second step of double opt-in: whoever holds the mailbox says, by pressing a button, that the ticks were theirs.
import { formatInstant } from "../../core/instant.ts";
import { type ConfirmationToken, readConfirmationToken } from "../../mail/tokens.ts";
import type { RecordedFact, World } from "../ports.ts";
import { newFact } from "./new-fact.ts";
import { preferences } from "./preferences.ts";
import { record } from "./record.ts";

/** What a confirmation link stands for. */
export interface Confirmable {
  readonly token: ConfirmationToken;
  /** The consents that wait for it, as they were given. */
  readonly consents: readonly RecordedFact[];
  readonly expired: boolean;
}

/** Reads a confirmation link and changes nothing. Null: it is not one of ours. */
export async function readConfirmation(world: World, text: string): Promise<Confirmable | null> {
  const token = readConfirmationToken(text, world.secrets.tokenKey);
  if (!token) return null;
  const facts = await world.store.people.facts(token.subject);
  const consents = facts.filter((fact) => fact.type === "consent.given" && token.facts.includes(fact.id));
  return consents.length === 0 ? null : { token, consents, expired: token.expiresAt < world.clock.now() };
}

export type Confirmed =
  | { readonly outcome: "unknown" }
  | { readonly outcome: "expired"; readonly consents: readonly RecordedFact[] }
  /** `barred`: a stop of later date stands, so the confirmation alone starts nothing. */
  | { readonly outcome: "confirmed"; readonly consents: readonly RecordedFact[]; readonly barred: boolean };

/** Confirms. Pressed twice, it is one confirmation. */
export async function confirm(world: World, text: string): Promise<Confirmed> {
  const read = await readConfirmation(world, text);
  if (!read) return { outcome: "unknown" };
  const { token, consents, expired } = read;
  const { subject, expiresAt } = token;
  const idOf = (consent: RecordedFact) => `confirmed-${consent.id}`;
  const known = await world.store.people.factsWithIds(
    consents.map((consent) => ({ subject, id: idOf(consent) })),
  );
  const waiting = consents.filter((consent) => !known.some(({ id }) => id === idOf(consent)));
  if (expired && waiting.length > 0) return { outcome: "expired", consents };

  if (waiting.length > 0) {
    const at = formatInstant(world.clock.now());
    const facts = waiting.map((consent) =>
      newFact(
        {
          id: idOf(consent),
          type: "consent.confirmed",
          at,
          of: consent.id,
          by: "post",
          expiresAt: formatInstant(expiresAt),
        },
        "page:confirmation",
      ),
    );
    const [recorded] = await record(world, [{ who: { subject }, facts }]);
    if (recorded && !recorded.ok && recorded.error.code !== "fact-conflict") throw recorded.error;
  }
  return { outcome: "confirmed", consents, barred: await stopped(world, read) };
}

async function stopped(world: World, { token, consents }: Confirmable): Promise<boolean> {
  const purposes = consents.map((consent) => consent.body.purpose);
  return (await preferences(world, token.subject)).some(
    ({ purpose, state }) => state === "stopped" && purposes.includes(purpose),
  );
}
