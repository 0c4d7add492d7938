// Whether a person was erased and has not come back: then links that lead to what was known of them have ended.
import type { SubjectId } from "../../core/subject-id.ts";
import { newestErasure } from "../consent/erasures.ts";
import type { World } from "../ports.ts";

export async function isErased(world: World, subject: SubjectId): Promise<boolean> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const person = people.get(subject);
  if (!setup || !person || person.address !== null) return false;
  return newestErasure(person.standing, setup.controller.content.id) !== null;
}
