// Whose data a mail server, an import or a stretch of time had to do with: who is told of a breach (GDPR 33, 34).
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { importSource } from "../imports/declaration.ts";
import type { World } from "../ports.ts";
import type { Reach, Reached } from "./usage-table.ts";

export interface Affected extends Reached {
  /** Null: nothing is kept of them but their key, and nobody can write to them. */
  readonly address: string | null;
  readonly country: string | null;
  readonly language: string | null;
}

export interface Breach extends Omit<Reach, "source"> {
  /** The id of an import. */
  readonly import?: string;
}

const atOnce = 1000;

/** @throws CodedError `import-unknown`, `relay-unknown`. */
export async function* affected(world: World, { import: id, ...reach }: Breach): AsyncGenerator<Affected> {
  if (id !== undefined && (await world.store.imports.find(id)) === null)
    throw new CodedError("import-unknown", `\`${id}\``);
  if (reach.relay !== undefined) {
    const { relays } = await world.store.usage.usage(world.clock.now());
    if (!relays.some(({ relay }) => relay === reach.relay))
      throw new CodedError(
        "relay-unknown",
        relays.length === 0
          ? "none did yet"
          : `those that did: ${relays.map(({ relay }) => `\`${relay}\``).join(", ")}`,
      );
  }
  const within: Reach = { ...reach, ...(id !== undefined && { source: importSource(id) }) };
  for (let after: SubjectId | null = null; ; ) {
    const some: readonly Reached[] = await world.store.usage.reached(within, after, atOnce);
    const people = await world.store.people.find(some.map(({ subject }) => subject));
    for (const reached of some) {
      const person = people.get(reached.subject);
      yield {
        ...reached,
        address: person?.address ?? null,
        country: person?.recipient.country ?? null,
        language: person?.language ?? null,
      };
    }
    after = some.at(-1)?.subject ?? null;
    if (some.length < atOnce) return;
  }
}
