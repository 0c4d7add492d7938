// Stops marketing to one person, for one purpose or for all: on record before anybody is thanked.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import type { WayOutToken } from "../../mail/tokens.ts";
import type { RecordedFact, World } from "../ports.ts";
import { latestOf } from "./move.ts";
import { newFact } from "./new-fact.ts";
import { record } from "./record.ts";

/** Every marketing purpose. */
export const everything = "*";

/**
 * Which right is exercised: to take consent back (GDPR 7(3)), to object to direct marketing (GDPR 21(2)), or what somebody
 * means who says stop, that no mail comes any more.
 */
export type Right = "withdrawal" | "objection" | "stop";

/**
 * Stops what the mail of this way out belonged to.
 *
 * @param source - `one-click`, `page:way-out`, `page:why`.
 * @param named - see {@link How}.
 * @returns the purpose, or `everything` for a mail that belonged to none.
 */
export async function withdraw(
  world: World,
  wayOut: WayOutToken,
  source: string,
  connection: Connection | null,
  named?: string,
): Promise<string> {
  const { purpose, basis } = await leadsOutOf(world, wayOut);
  await stop(world, wayOut.subject, purpose, basis, { source, connection, ...(named && { named }) });
  return purpose;
}

/** What a way out leads out of. A mail of no known campaign leads out of everything: a stop must never be lost. */
export async function leadsOutOf(
  world: World,
  { subject, campaign }: WayOutToken,
): Promise<{ purpose: string; basis: string | null }> {
  if (campaign === null) return { purpose: everything, basis: null };
  const found = await world.store.campaigns.find(campaign);
  if (!found)
    return (await world.store.outbox.passage(subject, campaign)) ?? { purpose: everything, basis: null };
  const delivery = await world.store.campaigns.delivery(found.id, subject);
  return { purpose: found.purpose, basis: delivery?.basis ?? null };
}

/**
 * Puts the stop on record: a withdrawal always (art 7(3)), and an objection (art 21(2)) wherever the mail did not rest on
 * consent; or the one right that was named. A stop that stands already is not repeated.
 *
 * A consent that another system dated ahead would lift a stop of now as soon as its moment comes, though it was given
 * before: at each such moment stands a stop as well.
 *
 * @param basis - what the mail rested on; null if unknown.
 */
export async function stop(
  world: World,
  subject: SubjectId,
  purpose: string,
  basis: string | null,
  how: How,
): Promise<void> {
  const { named } = how;
  const facts = named === undefined ? [] : await world.store.people.facts(subject);
  if (facts.some(({ id }) => id.startsWith(`stopped-${named}-`))) return;
  // Whoever stops by an old mail means the address that they have given since, too. The one that it was about comes last: what
  // is on record of it says that all is.
  for (const one of (await latestOf(world, subject)).toReversed())
    await stopOne(world, one, purpose, basis, how);
}

interface How {
  readonly source: string;
  readonly connection: Connection | null;
  readonly right?: Right;
  /** Whether another mail tells the person that it was done. */
  readonly acknowledged?: true;
  /** Of what may be told more than once, the same each time: told again, it stops nothing that began since. */
  readonly named?: string;
}

async function stopOne(
  world: World,
  subject: SubjectId,
  purpose: string,
  basis: string | null,
  { source, connection, right = "stop", acknowledged, named }: How,
): Promise<void> {
  const [setup, onRecord] = await Promise.all([
    world.store.setup.current(),
    world.store.people.facts(subject),
  ]);
  const facts = onRecord.filter(
    ({ body }) => body.controller === undefined || body.controller === setup?.controller.key,
  );
  const of = (type: string, field: string, ...scopes: readonly string[]) =>
    facts.filter((fact) => fact.type === type && scopes.includes(String(fact.body[field])));
  const told = (
    body: { readonly type: string; readonly [field: string]: string },
    at: Instant,
    nth: number,
  ) => {
    const id = named === undefined ? world.ids.next() : `stopped-${named}-${body.type}-${nth}`;
    return newFact({ id, at: formatInstant(at), ...body }, source);
  };

  const now = world.clock.now();
  const consents = facts.filter(
    ({ type, body }) => type === "consent.given" && (purpose === everything || body.purpose === purpose),
  );
  const moments = [...new Set([now, ...consents.map(({ at }) => at).filter((at) => at > now)])];
  const scope = purpose === everything ? "direct-marketing" : purpose;
  const withdrawals = of("consent.withdrawn", "purpose", purpose, everything);
  const objections = of("objection.raised", "scope", scope, "direct-marketing");
  const objects = right === "objection" || (right === "stop" && basis !== "consent");
  const withdrawn = moments
    .filter((moment) => right !== "objection" && !stands(withdrawals, consents, moment))
    .map((moment, nth) => told({ type: "consent.withdrawn", purpose }, moment, nth));
  const objected = moments
    .filter((moment) => objects && !stands(objections, consents, moment))
    .map((moment, nth) => told({ type: "objection.raised", scope }, moment, nth));

  const added = [...withdrawn, ...objected];
  if (added.length === 0) return;
  const how = { connection, ...(acknowledged && { acknowledged }) };
  const [recorded] = await record(world, [
    { who: { subject }, facts: added, ...(named === undefined ? how : { ifNew: () => how }) },
  ]);
  // Of whom nothing is on record, nothing is sent to either.
  if (recorded && !recorded.ok && recorded.error.code !== "subject-unknown") throw recorded.error;
}

/** Whether one of these stops is in view at that moment, and no consent that is in view then can have lifted it. */
function stands(stops: readonly RecordedFact[], consents: readonly RecordedFact[], moment: Instant): boolean {
  return stops.some(
    (stop) => stop.at <= moment && consents.every((consent) => consent.at > moment || consent.at <= stop.at),
  );
}
