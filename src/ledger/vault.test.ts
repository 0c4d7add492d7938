import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SubjectId } from "../core/subject-id.ts";
import { openMasterKeys } from "./master-keys.ts";
import { newPersonKey, open, seal, unwrapKey, wrapKey } from "./vault.ts";

const subjects = fc.uuid().map((uuid) => uuid as SubjectId);
const texts = fc.string({ unit: "grapheme", maxLength: 200 });
const uses = fc.constantFrom("address", "recipient", "fact f1");
const masters = openMasterKeys(() => "4d".repeat(32));
const flipped = (bytes: Buffer, bit: number) => {
  const copy = Buffer.from(bytes);
  const at = bit % (copy.length * 8);
  copy.writeUInt8(copy.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
  return copy;
};
/** Null stands for every way of not opening. */
function opened(...told: Parameters<typeof open>): string | null {
  try {
    return open(...told);
  } catch {
    return null;
  }
}

describe("what is sealed", () => {
  it("opens word for word under the person's key, also after that was wrapped and unwrapped", () => {
    fc.assert(
      fc.property(subjects, uses, texts, (subject, use, text) => {
        const key = newPersonKey(subject);
        const stored = unwrapKey(subject, wrapKey(key, masters.newest()), masters);
        expect(open(stored, use, seal(key, use, text))).toBe(text);
      }),
    );
  });

  it("does not open after any one bit of it was flipped", () => {
    fc.assert(
      fc.property(subjects, texts, fc.nat(), (subject, text, bit) => {
        const key = newPersonKey(subject);
        expect(opened(key, "address", flipped(seal(key, "address", text), bit))).toBeNull();
      }),
    );
  });

  it("opens for nobody else, and in no other place", () => {
    fc.assert(
      fc.property(subjects, subjects, texts, (subject, other, text) => {
        const key = newPersonKey(subject);
        const sealed = seal(key, "fact a", text);
        expect(opened(newPersonKey(subject), "fact a", sealed)).toBeNull();
        expect(opened(key, "fact b", sealed)).toBeNull();
        if (other !== subject) expect(opened({ ...key, subject: other }, "fact a", sealed)).toBeNull();
      }),
    );
  });

  it("is gone without an error once its key is destroyed or another one is in its place", () => {
    const subject = "00000000-0000-4000-8000-000000000001" as SubjectId;
    const sealed = seal(newPersonKey(subject), "address", "ana@example.com");
    expect(open(null, "address", sealed)).toBeNull();
    expect(open(newPersonKey(subject), "address", sealed)).toBeNull();
  });

  it("is told to have been changed, never to be erased, where its key is the right one", () => {
    const key = newPersonKey("00000000-0000-4000-8000-000000000001" as SubjectId);
    const sealed = seal(key, "address", "ana@example.com");
    expect(() => open(key, "address", flipped(sealed, sealed.length * 8 - 1))).toThrow("was changed");
  });
});

describe("a wrapped key", () => {
  it("does not unwrap after any one bit was flipped, nor for another person", () => {
    fc.assert(
      fc.property(subjects, subjects, fc.nat(), (subject, other, bit) => {
        const stored = wrapKey(newPersonKey(subject), masters.newest());
        const changed = { ...stored, wrapped: flipped(stored.wrapped, bit) };
        expect(() => unwrapKey(subject, changed, masters)).toThrow("was changed");
        if (other !== subject) expect(() => unwrapKey(other, stored, masters)).toThrow("was changed");
      }),
    );
  });
});

describe("master keys", () => {
  const [older, newer] = ["0a".repeat(32), "0b".repeat(32)];
  const id = (hex: string) => openMasterKeys(() => hex).newest().id;

  it("stand newest first, and each is found by an id that is not the key", () => {
    const keys = openMasterKeys(() => `${newer}, ${older}\n`);
    expect(keys.newest().id).toBe(id(newer));
    expect(keys.find(id(older)).id).toBe(id(older));
    expect(newer).not.toContain(id(newer));
  });

  it("are read again when one is asked for that another process has added", () => {
    let text = older;
    const keys = openMasterKeys(() => text);
    text = `${newer}\n${older}`;
    expect(keys.find(id(newer)).id).toBe(id(newer));
  });

  it("are missed by name, and refused where they are not 64 hex digits", () => {
    expect(() => openMasterKeys(() => older).find(id(newer))).toThrow(id(newer));
    expect(() => openMasterKeys(() => "secret")).toThrow("64 hex digits");
  });
});
