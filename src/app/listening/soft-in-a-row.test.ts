// When an address is given up after letters that did not arrive for the time being, and when not.
import { describe, expect, test } from "vitest";
import { days, type Instant } from "../../core/instant.ts";
import type { Position } from "../../core/position.ts";
import type { RecordedFact } from "../ports.ts";
import { softInARow } from "./soft-in-a-row.ts";

const now = days(400) as Instant;

function fact(id: string, dayAgo: number, type: string, body: object = {}): RecordedFact {
  const at = (now - days(dayAgo)) as Instant;
  return {
    id,
    at,
    type,
    body: { ...body },
    position: 1 as Position,
    shown: null,
    source: "relay",
    recordedAt: at,
  };
}
const soft = (...daysAgo: number[]) =>
  daysAgo.map((ago) => fact(`s${ago}`, ago, "address.bounced", { class: "soft" }));
const delivered = (dayAgo: number, returned: "soft" | null) => ({
  at: (now - days(dayAgo)) as Instant,
  returned,
});

describe("an address is given up", () => {
  test("after five letters over two weeks of which none arrived", () => {
    expect(softInARow(soft(0, 20, 10, 5, 15), [], now)).toEqual(["s20", "s15", "s10", "s5", "s0"]);
  });

  test("not after four, and not within two weeks", () => {
    expect(softInARow(soft(20, 15, 10, 0), [], now)).toBeNull();
    expect(softInARow(soft(13, 10, 7, 4, 2, 0), [], now)).toBeNull();
  });

  test("not where one of them arrived, which is known when it has not come back for six days", () => {
    const row = soft(30, 25, 20, 10, 0);
    expect(softInARow(row, [delivered(15, null)], now)).toBeNull();
    expect(softInARow(row, [delivered(15, "soft"), delivered(5, null)], now)).not.toBeNull();
  });

  test("not by what was before it was restored, or given up", () => {
    expect(softInARow([...soft(30, 25, 20, 10, 0), fact("r", 15, "address.restored")], [], now)).toBeNull();
    const gone = fact("h", 15, "address.bounced", { class: "hard" });
    expect(softInARow([...soft(30, 25, 20, 10, 0), gone], [], now)).toBeNull();
  });
});
