import { expect, it } from "vitest";
import { type FactRow, factEntry } from "./leaf.ts";

const fact: FactRow = {
  subject: "00995576-8ebf-f80d-5e24-015871fe519e",
  id: "consent",
  position: 17,
  type: "consent.given",
  at: Date.UTC(2026, 10, 1, 10) * 1000,
  body: '{"id":"consent","note":"a \\"quote\\", an é","purposes":["newsletter"],"type":"consent.given"}',
  shown: "null",
  source: "file",
  recordedAt: Date.UTC(2026, 10, 23, 12) * 1000,
  writtenAt: Date.UTC(2026, 10, 23, 12) * 1000 + 1_002_003,
  connection: null,
  sealed: Buffer.from("sealed"),
};

it("the entry of a fact is canonical JSON: keys in order, instants to the microsecond, nothing left out", () => {
  expect(factEntry(fact).toString()).toBe(
    '{"at":"2026-11-01T10:00:00.000Z","body":{"id":"consent","note":"a \\"quote\\", an é","purposes":["newsletter"],' +
      '"type":"consent.given"},"id":"consent","position":17,"recordedAt":"2026-11-23T12:00:00.000Z","sealed":"c2VhbGVk",' +
      '"shown":null,"source":"file","subject":"00995576-8ebf-f80d-5e24-015871fe519e","type":"consent.given",' +
      '"writtenAt":"2026-11-23T12:00:01.002003Z"}',
  );
});

it("an entry says until when the connection of the fact is kept, and its hash, where there is one", () => {
  const connection = { hash: Buffer.alloc(32, 1), forgetAt: Date.UTC(2026, 11, 23, 12) * 1000 };
  expect(factEntry({ ...fact, connection }).toString()).toBe(
    factEntry(fact)
      .toString()
      .replace(
        '},"id"',
        `},"connection":{"forgetAt":"2026-12-23T12:00:00.000Z","hash":"${connection.hash.toString("base64")}"},"id"`,
      ),
  );
});

it("an entry too long for a bundle is stood in for by its hash", () => {
  const long = factEntry({ ...fact, body: `{"text":"${"x".repeat(100_000)}"}` });
  expect(JSON.parse(long.toString())).toEqual({
    entryHash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    position: 17,
    subject: fact.subject,
  });
  expect(factEntry({ ...fact, body: `{"text":"y${"x".repeat(99_999)}"}` })).not.toEqual(long);
});
