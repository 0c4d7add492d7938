// Makes standings and permissions anew from the facts, a few people at a time, while everything goes on.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { canonicalJson } from "../../ledger/canonical.ts";
import type { Person, World } from "../ports.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";
import { foldRecipient, foldRecord } from "../subjects/fold-record.ts";

const atOnce = 200;

/**
 * Locks some people, folds their facts, decides, and stores what follows; then the next ones, in the order of their keys.
 *
 * @returns how many people there were, and how many had another standing stored than their facts add up to.
 * @throws CodedError `setup-missing`.
 */
export async function rebuild(
  world: World,
  options: { signal?: AbortSignal; onPeople?: (people: number) => void } = {},
): Promise<{ people: number; mended: number }> {
  if (!(await world.store.setup.current())) throw new CodedError("setup-missing");
  let [people, mended] = [0, 0];
  for (let after: SubjectId | null = null; !options.signal?.aborted; ) {
    const page: readonly Person[] = await world.store.people.page(after, atOnce);
    const last = page.at(-1);
    if (!last) break;
    mended += await rebuildSome(
      world,
      page.map(({ subject }) => subject),
    );
    after = last.subject;
    people += page.length;
    options.onPeople?.(people);
  }
  return { people, mended };
}

async function rebuildSome(world: World, subjects: readonly SubjectId[]): Promise<number> {
  return world.store.transaction(async (tables) => {
    const setup = await tables.setup.current();
    if (!setup) throw new CodedError("setup-missing");
    const at = world.clock.now();
    const locked = await tables.people.lock(
      subjects.map((subject) => ({ subject, create: false })),
      at,
    );
    const histories = await tables.people.histories(subjects);
    const before = [...locked.values()];
    const people = before.map((person): Person => {
      const facts = histories.get(person.subject) ?? [];
      return {
        ...person,
        standing: foldRecord(facts),
        recipient: foldRecipient(facts, setup.controller.content.id, person.recipient),
        position: facts.at(-1)?.position ?? person.position,
      };
    });
    await tables.people.save(people);
    await tables.permissions.save(people.flatMap((person) => decidePermissions(setup, person, at)));
    return people.filter((person, i) => canonicalJson(person) !== canonicalJson(before[i])).length;
  });
}
