// Receipts of people who came through the forms: what is in them, what they prove, and what an erasure leaves of them.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptMail } from "../../src/app/gate/accept-mail.ts";
import { createCredential } from "../../src/app/gate/credentials.ts";
import { issueReceipt } from "../../src/app/ledger/issue-receipt.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { canonicalHash } from "../../src/ledger/canonical.ts";
import type { LogSigner } from "../../src/ledger/checkpoint.ts";
import { type Receipt, signReceipt } from "../../src/ledger/receipt.ts";
import { verifyReceipt } from "../../src/ledger/verify-receipt.ts";
import { buy, subjectOf, visitor, wayOutToken } from "../http/visitor.ts";
import { address, goodConsent, tell } from "../support/people.ts";
import type { TestWorld } from "../support/world.ts";
import { email, journeyed } from "./journey.ts";

let world: TestWorld;
let signer: LogSigner;
let receipt: Receipt;
let key: string;

const addressOf = (typed: string) => parseAddress(typed) ?? expect.fail("not an address");
const issue = (typed: string, purpose = "newsletter") => issueReceipt(world, addressOf(typed), purpose);
const textOf = (one: Receipt) => JSON.stringify(one, null, 2);
const typesIn = ({ evidence }: Receipt) => evidence.facts.map(({ entry }) => JSON.parse(entry).type);
const saysOf = (text: string, is: string, known = true) =>
  verifyReceipt(text, known ? { key } : {})
    .findings.filter((finding) => finding.is === is)
    .map(({ says }) => says)
    .join("\n");

beforeAll(async () => {
  world = await journeyed();
  receipt = await issue(email);
  signer = await logSigner(world, world.store);
  key = signer.verifierKey;
});
afterAll(() => world.close());

describe("the receipt of a double opt-in", () => {
  it("is sound under the key of the log, and shows both steps, the address as typed and each later use", () => {
    expect(verifyReceipt(textOf(receipt), { key })).toMatchObject({ sound: true });
    const proved = saysOf(textOf(receipt), "proved");
    expect(typesIn(receipt)).toEqual(expect.arrayContaining(["consent.given", "consent.confirmed"]));
    expect(proved).toContain("`Ana.Typed@Example.com`, typed so");
    expect(proved).toMatch(/message 1: sent at .* on the basis `consent`/);
    expect(proved).toMatch(/hashes that the acts name: .*form `sign-up` 1.*clause `newsletter` 1/);
    expect(saysOf(textOf(receipt), "unproved")).toContain("1 more message of which the log holds nothing");
  });

  it("holds the very words, and every box of the form", () => {
    const kinds = receipt.evidence.publications.map(({ kind, key }) => `${kind} ${key}`);
    expect(kinds).toEqual(
      expect.arrayContaining([
        "controller lunaria",
        "purpose newsletter",
        "form sign-up",
        "clause newsletter",
      ]),
    );
    for (const { hash, content } of receipt.evidence.publications) expect(canonicalHash(content)).toBe(hash);
  });

  it("is a consent record with the mandatory fields of ISO/IEC TS 27560", () => {
    expect(receipt).toMatchObject({
      "@type": "dpv:ConsentRecord",
      schema_version: "dpv-27560:record-eu-gdpr",
      pii_principal_id: `urn:uuid:${subjectOf(world, email)}`,
      pii_processing: [
        {
          privacy_notice: { "@type": "dpv:PrivacyNotice", hash: expect.stringMatching(/^sha256:/) },
          language: "en",
          purpose: { purpose_type: "dpv:DirectMarketing" },
          lawful_basis: "eu-gdpr:A6-1-a",
          jurisdiction: "ES",
          withdrawal_method: expect.any(String),
        },
      ],
      party_identification: [{ party_name: "Lunaria Calzados, S.L.", party_type: "dpv:DataController" }],
      events: expect.arrayContaining([
        expect.objectContaining({
          event_type: "licet:fact:consent.given",
          event_state: "dpv:ConsentRequested",
        }),
        expect.objectContaining({
          event_type: "licet:fact:consent.confirmed",
          event_state: "dpv:ConsentGiven",
        }),
      ]),
    });
  });

  it("shows what other software sent through the gate for the purpose, too, and for no other", async () => {
    const { credential } = await createCredential(world, {
      ...{ name: "tool", purpose: "newsletter", purposes: [], contract: "named", followers: "strip" },
      ...{ observeUntil: null, perMinute: null },
    });
    const raw = Buffer.from(
      "From: hola@lunaria.example\r\nMessage-ID: <boots@tool.example>\r\n\r\nBoots.\r\n",
    );
    const reply = await acceptMail(world, credential, {
      ...{ reversePath: "", envid: null, ret: null, from: { helo: "tool.example", protocol: "ESMTPA" }, raw },
      recipients: [{ address: addressOf(email), notify: null, orcpt: null }],
    });
    expect(reply.code).toBe(250);
    while ((await deliverOutbox(world)) > 0);
    const later = await issue(email);
    expect(later.evidence.unlogged.filter(({ kind }) => kind === "passage")).toMatchObject([
      { state: "sent", messageId: "<boots@tool.example>", basis: "consent" },
    ]);
    expect(verifyReceipt(textOf(later), { key })).toMatchObject({ sound: true });
    const { evidence } = await issue(email, "email-tracking");
    expect(evidence.unlogged.filter(({ kind }) => kind === "passage")).toEqual([]);
  });

  it("shows of everybody else hashes alone", () => {
    const text = textOf(receipt);
    for (let number = 0; number < 30; number += 1) {
      expect(text).not.toContain(subjectOf(world, address(number)));
      expect(text).not.toContain(address(number));
    }
    expect(receipt.evidence.deliveries[0]?.path.length).toBeGreaterThan(2);
  });

  it("does not open what other acts of the person say", async () => {
    await tell(world, email, {
      id: "private",
      type: "contract.started",
      at: "2026-11-20T10:00:00Z",
      contract: "c",
      note: "SECRET-NOTE",
    });
    const again = textOf(await issue(email));
    expect(again).not.toContain('"private"');
    expect(again).not.toContain("SECRET-NOTE");
  });

  it("says plainly that without the key of the log nothing is known of who signed", () => {
    expect(verifyReceipt(textOf(receipt)).sound).toBe(true);
    expect(saysOf(textOf(receipt), "unproved", false)).toContain("who signed this file");
    expect(saysOf(textOf(receipt), "unproved")).not.toContain("who signed this file");
  });

  it("is refused under the key of another log", () => {
    const other = key.replace("licet", "tecil");
    expect(verifyReceipt(textOf(receipt), { key: other }).sound).toBe(false);
  });
});

describe("a receipt that was changed", () => {
  it("is found out, whichever character was changed", () => {
    const text = textOf(receipt);
    const original = JSON.stringify(receipt);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, put) => {
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        // White space between fields, and another way to write the same letter, are no change.
        fc.pre(meaning(changed) !== original);
        expect(verifyReceipt(changed, { key }).sound).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is found out too where the holder of the key signs it anew: of what the log covers, nothing can be changed", () => {
    const paths = leavesOf(receipt).filter(
      ([first, second, , field]) =>
        first === "evidence" &&
        (second === "facts" || second === "deliveries" || second === "log") &&
        field !== "verifierKey",
    );
    expect(paths.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), (path, at, by) => {
        const { signature: _, ...copy } = structuredClone(receipt) as unknown as Record<string, unknown>;
        if (!changeAt(copy, path, at, by)) return;
        const signed = { ...copy, signature: signReceipt(copy, signer) };
        expect(verifyReceipt(JSON.stringify(signed), { key }).sound).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("is found out where other words are put in the place of those shown, with their true hash, by the holder of the key", () => {
    const { signature: _, ...copy } = structuredClone(receipt);
    const publications = copy.evidence.publications.map((one) => {
      if (one.kind !== "clause" || one.key !== "newsletter") return one;
      const content = { ...(one.content as object), text: { en: "I agree to everything" } };
      return { ...one, content, hash: canonicalHash(content) };
    });
    const forged = { ...copy, evidence: { ...copy.evidence, publications } };
    const signed = { ...forged, signature: signReceipt(forged, signer) };
    expect(saysOf(JSON.stringify(signed), "wrong")).toContain("is not the one that the act names");
  });

  it("is found out where the record says more than the acts, by the holder of the key", () => {
    const { signature: _, ...copy } = structuredClone(receipt) as unknown as Record<string, unknown>;
    const forged = { ...copy, issued: "2020-01-01T00:00:00.000Z" };
    const signed = { ...forged, signature: signReceipt(forged, signer) };
    expect(saysOf(JSON.stringify(signed), "wrong")).toContain("does not follow");
  });

  it("never makes the check throw", () => {
    fc.assert(fc.property(fc.json(), (text) => !verifyReceipt(text).sound));
    expect(verifyReceipt("[".repeat(100_000)).sound).toBe(false);
    expect(verifyReceipt("").sound).toBe(false);
  });
});

describe("receipts of other bases", () => {
  it("a purchase: the soft opt-in, the order and the sale", async () => {
    await buy(world, visitor(world), { email: "buyer@example.com", product: "boots", country: "FR" });
    const bought = await issue("buyer@example.com");
    expect(typesIn(bought)).toContain("sale.concluded");
    expect(verifyReceipt(textOf(bought), { key }).sound).toBe(true);
  });

  it("a withdrawal: that it was made, and that nothing may be sent", async () => {
    await tell(world, "left@example.com", goodConsent());
    const path = `/u/${wayOutToken(world, "left@example.com", null)}`;
    expect((await visitor(world).post(path, { "List-Unsubscribe": "One-Click" })).status).toBeLessThan(400);
    const left = await issue("left@example.com");
    expect(left.statement.verdict).toMatchObject({ outcome: "refusal" });
    expect(typesIn(left)).toEqual(expect.arrayContaining(["consent.given", "consent.withdrawn"]));
    expect(verifyReceipt(textOf(left), { key }).sound).toBe(true);
    expect(left).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ event_state: "dpv:ConsentWithdrawn" })]),
    });
  });

  it("nobody on record, and a purpose that is not declared, get none", async () => {
    await expect(issue("nobody@example.com")).rejects.toMatchObject({ code: "subject-unknown" });
    await expect(issue(email, "nothing")).rejects.toMatchObject({ code: "purpose-unknown" });
  });
});

describe("after an erasure", () => {
  it("a new receipt shows the skeleton, opens nothing, and is sound; one that was handed out before still reads", async () => {
    const typed = "Gone.Soon@Example.com";
    await tell(world, typed, goodConsent());
    const before = textOf(await issue(typed));
    await erase(world, addressOf(typed), "command");
    await sequence(world);
    const after = await issue(typed);
    expect(verifyReceipt(textOf(after), { key }).sound).toBe(true);
    expect(after.evidence.facts.map(({ key }) => key)).toEqual(after.evidence.facts.map(() => null));
    expect(textOf(after).toLowerCase()).not.toContain("gone.soon");
    expect(saysOf(textOf(after), "unproved")).toContain("has been erased");
    expect(verifyReceipt(before, { key }).sound).toBe(true);
    expect(saysOf(before, "proved")).toContain("Gone.Soon@Example.com");
  });
});

function meaning(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return null;
  }
}

type Path = readonly (string | number)[];

/** The way to each text and number. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([step, inner]) => leavesOf(inner, [...path, step]));
}

/** Changes one letter or number; false where there is nothing to change. */
function changeAt(whole: Record<string, unknown>, path: Path, at: number, by: number): boolean {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], whole);
  const [last] = path.slice(-1) as [string];
  const fields = holder as Record<string, unknown>;
  const value = fields[last];
  if (typeof value === "number") fields[last] = value + by;
  else if (typeof value === "string" && value.length > 0) {
    const place = at % value.length;
    const letter = String.fromCharCode(33 + ((value.charCodeAt(place) - 33 + (by % 93) + 1) % 93));
    if (letter === value[place]) return false;
    fields[last] = value.slice(0, place) + letter + value.slice(place + 1);
  } else return false;
  return true;
}
