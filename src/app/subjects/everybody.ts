// Everybody on record, a page in memory at a time.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Person, World } from "../ports.ts";

const pageSize = 1000;

export async function* everybody(world: World): AsyncGenerator<Person> {
  let after: SubjectId | null = null;
  do {
    const page: readonly Person[] = await world.store.people.page(after, pageSize);
    yield* page;
    after = page.length < pageSize ? null : page[pageSize - 1]!.subject;
  } while (after !== null);
}
