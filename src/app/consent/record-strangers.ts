// Puts on record many people of whom nothing is known: there is nobody to lock, nothing to read, and no row to change.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Tables, World } from "../ports.ts";
import { decidePermissions } from "../subjects/decide-permissions.ts";
import { nobody } from "../subjects/nobody.ts";
import { draft, tell } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { fileMails, type MailToFile } from "./file-mails.ts";
import type { Outcome } from "./record-in.ts";

/**
 * The same as `recordIn`, for entries about people of whom nothing was on record a moment ago, in a transaction that has
 * locked nobody yet: their rows are all new, and the first of them is the lock.
 *
 * @throws Overtaken where somebody came on record meanwhile. The transaction is undone, and made again.
 */
export async function recordStrangers(
  world: World,
  tables: Tables,
  entries: readonly Entry[],
): Promise<Outcome> {
  const named = entries.flatMap((entry) => {
    const { subject, address } = tell(world, entry);
    return address === null ? [] : [{ subject, address }];
  });
  const strangers = await meetStrangers(world, tables, named);
  const outcome = await strangers.tell(entries);
  await strangers.write();
  return outcome;
}

export interface Strangers {
  /** What becomes of some of them; all that is told of one person is told at once. */
  tell(entries: readonly Entry[]): Promise<Outcome>;
  /** Nothing is on record before. */
  write(): Promise<void>;
}

/** The same for so many that they are told of some at a time, so that little of them is in memory at once. */
export async function meetStrangers(
  world: World,
  tables: Tables,
  named: readonly { readonly subject: SubjectId; readonly address: string }[],
): Promise<Strangers> {
  const now = world.clock.now();
  const setup = await tables.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  const registers = await tables.registers.consult(named);
  const nothing = { held: new Set<SubjectId>(), onRecord: new Map() };
  const mails: MailToFile[] = [];
  let toCome = new Set(named.map(({ subject }) => subject)).size;
  return {
    async tell(entries) {
      const told = entries.map((entry) => tell(world, entry));
      const people = new Map(
        told
          .filter(({ address, entry }) => address !== null || "create" in entry.who)
          .map(({ subject }) => [subject, nobody(subject, registers.get(subject) ?? {})]),
      );
      const drafted = draft(world, told, { setup, people, ...nothing }, now);
      toCome = Math.max(0, toCome - drafted.people.size);
      const positions = await tables.arrivals.add([...drafted.people.values()], drafted.facts, now, toCome);
      const arrived = [...drafted.people.values()].map((person) => ({
        ...person,
        position: positions.get(person.subject) ?? person.position,
      }));
      const permissions = arrived.flatMap((person) => decidePermissions(setup, person, now));
      tables.arrivals.decided(permissions);
      mails.push(...drafted.mails);
      const answers = drafted.answers.map((answer) =>
        answer.ok ? { ...answer, position: positions.get(answer.subject) ?? answer.position } : answer,
      );
      return { answers, people: new Map(arrived.map((person) => [person.subject, person])), permissions };
    },
    async write() {
      await tables.arrivals.write();
      await fileMails(tables, mails, now);
    },
  };
}
