// Tells how it stands with one person without giving a permit: whoever asks only wants to know, and what is sent is asked anew.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { withAnswers } from "../messages/answers.ts";
import type { World } from "../ports.ts";
import { type Answered, answerFor, type Sending } from "./give-verdicts.ts";

/**
 * Decides for one person at this moment, and puts on record that it was asked. No fact is recorded, nobody becomes known, and
 * none of the answers that a request was promised is used up.
 *
 * @param asker - the name on record of the agent that asks.
 * @throws CodedError `setup-missing`.
 */
export async function askOnly(
  world: World,
  asker: string,
  sending: Sending,
  subject: SubjectId,
): Promise<Omit<Answered, "expiresAt">> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  if (setup === null) throw new CodedError("setup-missing");
  const found = people.get(subject);
  const request = sending.message?.request;
  const person = found && request !== undefined ? await withAnswers(world.store, found, request) : found;
  const by = { via: "mcp", asker, observed: false } as const;
  const { expiresAt: _, ...answer } = answerFor(world, setup, by, sending, subject, person);
  await world.store.verdicts.add([answer]);
  return answer;
}
