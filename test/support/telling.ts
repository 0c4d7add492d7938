// What the crash tests tell: one fact about a person of its own, both of which follow from an id.
import type { Entry } from "../../src/app/consent/entry.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { goodConsent } from "./people.ts";

export function entryOf(id: string, type: "activity" | "consent" = "activity"): Entry {
  const fact =
    type === "consent" ? goodConsent(id) : { id, type: "activity.observed", at: "2026-11-20T10:00:00Z" };
  const read = readLine(
    { email: `${id}@example.com`, recipient: { country: "ES", kind: "natural" }, facts: [fact] },
    "file",
  );
  if (!read.ok) throw new Error(read.problem);
  return read.entry;
}
