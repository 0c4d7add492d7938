// Whoever knows no password leaves room for who does, and one network for the others.

import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { Strangers } from "../../src/smtp/strangers.ts";

let port = 1000;
const from = (remoteAddress: string): Socket =>
  Object.assign(new EventEmitter(), { remoteAddress, remotePort: ++port, destroy() {} }) as unknown as Socket;

test("a network has so many, all have so many, and whoever leaves or signs in makes room", () => {
  const strangers = new Strangers({ fromOneNetwork: 2, inAll: 3, signInMs: 1000 });
  const enters = (address: string) => strangers.enter(from(address));
  const first = from("192.0.2.1");
  expect([strangers.enter(first), enters("::ffff:192.0.2.1"), enters("192.0.2.1")]).toEqual([
    true,
    true,
    false,
  ]);
  expect([enters("2001:db8::1"), enters("2001:db8:1::1")]).toEqual([true, false]);
  expect(strangers.has({ remoteAddress: "::ffff:192.0.2.1", remotePort: first.remotePort })).toBe(true);
  strangers.signedIn(first);
  expect(strangers.has(first)).toBe(false);
  const sixth = from("2001:DB8:0:0:1::7");
  expect(strangers.enter(sixth)).toBe(true);
  sixth.emit("close");
  first.emit("close");
  expect([enters("2001:db8::99"), enters("192.0.2.7")]).toEqual([true, false]);
});
