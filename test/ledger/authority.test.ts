// The newest checkpoint is stamped by an authority when it is due; what it gives is kept only where all of it holds.
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { askAuthority } from "../../src/app/ledger/ask-authority.ts";
import type { TimeStampingAuthority } from "../../src/app/ledger/attestors.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { tellAttested } from "../../src/app/ledger/tell-attested.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import { openAsk } from "../../src/http/ask.ts";
import { verifyTimestamp } from "../../src/ledger/timestamp.ts";
import { type Authority, authorityPolicy, openAuthority, serveStamps } from "../support/authority.ts";
import { needs } from "../support/needs.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

type Answer = (request: Buffer, response: ServerResponse) => Buffer | null;

needs("openssl").describe("the time-stamping authority", (openssl) => {
  let world: TestWorld;
  let stamps: Authority;
  let server: Awaited<ReturnType<typeof serveStamps>>;
  let authority: TimeStampingAuthority;
  let instead: Answer | null = null;
  let people = 0;
  const grow = async () => {
    await tellMany(world, 1, people++);
    await sequence(world);
  };
  const audit = () => verifyLog(world);

  beforeAll(async () => {
    stamps = openAuthority(openssl);
    server = await serveStamps((request, response) =>
      (instead ?? ((bytes) => stamps.answer(bytes)))(request, response),
    );
    authority = { address: server.address, policy: authorityPolicy, everyMs: 3_600_000 };
    world = await makeWorld({ attestors: { authority, anchors: stamps.anchors } });
  });
  beforeEach(async () => {
    instead = null;
    await grow();
  });
  afterAll(async () => {
    await server.close();
    await world.close();
    stamps.close();
  });

  it("stamps the first checkpoint at once, and the next one after the pause, if the log has grown", async () => {
    expect(await askAuthority(world, authority)).toMatchObject({ size: 2, by: "good, Stamps of Test" });
    expect(await askAuthority(world, authority)).toBeNull();
    await grow();
    expect(await askAuthority(world, authority)).toBeNull();
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.headers["content-type"]).toBe("application/timestamp-query");
    expect(await askAuthority(world, { ...authority, everyMs: 0 })).toMatchObject({ size: 4 });
    expect(await audit()).toMatchObject({ fault: null, anchored: true, attested: { timestamps: 2 } });
  });

  it("may be asked for now", async () => {
    expect(await askAuthority(world, authority, { now: true })).toMatchObject({ size: 6 });
    const last = await world.store.attestations.newestTimestamp();
    expect(await verifyTimestamp(last!.token, last!.note, stamps.anchors)).toMatchObject({ ok: true });
  });

  it("is told its user and password, which stand in no error", async () => {
    const address = server.address.replace("//", "//user:p%40ss@");
    expect(await askAuthority(world, { ...authority, address }, { now: true })).not.toBeNull();
    expect(server.asked.at(-1)?.headers.authorization).toBe(
      `Basic ${Buffer.from("user:p@ss").toString("base64")}`,
    );
    await grow();
    instead = (_, response) => response.writeHead(401).end() && null;
    const asking = askAuthority(world, { ...authority, address }, { now: true });
    await expect(asking).rejects.toMatchObject({
      code: "timestamp-unanswered",
      detail: "it answered with status 401",
    });
  });

  it.each<[string, string, Answer]>([
    [
      "an answer to something else",
      "is of something else",
      (request) => stamps.answer(otherImprint(request)),
    ],
    ["another's answer", "answers another request", (request) => stamps.answer(otherNonce(request))],
    [
      "a stamp of an expired certificate",
      "was not valid at that time",
      (request) => stamps.answer(request, "expired"),
    ],
    [
      "a stamp of a certificate for anything",
      "not one for time-stamping",
      (request) => stamps.answer(request, "for-anything"),
    ],
    ["half an answer", "is no timestamp", (request) => stamps.answer(request).subarray(0, 700)],
    ["too much", "did not answer", () => Buffer.alloc(1_000_000, 48)],
    ["a refusal", "refused", () => Buffer.from("30053003020102", "hex")],
  ])("that gives %s is told of, and nothing is kept", async (_, why, answer) => {
    const before = await world.store.attestations.newestTimestamp();
    instead = answer;
    const asking = askAuthority(world, authority, { now: true });
    await expect(asking).rejects.toMatchObject({
      code: "timestamp-unanswered",
      detail: expect.stringContaining(why),
    });
    expect(await world.store.attestations.newestTimestamp()).toEqual(before);
  });

  it("of another CA is not believed", async () => {
    const other = openAuthority(openssl);
    instead = (request) => other.answer(request);
    const asking = askAuthority(world, authority, { now: true });
    await expect(asking).rejects.toMatchObject({
      detail: expect.stringContaining("no certificate that is trusted"),
    });
    other.close();
  });

  it("that does not answer is not waited for", async () => {
    instead = () => null;
    const hasty = { ...world, attestors: { ...world.attestors, ask: openAsk(200) } };
    const asking = askAuthority(hasty, authority, { now: true });
    await expect(asking).rejects.toMatchObject({ detail: "it did not answer" });
    const stop = new AbortController();
    const leaving = askAuthority(world, authority, { now: true, signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    await expect(leaving).rejects.toMatchObject({ detail: "it did not answer" });
  });

  it("is late when a checkpoint has waited for longer than the pause", async () => {
    expect((await tellAttested(world))?.timestamp).toMatchObject({
      late: false,
      by: "good, Stamps of Test",
      fault: null,
    });
    world.setClock(new Date(Date.now() + 90 * 60_000).toISOString());
    expect((await tellAttested(world))?.timestamp).toMatchObject({ late: true });
    world.setClock(new Date().toISOString());
  });

  it("is not vouched for where nobody trusts it, and no longer where its certificate is taken away", async () => {
    const trusting = (anchors: string) => ({ ...world, attestors: { ...world.attestors, anchors } });
    expect(await verifyLog(trusting(""))).toMatchObject({ fault: null, anchored: false });
    const other = openAuthority(openssl);
    expect((await verifyLog(trusting(other.anchors))).fault).toMatchObject({
      kind: "timestamp-wrong",
      position: expect.any(Number),
    });
    other.close();
  });
});

/** The request with a bit of its hash changed: 32 bytes after their head in DER. */
function otherImprint(request: Buffer): Buffer {
  const changed = Buffer.from(request);
  const at = changed.indexOf(Buffer.from("0420", "hex")) + 2;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** The request with a bit of its nonce changed: the last thing before `certReq`. */
function otherNonce(request: Buffer): Buffer {
  const changed = Buffer.from(request);
  const at = changed.indexOf(Buffer.from("0101ff", "hex"), changed.length - 3) - 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
