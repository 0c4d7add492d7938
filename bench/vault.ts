// What does it cost to keep addresses sealed, each under a key of its own, beside bare AES-GCM under one key?
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, randomUUID } from "node:crypto";
import type { SubjectId } from "../src/core/subject-id.ts";
import { openFact, sealFact } from "../src/ledger/fact-seal.ts";
import { openMasterKeys } from "../src/ledger/master-keys.ts";
import { newPersonKey, open, seal, unwrapKey, wrapKey } from "../src/ledger/vault.ts";
import { inTurn, rate, report } from "./ground.ts";

const people = 50_000;
const masters = openMasterKeys(() => "4d".repeat(32));
const addresses = Array.from({ length: people }, (_, number) => `person-${number}@example.com`);
const bareKey = createSecretKey(randomBytes(32));

function bareSeal(text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", bareKey, nonce);
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function bareOpen(sealed: Buffer): string {
  const cipher = createDecipheriv("aes-256-gcm", bareKey, sealed.subarray(0, 12));
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString();
}

const bare = addresses.map(bareSeal);
const stored = addresses.map((address) => {
  const key = newPersonKey(randomUUID() as SubjectId);
  return {
    subject: key.subject,
    wrapped: wrapKey(key, masters.newest()),
    sealed: seal(key, "address", address),
  };
});

const each = async <Item>(items: readonly Item[], work: (item: Item) => unknown) => {
  for (const item of items) work(item);
};

report(
  "Opening an address, as a campaign does for each person it claims",
  "a second",
  await inTurn(5, {
    "bare AES-256-GCM, one key": () => rate(people, () => each(bare, bareOpen)),
    "licet: unwrap the person's key, then open": () =>
      rate(people, () =>
        each(stored, ({ subject, wrapped, sealed }) =>
          open(unwrapKey(subject, wrapped, masters), "address", sealed),
        ),
      ),
  }),
);
report(
  "Sealing an address, as the first fact about a person does",
  "a second",
  await inTurn(5, {
    "bare AES-256-GCM, one key": () => rate(people, () => each(addresses, bareSeal)),
    "licet: make a key, wrap it, seal": () =>
      rate(people, () =>
        each(stored, ({ subject }) => {
          const key = newPersonKey(subject);
          wrapKey(key, masters.newest());
          return seal(key, "address", "person@example.com");
        }),
      ),
  }),
);

const person = newPersonKey(randomUUID() as SubjectId);
const told = addresses.map((address, number) => {
  const personal = { address, body: { method: "web-form" } };
  const id = `fact-${number}`;
  return { id, personal, sealed: sealFact(person, id, personal) };
});
const texts = told.map(({ personal }) => JSON.stringify(personal));
const bareTexts = texts.map(bareSeal);

report(
  "Sealing what is personal in a fact, as every fact that is told by address does",
  "a second",
  await inTurn(5, {
    "bare AES-256-GCM, one key": () => rate(people, () => each(texts, bareSeal)),
    "licet: a key of its own, committed to": () =>
      rate(people, () => each(told, ({ id, personal }) => sealFact(person, id, personal))),
  }),
);
report(
  "Opening it",
  "a second",
  await inTurn(5, {
    "bare AES-256-GCM, one key": () =>
      rate(people, () => each(bareTexts, (text) => JSON.parse(bareOpen(text)))),
    "licet: a key of its own, committed to": () =>
      rate(people, () => each(told, ({ id, sealed }) => openFact(person, id, sealed))),
  }),
);
