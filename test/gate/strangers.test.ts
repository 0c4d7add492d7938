// Whoever knows no password leaves room for who does, and one network for the others.
import { expect, test } from "vitest";
import { Strangers } from "../../src/smtp/strangers.ts";

test("a network has so many, all have so many, and whoever leaves or signs in makes room", () => {
  const strangers = new Strangers({ fromOneNetwork: 2, inAll: 3, signInMs: 60_000 });
  const enters = (id: string, address: string) => strangers.enter(id, address, () => {});
  expect([enters("1", "192.0.2.1"), enters("2", "::ffff:192.0.2.1"), enters("3", "192.0.2.1")]).toEqual([
    ...[true, true, false],
  ]);
  expect([enters("4", "2001:db8::1"), enters("5", "2001:db8:1::1")]).toEqual([true, false]);
  strangers.leave("1");
  expect(enters("6", "2001:DB8:0:0:1::7")).toBe(true);
  strangers.leave("6");
  strangers.leave("1");
  strangers.leave("3");
  expect([enters("7", "2001:db8::99"), enters("8", "192.0.2.7")]).toEqual([true, false]);
});
