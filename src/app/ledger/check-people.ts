// Holds every standing and what is known of every recipient against the facts, and every permission against the decision.
import type { SubjectId } from "../../core/subject-id.ts";
import type { PeopleReached } from "../../ledger/audit-mark.ts";
import { canonicalJson } from "../../ledger/canonical.ts";
import { SealBroken } from "../../ledger/cipher.ts";
import type { Permission, Person, Tables, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";
import { decidedUnder, underIn } from "../subjects/decided-under.ts";
import { foldRecipient, foldRecord } from "../subjects/fold-record.ts";

/** What does not follow from the facts. */
export interface Unfounded {
  readonly kind: "sealed-changed" | "standing-differs" | "recipient-differs" | "permission-differs";
  readonly subject: SubjectId;
  /** Of the newest fact that the standing was folded from; null where the person cannot be read at all. */
  readonly position: number | null;
}

const atOnce = 500;

/**
 * Of whom something is stored that does not follow from the facts: the first person in the order of keys.
 *
 * @param from - how far an earlier look came: those people are passed over.
 */
export async function firstUnfounded(
  world: World,
  from: PeopleReached,
  onPeople: (reached: PeopleReached) => void,
): Promise<PeopleReached & { unfounded: Unfounded | null }> {
  const seen = { ...from };
  try {
    const unfounded = await firstOf(world, seen, onPeople);
    return { ...seen, unfounded };
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return { ...seen, unfounded: { kind: "sealed-changed", subject: error.subject, position: null } };
  }
}

async function firstOf(
  world: World,
  seen: { -readonly [Key in keyof PeopleReached]: PeopleReached[Key] },
  onPeople: (reached: PeopleReached) => void,
): Promise<Unfounded | null> {
  for (;;) {
    const page: readonly Person[] = await world.store.people.page(seen.after, atOnce);
    const last = page.at(-1);
    if (!last) return null;
    const looked = await look(world.store, page);
    seen.outdated += looked.outdated;
    for (const { subject } of looked.suspects) {
      // Facts may have come between one read and the next: under the lock, nothing does.
      const unfounded = await lookUnderLock(world, subject);
      if (unfounded) return unfounded;
    }
    seen.people += page.length;
    seen.after = last.subject;
    onPeople({ ...seen });
  }
}

function lookUnderLock(world: World, subject: SubjectId): Promise<Unfounded | null> {
  return world.store.transaction(async (tables) => {
    const locked = await tables.people.lock([{ subject, create: false }], world.clock.now());
    return (await look(tables, [...locked.values()])).suspects[0] ?? null;
  });
}

async function look(
  tables: Tables,
  people: readonly Person[],
): Promise<{ suspects: Unfounded[]; outdated: number }> {
  const subjects = people.map(({ subject }) => subject);
  const setup = await tables.setup.current();
  const histories = await tables.people.histories(subjects);
  const permissions = Map.groupBy(await tables.permissions.ofSubjects(subjects), ({ subject }) => subject);
  let outdated = 0;
  const suspects = people.flatMap((person): Unfounded[] => {
    const { subject, position } = person;
    const facts = histories.get(subject) ?? [];
    if (
      canonicalJson(person.standing) !== canonicalJson(foldRecord(facts)) ||
      person.position !== (facts.at(-1)?.position ?? 0)
    )
      return [{ kind: "standing-differs", subject, position }];
    const recipient = setup
      ? foldRecipient(facts, setup.controller.content.id, person.recipient)
      : person.recipient;
    if (canonicalJson(person.recipient) !== canonicalJson(recipient))
      return [{ kind: "recipient-differs", subject, position }];
    const stored = permissions.get(subject) ?? [];
    const current = setup ? stored.filter((permission) => isCurrent(setup, permission)) : [];
    outdated += stored.length - current.length;
    const differs = current.some((permission) => setup && !follows(setup, person, permission));
    return differs ? [{ kind: "permission-differs", subject, position }] : [];
  });
  return { suspects, outdated };
}

function isCurrent(setup: Setup, { purpose, under, verdict }: Permission): boolean {
  const published = setup.purposes[purpose];
  return published !== undefined && underIn(decidedUnder(setup, published), verdict.jurisdiction) === under;
}

function follows(setup: Setup, person: Person, permission: Permission): boolean {
  const again = decidePermissions(setup, person, permission.decidedAt).find(
    ({ purpose }) => purpose === permission.purpose,
  );
  return again !== undefined && essence(again) === essence(permission);
}

/** What is stored of a verdict; the rest is derived from it when it is read. */
function essence({ verdict, atMost, dueAt, position }: Permission): string {
  const { outcome, basis, code, evidence, obligations, jurisdiction, tracking, validUntil, rules } = verdict;
  return canonicalJson({
    ...{ outcome, basis, code, evidence, obligations, jurisdiction, tracking, validUntil, rules },
    ...{ atMost, dueAt, position },
  });
}
