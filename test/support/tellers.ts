// Tells facts and keeps which were acknowledged: those must be there whatever happens, the others whole or not at all.
import pg from "pg";
import { expect } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import type { World } from "../../src/app/ports.ts";
import { entryOf } from "./telling.ts";

export interface Tellers {
  /** One fact about somebody new. */
  one(): Promise<void>;
  /** A fact each about so many, in one call. */
  many(people: number): Promise<void>;
  /** Consents of so many, for campaigns. */
  consents(people: number): Promise<void>;
  /** Takes over what another process has told; null: nobody has acknowledged it. */
  adopt(id: string, subject: string | null): void;
  /** Whatever was acknowledged is there; the rest is told again under the same ids, and then all of it is there, and once. */
  check(when: string): Promise<void>;
  acknowledged(): number;
}

/** @param databaseUrl - of the same database, for whoever looks at it from outside. */
export function makeTellers(world: World, databaseUrl: string): Tellers {
  const acknowledged = new Map<string, string>();
  const open = new Map<string, "activity" | "consent">();
  let count = 0;

  function next(people: number, type: "activity" | "consent"): string[] {
    const ids = Array.from({ length: people }, (_, nth) => `told-${count + nth}`);
    count += people;
    for (const id of ids) open.set(id, type);
    return ids;
  }

  async function tell(ids: readonly string[]): Promise<void> {
    const answers = await record(
      world,
      ids.map((id) => entryOf(id, open.get(id))),
    );
    ids.forEach((id, nth) => {
      const answer = answers[nth];
      if (!answer?.ok) throw answer?.error ?? new Error("no answer");
      expect({ id, facts: answer.added + answer.known }).toEqual({ id, facts: 1 });
      acknowledged.set(id, answer.subject);
      open.delete(id);
    });
  }

  /** All that is there, by id: no id twice. */
  async function onRecord(): Promise<Map<string, string>> {
    const client = new pg.Client(databaseUrl);
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ fact_id: string; subject_id: string }>(
        "select fact_id, subject_id from facts where fact_id like 'told-%'",
      );
      const found = new Map(rows.map(({ fact_id, subject_id }) => [fact_id, subject_id]));
      expect(found.size).toBe(rows.length);
      return found;
    } finally {
      await client.end().catch(() => {});
    }
  }

  return {
    one: () => tell(next(1, "activity")),
    many: (people) => tell(next(people, "activity")),
    consents: (people) => tell(next(people, "consent")),
    acknowledged: () => acknowledged.size,

    adopt(id, subject) {
      if (subject === null) open.set(id, "activity");
      else {
        acknowledged.set(id, subject);
        open.delete(id);
      }
    },

    async check(when) {
      const found = await onRecord();
      const lost = [...acknowledged].filter(([id, subject]) => found.get(id) !== subject);
      expect({ when, lost }).toEqual({ when, lost: [] });
      if (open.size > 0) await tell([...open.keys()]);
      expect({ when, told: (await onRecord()).size }).toEqual({ when, told: acknowledged.size });
    },
  };
}
