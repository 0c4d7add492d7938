// Timestamps as a real authority makes them (`openssl ts`): what is right is read, and whatever is wrong is named.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Instant } from "../../src/core/instant.ts";
import { readTimestampResponse, timestampRequest, verifyTimestamp } from "../../src/ledger/timestamp.ts";
import { type Authority, authorityPolicy, openAuthority } from "../support/authority.ts";
import { needs } from "../support/needs.ts";

const note = "shop.example/licet/lunaria\n1\nhead\n\n\u2014 shop.example/licet/lunaria c2lnbmF0dXJl\n";

needs("openssl").describe("a timestamp", (openssl) => {
  let authority: Authority;
  let other: Authority;
  beforeAll(() => {
    authority = openAuthority(openssl);
    other = openAuthority(openssl);
  });
  afterAll(() => {
    authority.close();
    other.close();
  });

  /** What the authority made of this note, and how we read it. */
  async function ask(
    change: {
      note?: string;
      nonce?: Buffer;
      policy?: string;
      from?: Authority;
      certificate?: Parameters<Authority["answer"]>[1];
      at?: number;
      response?: (response: Buffer) => Buffer;
    } = {},
  ) {
    const nonce = randomBytes(8);
    const request = timestampRequest(change.note ?? note, change.nonce ?? nonce, undefined);
    const response = (change.from ?? authority).answer(request, change.certificate);
    const now = change.at ?? Date.now();
    return readTimestampResponse(change.response?.(response) ?? response, {
      note,
      nonce,
      policy: change.policy ?? authorityPolicy,
      anchors: authority.anchors,
      earliest: (now - 60_000) as Instant,
      latest: (now + 60_000) as Instant,
    });
  }
  async function token(from = authority, certificate: Parameters<Authority["answer"]>[1] = "good") {
    const nonce = randomBytes(8);
    const asked = {
      note,
      nonce,
      policy: undefined,
      anchors: from.anchors,
      earliest: 0 as Instant,
      latest: (Date.now() + 60_000) as Instant,
    };
    const read = await readTimestampResponse(
      from.answer(timestampRequest(note, nonce, undefined), certificate),
      asked,
    );
    if (!read.ok) throw new Error(read.fault);
    return read.token;
  }

  it("says when and by whom, and can be checked again from its bytes alone", async () => {
    const said = { ok: true, by: "good, Stamps of Test", policy: authorityPolicy };
    const read = await ask();
    expect(read).toMatchObject({ ok: true, timestamp: said });
    if (!read.ok) return;
    expect(Math.abs(read.timestamp.at - Date.now())).toBeLessThan(60_000);
    expect(await verifyTimestamp(read.token, note, `${other.anchors}${authority.anchors}`)).toEqual(
      read.timestamp,
    );
  });

  it("whose signer no trusted certificate leads to is said to be just that, with what it says", async () => {
    const untrusted = { ok: false, fault: "untrusted", said: { by: "good, Stamps of Test" } };
    expect(await verifyTimestamp(await token(), note, other.anchors)).toMatchObject(untrusted);
    expect(await verifyTimestamp(await token(), note, "")).toMatchObject(untrusted);
  });

  it.each([
    ["other-note", { note: `${note} ` }],
    ["other-request", { nonce: Buffer.alloc(8, 1) }],
    ["other-policy", { policy: "1.2.3.4.2" }],
    ["expired", { certificate: "expired" }],
    ["not-for-timestamps", { certificate: "for-more" }],
    ["not-for-timestamps", { certificate: "not-critical" }],
    ["not-for-timestamps", { certificate: "for-anything" }],
    ["wrong-time", { at: Date.UTC(2026, 0) }],
    ["malformed", { response: (response: Buffer) => response.subarray(0, -1) }],
    ["malformed", { response: (response: Buffer) => Buffer.concat([response, Buffer.of(0)]) }],
    ["malformed", { response: () => Buffer.from("<html>") }],
    ["malformed", { response: () => Buffer.alloc(0) }],
    ["refused", { response: () => Buffer.from("30053003020102", "hex") }],
  ] as const)("is refused where it is %s: %j", async (fault, change) => {
    expect(await ask(change)).toEqual({ ok: false, fault });
  });

  it("of another CA is refused", async () => {
    expect(await ask({ from: other })).toEqual({ ok: false, fault: "untrusted" });
  });

  it("with a byte changed never says anything else than it did", async () => {
    const bytes = await token();
    const before = await verifyTimestamp(bytes, note, authority.anchors);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= by;
        const after = await verifyTimestamp(changed, note, authority.anchors);
        if (after.ok) expect(after).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});
