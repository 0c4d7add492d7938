// A request for information as it stands now: the fact says what was promised, the outbox what was sent.
import type { Person, World } from "../ports.ts";

/** The person with that request as it stands: what the outbox has sent counts as answered. */
export async function withAnswers(world: World, person: Person, request: string): Promise<Person> {
  const sent = await world.store.outbox.answered(person.subject, request);
  const requests = person.standing.requests.map((fact) =>
    fact.id === request ? { ...fact, answered: (fact.answered ?? 0) + sent } : fact,
  );
  return { ...person, standing: { ...person.standing, requests } };
}
