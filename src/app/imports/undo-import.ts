// Takes an import back: whatever it told that could open something, fact by fact; who left stays gone.
import { parseFact } from "../../core/facts.ts";
import { formatInstant } from "../../core/instant.ts";
import type { Position } from "../../core/position.ts";
import { isRetractable } from "../../core/retraction.ts";
import { CodedError } from "../../errors.ts";
import type { Entry } from "../consent/entry.ts";
import { newFact } from "../consent/new-fact.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import { importSource } from "./declaration.ts";

export interface Undone {
  /** Facts taken back now, or before by a run that was cut off. */
  readonly retracted: number;
  /** Facts that stay: what bars is not taken back. */
  readonly kept: number;
}

const atOnce = 1000;

/**
 * The ledger is only added to: each fact that could open something gets one that takes it back, under an id that follows from it.
 * Cut off and begun again, it goes on to the same.
 *
 * @throws CodedError `import-unknown`
 */
export async function undoImport(
  world: World,
  id: string,
  onProgress?: (undone: Undone) => void,
  signal?: AbortSignal,
): Promise<Undone> {
  if ((await world.store.imports.find(id)) === null) throw new CodedError("import-unknown", `\`${id}\``);
  await world.store.imports.undoing(id, world.clock.now());
  const source = importSource(id);
  let undone: Undone = { retracted: 0, kept: 0 };
  for (let after = 0 as Position; ; ) {
    signal?.throwIfAborted();
    const facts = await world.store.imports.factsFrom(source, after, atOnce);
    const last = facts.at(-1);
    if (!last) break;
    const told = facts.filter(({ type }) => type !== "subject.described" && type !== "fact.retracted");
    const opening = told.filter(({ body }) => {
      const fact = parseFact(body, "fact");
      return fact.ok && isRetractable(fact.fact);
    });
    const known = await world.store.people.factsWithIds(
      opening.map((fact) => ({ subject: fact.subject, id: backOf(fact.id) })),
    );
    const done = new Set(known.map((fact) => `${fact.subject} ${fact.id}`));
    const at = formatInstant(world.clock.now());
    const entries = opening
      .filter((fact) => !done.has(`${fact.subject} ${backOf(fact.id)}`))
      .map(
        (fact): Entry => ({
          who: { subject: fact.subject },
          facts: [
            newFact(
              {
                id: backOf(fact.id),
                type: "fact.retracted",
                at,
                of: fact.id,
                ...(fact.body.controller !== undefined && { controller: fact.body.controller }),
              },
              source,
            ),
          ],
        }),
      );
    if (entries.length > 0) await record(world, entries);
    undone = {
      retracted: undone.retracted + opening.length,
      kept: undone.kept + told.length - opening.length,
    };
    after = last.position;
    onProgress?.(undone);
  }
  await world.store.imports.undone(id, world.clock.now());
  return undone;
}

const backOf = (id: string) => `back-${id}`;
