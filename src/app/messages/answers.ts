// A request for information as it stands now: the fact says what was promised, the tables what was sent or permitted.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Person, Tables } from "../ports.ts";

/**
 * How many answers each of these people has had to a request of theirs: what Licet has sent, and what other systems were
 * permitted to send. Who has had none is not in it.
 */
export async function answersTo(
  { outbox, verdicts }: Pick<Tables, "outbox" | "verdicts">,
  subjects: readonly SubjectId[],
  request: string,
): Promise<ReadonlyMap<SubjectId, number>> {
  const [sent, permitted] = await Promise.all([
    outbox.answered(subjects, request),
    verdicts.permitted(subjects, request),
  ]);
  const both = [...sent.keys(), ...permitted.keys()];
  return new Map(both.map((subject) => [subject, (sent.get(subject) ?? 0) + (permitted.get(subject) ?? 0)]));
}

/** The person with that request as it stands: each answer counts. */
export function answeredTimes(person: Person, request: string, times: number): Person {
  const requests = person.standing.requests.map((fact) =>
    fact.id === request ? { ...fact, answered: (fact.answered ?? 0) + times } : fact,
  );
  return { ...person, standing: { ...person.standing, requests } };
}

/** The same, with the answers that the tables know of. */
export async function withAnswers(
  tables: Pick<Tables, "outbox" | "verdicts">,
  person: Person,
  request: string,
): Promise<Person> {
  const answers = await answersTo(tables, [person.subject], request);
  return answeredTimes(person, request, answers.get(person.subject) ?? 0);
}
