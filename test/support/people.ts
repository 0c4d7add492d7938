// People for tests, in the vocabulary of the decision contract. All addresses are reserved.
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import type { World } from "../../src/app/ports.ts";
import type { SubjectId } from "../../src/core/subject-id.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { subjectIdOf } from "../../src/ledger/secrets.ts";

export type Body = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

export const address = (number: number) => `person-${number}@example.com`;

/** A consent to the newsletter that nothing is wrong with. */
export function goodConsent(id = "consent", at = "2026-11-01T10:00:00Z"): Body {
  return {
    id,
    type: "consent.given",
    at,
    purpose: "newsletter",
    channel: "email",
    by: "subject",
    method: "web-form",
    clause: { hash: "sha256:ab", version: "1" },
    form: { version: "1" },
    notice: { version: "1", withdrawalStated: true },
    purposes: ["newsletter"],
  };
}

/** Puts facts about one person on record; throws where they are not taken. */
export async function tell(world: World, email: string, ...facts: readonly Body[]): Promise<SubjectId> {
  const read = readLine({ email, recipient: { country: "ES", kind: "natural" }, facts }, "file");
  if (!read.ok) throw new Error(read.problem);
  const [recorded] = await record(world, [read.entry]);
  if (!recorded?.ok) throw recorded?.error ?? new Error("no answer");
  return recorded.subject;
}

/** Many people with a good consent, in few transactions; `from` is the number of the first. */
export async function tellMany(world: World, people: number, from = 0): Promise<void> {
  for (let first = 0; first < people; first += 500) {
    const entries = Array.from({ length: Math.min(500, people - first) }, (_, offset) => {
      const email = address(from + first + offset);
      const read = readLine(
        { email, recipient: { country: "ES", kind: "natural" }, facts: [goodConsent()] },
        "file",
      );
      if (!read.ok) throw new Error(read.problem);
      return read.entry;
    });
    await record(world, entries);
  }
}

export function subjectOf(world: World, email: string): SubjectId {
  const parsed = parseAddress(email);
  if (!parsed) throw new Error("not an address");
  return subjectIdOf(parsed, world.secrets);
}
