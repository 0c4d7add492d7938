// The requests of people that wait for an answer, the most urgent first; and any one of them, by its id.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { type Case, casesOf, timeliness } from "./case.ts";

/** @param which - `open`: those without an answer, by the day they are due; `all`: the newest first. */
export async function listCases(world: World, which: "open" | "all"): Promise<readonly Case[]> {
  const setup = await world.store.setup.current();
  if (!setup) return [];
  const found: Case[] = [];
  for (const subject of await world.store.rights.subjects(which))
    found.push(...casesOf(subject, await world.store.people.facts(subject), setup.controller.content.id));
  return which === "open"
    ? found.filter(({ answered }) => !answered).sort((one, other) => one.dueAt - other.dueAt)
    : found.sort((one, other) => other.receivedAt - one.receivedAt);
}

/** @throws CodedError `case-unknown`, also where several people have a request of this id, as other systems may name them. */
export async function findCase(world: World, id: string): Promise<Case> {
  const [setup, subjects] = await Promise.all([
    world.store.setup.current(),
    world.store.rights.subjects({ case: id }),
  ]);
  const [subject, another] = subjects;
  if (!setup || !subject || another) throw new CodedError("case-unknown");
  const cases = casesOf(subject, await world.store.people.facts(subject), setup.controller.content.id);
  const found = cases.find((one) => one.id === id);
  if (!found) throw new CodedError("case-unknown");
  return found;
}

export interface CaseCounts {
  readonly open: number;
  /** Within seven days. */
  readonly dueSoon: number;
  readonly late: number;
}

export async function countCases(world: World): Promise<CaseCounts> {
  const open = await listCases(world, "open");
  const now = world.clock.now();
  const count = (state: string) => open.filter((one) => timeliness(one, now) === state).length;
  return { open: open.length, dueSoon: count("due-soon"), late: count("late") };
}
