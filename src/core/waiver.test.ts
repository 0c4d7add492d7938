/** What leaves without a permit: what a gate that only observes lets pass until its day, and a report to the controller itself. */
import { expect, test } from "vitest";
import { isWaiver, reporting } from "./waiver.ts";

test.each([
  ["bounces@lunaria.example", "hola@lunaria.example", false, true],
  ["ana@example.com", "hola@lunaria.example", false, false],
  ["ana@sub.lunaria.example", "hola@lunaria.example", false, false],
  ["ana@shared.example", "lunaria@shared.example", true, false],
  ["Lunaria@shared.example", "lunaria@shared.example", true, true],
])(
  "a report to `%s` of whoever sends as `%s`, of a shared domain: %s, goes: %s",
  (to, sender, shared, goes) => {
    expect(isWaiver(reporting(to, sender, shared))).toBe(goes);
  },
);

test("what looks like a waiver is none", () => {
  expect(isWaiver({ outcome: "waiver" })).toBe(false);
});
