// Going over to a new master key: everybody can be read before, meanwhile and after, and nothing stays under the old one.
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SpooledMail } from "../../src/app/gate/gate-table.ts";
import { rewrapKeys } from "../../src/app/keys/rewrap-keys.ts";
import { askForLink } from "../../src/app/messages/ask-for-link.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { openStore } from "../../src/store/store.ts";
import { address, goodConsent, subjectOf, tell, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const worldKey = "4d".repeat(32);
const newKey = "7e".repeat(32);
const newer = openMasterKeys(() => newKey).newest();
let world: TestWorld;
/** The keys as a rotation lays them down: the new one in front of that of the world. */
let text: string;

beforeEach(async () => {
  text = worldKey;
  world = await makeWorld({ masterKeys: () => text });
  await tellMany(world, 1200);
});
afterEach(() => world.close());

async function keyIds(): Promise<Record<string, number>> {
  const client = new pg.Client(world.databaseUrl);
  await client.connect();
  const { rows } = await client.query("select key_id, count(*)::int as n from vault group by 1");
  await client.end();
  return Object.fromEntries(rows.map(({ key_id, n }) => [key_id, n]));
}

const known = async (email: string) => {
  const subject = subjectOf(world, email);
  return (await world.store.people.find([subject])).get(subject)?.address;
};

test("a running process reads and records people all the while, and every key ends under the new one", async () => {
  text = `${newKey}\n${worldKey}`;
  const steps: number[] = [];
  const meanwhile = Array.from({ length: 20 }, (_, number) =>
    tell(world, `meanwhile-${number}@example.com`, goodConsent()),
  );
  const { rewrapped } = await rewrapKeys(world, newer.id, ({ seen }) => steps.push(seen));
  await Promise.all(meanwhile);
  await tell(world, "after@example.com", goodConsent());

  expect(steps.length).toBeGreaterThan(1);
  expect(rewrapped).toBeGreaterThanOrEqual(1200);
  expect(await keyIds()).toEqual({ [newer.id]: 1221 });
  for (const email of [address(0), address(1199), "meanwhile-7@example.com", "after@example.com"])
    expect(await known(email)).toBe(email);
});

test("the new key alone opens everything afterwards, and the old one nothing", async () => {
  text = `${newKey}\n${worldKey}`;
  await rewrapKeys(world, newer.id);
  const open = (hex: string) =>
    openStore(
      world.databaseUrl,
      world.secrets.fingerprint,
      openMasterKeys(() => hex),
    );
  await expect(open(worldKey)).rejects.toMatchObject({ code: "master-key-missing" });
  const store = await open(newKey);
  const [first] = await store.people.page(null, 1);
  await store.close();
  expect(first?.address).toMatch(/@example\.com$/);
});

test("an address that is kept for one mail alone is opened by the new key", async () => {
  const stranger = parseAddress("stranger@example.net") ?? expect.fail("not an address");
  await askForLink(world, stranger, "rights", "en");
  text = `${newKey}\n${worldKey}`;
  await rewrapKeys(world, newer.id);
  text = newKey;
  const store = await openStore(
    world.databaseUrl,
    world.secrets.fingerprint,
    openMasterKeys(() => newKey),
  );
  expect((await store.rights.holdings(subjectOf(world, stranger.typed)))?.partings).toMatchObject([
    { keyId: newer.id, sealed: { address: "stranger@example.net" } },
  ]);
  await store.close();
});

test("a mail that the gate took before, and one that it takes after, are opened by the new key", async () => {
  const [before, after] = [spooled(), spooled()];
  await world.store.gate.take({ spool: [before], mails: [], verdicts: [] });
  text = `${newKey}\n${worldKey}`;
  await rewrapKeys(world, newer.id);
  await world.store.gate.take({ spool: [after], mails: [], verdicts: [] });
  text = newKey;
  const store = await openStore(
    world.databaseUrl,
    world.secrets.fingerprint,
    openMasterKeys(() => newKey),
  );
  for (const mail of [before, after]) expect(await store.gate.spooled(mail.id)).toEqual(mail);
  await store.close();
});

test("cut off in the middle, it goes on where it is run again", async () => {
  text = `${newKey}\n${worldKey}`;
  const crash = new Error("crash");
  await expect(
    rewrapKeys(world, newer.id, () => {
      throw crash;
    }),
  ).rejects.toBe(crash);
  expect(Object.keys(await keyIds())).toHaveLength(2);
  expect(await known(address(1))).toBe(address(1));
  const { seen, rewrapped } = await rewrapKeys(world, newer.id);
  expect({ seen, rewrapped }).toEqual({ seen: 1200, rewrapped: 200 });
  expect(await keyIds()).toEqual({ [newer.id]: 1200 });
});

function spooled(): SpooledMail {
  return {
    id: world.ids.next(),
    raw: Buffer.from("Subject: Boots\r\n\r\nNew shoes.\r\n"),
    ...{ reversePath: "hola@lunaria.example", envid: null, ret: null, recipients: {} },
    createdAt: world.clock.now(),
  };
}
