// A letter that was put off is tried again, rarer each time, until its time is over.
import { expect, test } from "vitest";
import { hours, type Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Handover } from "../messages/letter.ts";
import { type Deferral, deferralOf } from "./defer.ts";

const subject = "00000000-0000-4000-8000-000000000000" as SubjectId;
const other = "00000000-0000-4000-8000-00000000ffff" as SubjectId;
const start = 1_795_435_200_000 as Instant;
const refusedWith = (status: string, permanent = false): Handover => ({
  kind: "refused-by-relay",
  permanent,
  reply: "",
  status,
});

/** Minutes from the start at which it is tried, until it is given up. */
function tries(handover: Handover, giveUpAfterHours: number): number[] {
  const at: number[] = [];
  let before: Deferral | null = null;
  for (let now = start; ; now = before.dueAt) {
    before = deferralOf(subject, handover, before, giveUpAfterHours, now);
    if (before === null) return at;
    at.push((before.dueAt - start) / 60_000);
  }
}

test("greylisting and limits are tried twice in the first hour, then rarer, and once more at the very end", () => {
  expect(tries(refusedWith("4.7.1"), 6)).toEqual([5, 15, 45, 105, 225, 345, 360]);
});

test("a full mailbox is left alone for hours", () => {
  expect(tries(refusedWith("4.2.2"), 12)).toEqual([60, 300, 540, 720]);
});

test("a refusal for good is not tried again, nor what may have arrived", () => {
  expect(tries(refusedWith("5.1.1", true), 48)).toEqual([]);
  expect(tries({ kind: "uncertain", reply: "" }, 48)).toEqual([]);
});

test("whoever waits for the provider of the mailbox comes back when it says, and that is no attempt", () => {
  const wait = { ms: 90_000, whom: "provider" } as const;
  expect(deferralOf(subject, { kind: "unreachable", reply: "", wait }, null, 48, start)).toEqual({
    attempts: 0,
    since: start,
    dueAt: start + 90_000,
  });
});

test("is not given up before a mail server was asked at all, however long it waits for its provider", () => {
  const wait = { ms: hours(30), whom: "provider" } as const;
  const waiting = { kind: "unreachable", reply: "", wait } as const;
  const days = Array.from({ length: 4 }, (_, day) => (start + day * hours(30)) as Instant);
  let before: Deferral | null = null;
  for (const now of days) {
    before = deferralOf(subject, waiting, before, 48, now);
    expect(before?.dueAt).toBe(now + hours(30));
  }
  // From the first answer of a server on it counts.
  const asked = days.at(-1)!;
  const refused = deferralOf(subject, refusedWith("4.7.1"), before, 48, asked);
  expect(refused).toMatchObject({ attempts: 1, since: asked });
  expect(deferralOf(subject, waiting, refused, 48, (asked + hours(47)) as Instant)?.dueAt).toBe(
    asked + hours(48),
  );
  expect(deferralOf(subject, waiting, refused, 48, (asked + hours(48)) as Instant)).toBeNull();
});

test("two who were put off together do not come back together", () => {
  const [one, two] = [subject, other].map(
    (who) => deferralOf(who, refusedWith("4.7.1"), null, 48, start)?.dueAt ?? 0,
  );
  expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(60_000);
});

test("nothing is tried longer than the campaign says", () => {
  const before = { attempts: 3, since: start, dueAt: start };
  expect(deferralOf(subject, refusedWith("4.7.1"), before, 2, (start + hours(2)) as Instant)).toBeNull();
});
