import { describe, expect, it } from "vitest";
import type { Fact } from "./facts.ts";
import type { Instant } from "./instant.ts";
import { evolve, foldFacts, initialStanding, nextFactAt } from "./standing.ts";

const sent = (id: string, at: number): Fact => ({ id, type: "marketing.sent", at: at as Instant });

describe("a standing", () => {
  it("is left as it was by a further fact", () => {
    const before = foldFacts([sent("a", 1)]);
    const after = evolve(before, sent("b", 0));
    expect(before.sendings.map((fact) => fact.id)).toEqual(["a"]);
    expect(after.sendings.map((fact) => fact.id)).toEqual(["b", "a"]);
    expect(initialStanding.sendings).toEqual([]);
  });

  it("orders the facts of one instant by their ids, as code units compare", () => {
    const ids = ["b", "a", "Z", "a"];
    expect(foldFacts(ids.map((id) => sent(id, 5))).sendings.map((fact) => fact.id)).toEqual([
      "Z",
      "a",
      "a",
      "b",
    ]);
  });

  it("knows when the next fact comes into view", () => {
    const standing = foldFacts([
      sent("a", 1),
      sent("b", 9),
      sent("c", 5),
      { id: "d", type: "complaint.received", at: 7 as Instant },
    ]);
    expect([0, 1, 5, 7, 9].map((at) => nextFactAt(standing, at as Instant))).toEqual([1, 5, 7, 9, null]);
  });
});
