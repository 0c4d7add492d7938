// Asks again, from the standings as they are at this very moment.
import type { Message } from "../../core/question.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { World } from "../ports.ts";
import type { Published, PurposeDeclaration, Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";

/** The verdict for each of these people; who is not on record is not in the answer, and gets nothing. */
export async function ask(
  world: World,
  setup: Setup,
  subjects: readonly SubjectId[],
  purpose: Published<PurposeDeclaration>,
  message: Message,
): Promise<Map<SubjectId, Verdict>> {
  const people = await world.store.people.find(subjects);
  const at = world.clock.now();
  return new Map(
    [...people.values()].map((person) => [
      person.subject,
      decideFor(setup, person, purposeOf(purpose), at, message),
    ]),
  );
}
