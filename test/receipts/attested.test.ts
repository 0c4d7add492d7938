// What others say of the log is in a receipt: a witness saw the head that it leads to, an authority stamped it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { askAuthority } from "../../src/app/ledger/ask-authority.ts";
import { askWitness } from "../../src/app/ledger/ask-witness.ts";
import { issueReceipt } from "../../src/app/ledger/issue-receipt.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { checkTimestamps } from "../../src/ledger/receipt-timestamps.ts";
import { verifyReceipt } from "../../src/ledger/verify-receipt.ts";
import { authorityPolicy, openAuthority, serveStamps } from "../support/authority.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, tell, tellMany } from "../support/people.ts";
import { openWitness } from "../support/witness.ts";
import { makeWorld } from "../support/world.ts";

needs("openssl").describe("a receipt", (openssl) => {
  const email = "ana@example.com";
  const stamps = openAuthority(openssl);
  let world: Awaited<ReturnType<typeof makeWorld>>;
  let one: Awaited<ReturnType<typeof openWitness>>;
  let other: Awaited<ReturnType<typeof openWitness>>;
  let server: Awaited<ReturnType<typeof serveStamps>>;
  let key: string;
  const issue = async () =>
    JSON.stringify(await issueReceipt(world, parseAddress(email) ?? expect.fail("address"), "newsletter"));

  beforeAll(async () => {
    [one, other] = [await openWitness(), await openWitness("witness.example/w2")];
    server = await serveStamps((bytes) => stamps.answer(bytes));
    const authority = { address: server.address, policy: authorityPolicy, everyMs: 0 };
    world = await makeWorld({ attestors: { witnesses: [one.witness], authority, anchors: stamps.anchors } });
    const signer = await logSigner(world, world.store);
    one.log = signer;
    key = signer.verifierKey;
    await tell(world, email, goodConsent());
    await sequence(world);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close(), server.close(), world.close()]);
    stamps.close();
  });

  it("leads to a head that is cosigned and stamped, though the log has grown since", async () => {
    await askWitness(world, one.witness);
    await askAuthority(world, { address: server.address, policy: authorityPolicy, everyMs: 0 });
    await tellMany(world, 3);
    await sequence(world);
    const text = await issue();
    const witnesses = [one.witness.key.verifierKey];
    const { sound, findings } = verifyReceipt(text, { key, witnesses });
    expect(sound).toBe(true);
    expect(findings).toContainEqual({
      is: "proved",
      says: expect.stringContaining("the witness `witness.example/w1` has seen this head of the log"),
    });
    expect(await checkTimestamps(text, stamps.anchors)).toEqual([
      { is: "proved", says: expect.stringContaining("was shown the head of the log at") },
    ]);
  });

  it("says that a witness has not cosigned it, that one is not trusted, and that no certificate is", async () => {
    const text = await issue();
    const others = verifyReceipt(text, { key, witnesses: [other.witness.key.verifierKey] }).findings;
    expect(others).toContainEqual({
      is: "unproved",
      says: expect.stringContaining("it has not cosigned it"),
    });
    expect(others).toContainEqual({ is: "unproved", says: expect.stringContaining("1 more cosignature") });
    expect(await checkTimestamps(text, "")).toEqual([
      { is: "unproved", says: expect.stringContaining("no certificate that you trust leads to it") },
    ]);
  });

  it("leads to the newest head where no attested one reaches far enough", async () => {
    await tell(world, email, goodConsent("newer", "2026-11-20T10:00:00Z"));
    const receipt = JSON.parse(await issue());
    expect(receipt.evidence.log.timestamps).toEqual([]);
    expect(verifyReceipt(JSON.stringify(receipt), { key }).sound).toBe(true);
  });
});
