import { createCipheriv, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SubjectId } from "../core/subject-id.ts";
import {
  factKey,
  openConnection,
  openFact,
  openWithFactKey,
  type Personal,
  sealConnection,
  sealFact,
} from "./fact-seal.ts";
import { newPersonKey } from "./vault.ts";

const subject = "00000000-0000-4000-8000-000000000001" as SubjectId;
const subjects = fc.uuid().map((uuid) => uuid as SubjectId);
const ids = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const personal: fc.Arbitrary<Personal> = fc.record(
  {
    address: fc.string({ unit: "grapheme", maxLength: 80 }),
    body: fc.dictionary(fc.string({ maxLength: 10 }), fc.string({ unit: "grapheme", maxLength: 40 }), {
      noNullPrototype: true,
    }),
  },
  { requiredKeys: [] },
);
const flipped = (bytes: Buffer, bit: number) => {
  const copy = Buffer.from(bytes);
  const at = bit % (copy.length * 8);
  copy.writeUInt8(copy.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
  return copy;
};

describe("what is personal in a fact", () => {
  it("opens word for word under the person's key, and under the key of that fact alone", () => {
    fc.assert(
      fc.property(subjects, ids, personal, (subject, id, told) => {
        const person = newPersonKey(subject);
        const sealed = sealFact(person, id, told);
        expect(openFact(person, id, sealed)).toEqual(told);
        expect(openWithFactKey(factKey(person, id), subject, id, sealed)).toEqual(told);
      }),
    );
  });

  it("is sealed apart from the connection that it came over: neither opens in the place of the other", () => {
    const person = newPersonKey(subject);
    const connection = { networkAddress: "192.0.2.7", userAgent: "Browser/1" };
    const sealed = sealConnection(person, "fact", connection);
    expect(openConnection(person, "fact", sealed)).toEqual(connection);
    expect(openConnection(null, "fact", sealed)).toBeNull();
    expect(openConnection(newPersonKey(subject), "fact", sealed)).toBeNull();
    expect(() => openConnection(person, "other", sealed)).toThrow("the key");
    expect(() => openFact(person, "fact", sealed)).toThrow("the key");
    expect(() => openWithFactKey(factKey(person, "fact"), subject, "fact", sealed)).toThrow("the key");
  });

  it("stays shut to the key of any other fact, of the same person too, and in any other place", () => {
    fc.assert(
      fc.property(subjects, ids, ids, personal, (subject, id, other, told) => {
        fc.pre(id !== other);
        const person = newPersonKey(subject);
        const sealed = sealFact(person, id, told);
        expect(() => openWithFactKey(factKey(person, other), subject, id, sealed)).toThrow("the key");
        expect(() => openWithFactKey(factKey(person, id), subject, other, sealed)).toThrow("does not open");
        expect(() => openFact(person, other, sealed)).toThrow("the key");
      }),
    );
  });

  it("does not open after any one bit was flipped", () => {
    fc.assert(
      fc.property(ids, personal, fc.nat(), (id, told, bit) => {
        const person = newPersonKey(subject);
        const changed = flipped(sealFact(person, id, told), bit);
        const opened = () => openFact(person, id, changed);
        // The number of the person's key says whose it is; another one is a key that is gone.
        if (bit % (changed.length * 8) < 64) expect(opened()).toBeNull();
        else expect(opened).toThrow();
      }),
    );
  });

  it("is gone without an error once the person's key is destroyed or another one is in its place", () => {
    const sealed = sealFact(newPersonKey(subject), "f1", { address: "ana@example.com" });
    expect(openFact(null, "f1", sealed)).toBeNull();
    expect(openFact(newPersonKey(subject), "f1", sealed)).toBeNull();
  });

  it("opens to one text alone, whoever made the bytes: a key that the seal does not name is refused before it is tried", () => {
    const person = newPersonKey(subject);
    const honest = sealFact(person, "f1", { address: "ana@example.com" });
    const other = randomBytes(32);
    const forged = createCipheriv("aes-256-gcm", other, randomBytes(12));
    const bytes = Buffer.concat([honest.subarray(0, 40), forged.update("{}"), forged.final()]);
    expect(() => openWithFactKey(other, subject, "f1", bytes)).toThrow("not the key");
  });

  it("has a length that does not tell one address from another", () => {
    const person = newPersonKey(subject);
    const lengths = ["a@example.com", "anna.maria.long@example.com"].map(
      (address) => sealFact(person, "f1", { address }).length,
    );
    expect(lengths[0]).toBe(lengths[1]);
  });
});
