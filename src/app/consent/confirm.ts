// The second step: whoever holds the mailbox says, by pressing a button, that the ticks or the order were theirs.
import { formatInstant } from "../../core/instant.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { type ConfirmationToken, readConfirmationToken } from "../../mail/tokens.ts";
import type { NewFact, RecordedFact, World } from "../ports.ts";
import { newFact } from "./new-fact.ts";
import { refusalOf, saleOf } from "./order.ts";
import { preferences } from "./preferences.ts";
import { recordNew } from "./record-new.ts";
import { readRendered } from "./rendered.ts";

/** What one press on a form did: boxes that were ticked together, or an order. */
export interface Act {
  readonly kind: "consent" | "order";
  /** Never empty. */
  readonly facts: readonly RecordedFact[];
  /** Whether the refusal box of the soft opt-in was ticked, at whichever press. */
  readonly refused: boolean;
}

/** What a confirmation link stands for. */
export interface Confirmable {
  readonly token: ConfirmationToken;
  /** What waits for it, the newest first; of acts that ask for the same the newest alone. Never empty. */
  readonly acts: readonly Act[];
  readonly expired: boolean;
}

/** Reads a confirmation link and changes nothing. Null: it is not one of ours. */
export async function readConfirmation(world: World, text: string): Promise<Confirmable | null> {
  const token = readConfirmationToken(text, world.secrets.tokenKey);
  if (!token) return null;
  const facts = await world.store.people.facts(token.subject);
  const acts = actsOf(
    facts.filter(({ id }) => token.facts.includes(id)),
    new Set(facts.map(({ id }) => id)),
  );
  return acts.length === 0 ? null : { token, acts, expired: token.expiresAt < world.clock.now() };
}

export type Confirmed =
  | { readonly outcome: "unknown" }
  /** No page was shown, or of several acts none was chosen: one press never stands for what two people may have done. */
  | { readonly outcome: "unclear"; readonly read: Confirmable }
  | { readonly outcome: "expired"; readonly read: Confirmable }
  /** `barred`: a stop of later date stands, so the confirmation alone starts nothing. */
  | {
      readonly outcome: "confirmed";
      readonly read: Confirmable;
      readonly act: Act;
      readonly barred: boolean;
    };

/**
 * Confirms one act. Pressed twice, it is one confirmation.
 *
 * @param chosen - the id of one of its facts; may be left out where the link stands for one act alone.
 * @param pageToken - of the page that the button stood on: programs that look into mail follow links, and some press what
 * they find. Without it nothing is confirmed that was not before.
 */
export async function confirm(
  world: World,
  text: string,
  chosen: string,
  pageToken: string,
  connection: Connection | null,
): Promise<Confirmed> {
  const read = await readConfirmation(world, text);
  if (!read) return { outcome: "unknown" };
  const { subject, expiresAt } = read.token;
  const act =
    read.acts.length === 1
      ? read.acts[0]
      : read.acts.find(({ facts }) => facts.some(({ id }) => id === chosen));
  if (!act) return { outcome: read.expired ? "expired" : "unclear", read };

  const at = formatInstant(world.clock.now());
  const facts = act.facts.flatMap((fact): readonly NewFact[] => {
    const sale = act.kind === "order" ? saleOf(fact) : null;
    if (act.kind === "order") return sale ? [sale] : [];
    const confirmed = { id: `confirmed-${fact.id}`, type: "consent.confirmed", at, of: fact.id, by: "post" };
    return [
      ...guardianOf(fact),
      newFact({ ...confirmed, expiresAt: formatInstant(expiresAt) }, "page:confirmation"),
    ];
  });
  // What it was has been erased since.
  if (facts.length === 0) return { outcome: "unknown" };
  const known = await world.store.people.factsWithIds(facts.map(({ fact }) => ({ subject, id: fact.id })));
  const isNew = known.length < facts.length;
  if (isNew && read.expired) return { outcome: "expired", read };
  if (isNew && !readRendered(world, pageToken, subject)) return { outcome: "unclear", read };

  const stated = (field: string) =>
    act.facts.map(({ body }) => body[field]).find((value) => typeof value === "string");
  const [country, birthDate] = [stated("country"), stated("birthDate")];
  const recipient = {
    ...(country !== undefined && { country }),
    ...(birthDate !== undefined && { birthDate }),
  };
  await recordNew(world, { subject }, facts, () => ({
    connection,
    describes: "fill",
    ...(Object.keys(recipient).length > 0 && { recipient }),
  }));
  return {
    outcome: "confirmed",
    read,
    act,
    barred: act.kind === "consent" && (await stopped(world, subject, act)),
  };
}

/**
 * What was declared for a child, at the moment at which it was: it counts for every purpose, and so not before the child's own
 * mailbox has answered.
 *
 * Source: GDPR 8(1), 8(2).
 */
function guardianOf({ id, at, body, shown }: RecordedFact): readonly NewFact[] {
  if (body.by !== "guardian" || typeof body.guardian !== "string") return [];
  const consented = { id: `guardian-consented-${id}`, type: "guardian.consented", at: formatInstant(at) };
  return [newFact({ ...consented, evidence: body.guardian }, "page:guardian", shown ?? undefined)];
}

/** What was ticked together has one instant and one form. */
function actsOf(facts: readonly RecordedFact[], onRecord: ReadonlySet<string>): readonly Act[] {
  const acts = new Map<string, Act & { facts: RecordedFact[] }>();
  for (const fact of facts) {
    const kind =
      fact.type === "consent.given" ? "consent" : fact.type === "contract.started" ? "order" : null;
    if (kind === null) continue;
    const key = kind === "order" ? fact.id : `${fact.at} ${fact.shown?.form.key}`;
    const act = acts.get(key) ?? { kind, facts: [], refused: onRecord.has(refusalOf(fact.id)) };
    acts.set(key, act);
    act.facts.push(fact);
  }
  const newestFirst = [...acts.values()].sort((one, other) => other.facts[0]!.at - one.facts[0]!.at);
  const asked = newestFirst.map((act) => act.facts.map(asks).sort().join("\n"));
  return newestFirst.filter((_, index) => asked.indexOf(asked[index]!) === index);
}

function asks({ type, id, body, shown }: RecordedFact): string {
  return type === "contract.started"
    ? id
    : [
        ...[body.purpose, shown?.form.key, shown?.clause?.version, shown?.language],
        ...[body.country, body.birthDate, body.by],
      ].join(" ");
}

async function stopped(
  world: World,
  subject: ConfirmationToken["subject"],
  { facts }: Act,
): Promise<boolean> {
  const purposes = facts.map(({ body }) => body.purpose);
  return (await preferences(world, subject)).some(
    ({ purpose, state }) => state === "stopped" && purposes.includes(purpose),
  );
}
