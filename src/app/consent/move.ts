// The new mailbox answers: what was chosen goes on there, and the old address is no longer written to.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { type AddressToken, readAddressToken } from "../../mail/tokens.ts";
import type { World } from "../ports.ts";
import { farewell, goneTo, movedBars, movedPermits } from "./moved.ts";
import { record } from "./record.ts";

export interface Movable {
  readonly token: AddressToken;
  readonly state: "open" | "expired" | "moved" | "gone";
}

/** Reads the link that went to the new mailbox, and changes nothing. Null: it is not one of ours. */
export async function readMove(world: World, text: string): Promise<Movable | null> {
  const token = readAddressToken(text, world.secrets.tokenKey);
  if (!token) return null;
  const [people, facts] = await Promise.all([
    world.store.people.find([token.from, token.to]),
    world.store.people.facts(token.from),
  ]);
  if (facts.some(({ id }) => id === `left-${token.change}`)) return { token, state: "moved" };
  if (!people.get(token.from)?.address || !people.get(token.to)?.address) return { token, state: "gone" };
  return { token, state: token.expiresAt < world.clock.now() ? "expired" : "open" };
}

/**
 * Moves what was chosen, in one transaction: bars and permits to the new address, and at the old one a stop to everything.
 * Pressed again, it is one move.
 *
 * Both mailboxes have spoken: the link was asked for on a page of the old one's, and went to the new one.
 *
 * Source: GDPR 16, 5(1)(d).
 */
export async function move(world: World, token: AddressToken, connection: Connection | null): Promise<void> {
  const { from, to, change } = token;
  const [setup, people, facts] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([from, to]),
    world.store.people.facts(from),
  ]);
  const [old, next] = [people.get(from), people.get(to)];
  if (!setup || !old || !next) return;
  const now = world.clock.now();
  const left = facts.some(({ id }) => id === `left-${change}`);
  const moving = left ? [] : [...movedPermits(setup, old, next, facts, now)];
  const [arrived] = await record(world, [
    {
      who: { subject: to },
      facts: [...moving, ...movedBars(from, facts)],
      recipient: { ...old.recipient },
      describes: "fill",
      acknowledged: true,
      ...(old.language !== null && { language: old.language }),
      connection,
    },
    ...(left
      ? []
      : [
          {
            who: { subject: from },
            facts: farewell(change, to, facts, now),
            connection,
            acknowledged: true as const,
          },
        ]),
  ]);
  if (arrived && !arrived.ok && arrived.error.code !== "fact-conflict") throw arrived.error;
  // What was put on record at the old address while this was under way goes along too.
  if (!left) await carryBars(world, from, to);
}

/** Brings bars of the old address that the new one lacks. */
async function carryBars(world: World, from: SubjectId, to: SubjectId): Promise<void> {
  const bars = movedBars(from, await world.store.people.facts(from));
  if (bars.length > 0) await record(world, [{ who: { subject: to }, facts: bars, acknowledged: true }]);
}

/** The address where a person is to be stopped: the one they gave last. */
export async function latestOf(world: World, subject: SubjectId): Promise<readonly SubjectId[]> {
  const all = [subject];
  for (let last: SubjectId | null = subject; last !== null; ) {
    last = goneTo(await world.store.people.facts(last));
    if (last === null || all.includes(last)) break;
    all.push(last);
  }
  return all;
}
