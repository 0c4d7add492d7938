// Rights, from the page: what a person may see, take, correct, restrict, object to and erase, once the mailbox has spoken.
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { holdPerson } from "../../src/app/retention/hold.ts";
import { listCases } from "../../src/app/rights/list-cases.ts";
import type { Instant } from "../../src/core/instant.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { signLinkToken } from "../../src/mail/tokens.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import { onRecord, subjectOf, tokenIn, type Visitor, verdictOf, visitor, wayOutToken } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world, { networkAddress: "203.0.113.77", userAgent: "Her-Browser/7" });
});
beforeEach(async () => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.com`;
  await tell(world, email, goodConsent());
});
afterAll(() => world.close());

async function ask(address: string) {
  return ana.post("/r?lang=en", { token: tokenIn((await ana.get("/r?lang=en")).page), email: address });
}
async function lettersTo(address: string) {
  while ((await deliverOutbox(world)) > 0);
  const letters = world.caught.filter(({ forwardPath }) => forwardPath === address);
  return Promise.all(letters.map(({ raw }) => readMail(raw)));
}
/** The page, by the link in the newest mail. */
async function link(): Promise<string> {
  await ask(email);
  const texts = (await lettersTo(email)).map(({ text }) => text ?? "");
  const links = texts.map((text) => /http:\/\/127\.0\.0\.1:4000(\/r\/[\w-]+\?lang=\w+)/.exec(text)?.[1]);
  return links.findLast((path) => path !== undefined) ?? "no link";
}
async function press(path: string, act: string, fields: Record<string, string> = {}) {
  return ana.post(path, { token: tokenIn((await ana.get(path)).page), act, ...fields });
}
async function query(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query(sql, values);
  await client.end();
  return rows;
}
const types = async () => (await onRecord(world, email)).map(({ type }) => type);

describe("the way to the page", () => {
  test("is a mail of the last day to the mailbox; the foot of an old mail does not do", async () => {
    const path = await link();
    expect((await ana.get(path)).page).toContain("Your data");
    const campaign = await sendCampaign(world);
    const wayOut = wayOutToken(world, email, campaign);
    expect((await ana.get(`/r/${wayOut}`)).status).toBe(400);
    world.setClock("2026-11-24T10:30:00Z");
    const { status, page } = await ana.get(path);
    expect(status).toBe(410);
    expect(page).toContain("This link has ended");
    expect((await press(path, "erase-now")).status).toBe(410);
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test("a link to one's choices does not open it, nor the other way round", async () => {
    const expiresAt = (world.clock.now() + 1000) as Instant;
    const token = (page: "rights" | "preferences") =>
      signLinkToken({ subject: subjectOf(world, email), page, expiresAt }, world.secrets.tokenKey);
    expect((await ana.get(`/r/${token("preferences")}`)).status).toBe(400);
    expect((await ana.get(`/p/${token("rights")}`)).status).toBe(400);
  });

  test("the answer is the same for a stranger, who is told by mail that nothing is held; then the address is gone", async () => {
    const known = await ask(email);
    const stranger = `Stranger-${number}@example.net`;
    expect((await ask(stranger)).page).toBe(known.page);
    const subject = subjectOf(world, stranger);
    expect(await query("select * from partings where subject_id = $1", [subject])).toHaveLength(1);
    const [mail] = await lettersTo(stranger);
    expect(mail?.subject).toContain("Nothing is held about you");
    expect(await query("select * from partings where subject_id = $1", [subject])).toEqual([]);
    expect((await world.store.people.find([subject])).get(subject)?.address).toBeNull();
    expect(await query("select * from vault where subject_id = $1", [subject])).toEqual([]);
    expect((await world.store.people.facts(subject)).map(({ type }) => type)).toEqual(["link.requested"]);
  });

  test("a GET changes nothing, and a press without the page's token neither", async () => {
    const path = await link();
    const before = await types();
    await ana.get(path);
    for (const token of ["", "x"])
      expect((await ana.post(path, { token, act: "erase-now" })).status).toBe(422);
    expect(await types()).toEqual(before);
  });
});

describe("what is held", () => {
  /** Tables that say something of a person; a new one fails here until it is exported. */
  const ofPeople = `select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'subject_id' order by table_name`;

  test("is handed out whole: every row and column of every table that knows the person", async () => {
    await sendCampaign(world);
    await ana.send("sign-up", { email, country: "ES", box: ["email-tracking"] });
    await holdPerson(world, parseAddress(email)!, { reason: "claim 17/2026", by: "legal" });
    const path = await link();
    const { headers, page } = await press(path, "json");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="2026-11-23-data.json"$/);
    const held = JSON.parse(page);
    const schema = JSON.parse(readFileSync("schema/held-data.schema.json", "utf8"));
    expect(z.fromJSONSchema(schema).safeParse(held).error).toBeUndefined();
    expect(Object.keys(held.tables).toSorted()).toEqual(
      (await query(ofPeople)).map(({ table_name }) => table_name),
    );
    const subject = subjectOf(world, email);
    let rowsSeen = 0;
    for (const table of Object.keys(held.tables)) {
      // In one order; what was put on record for this very download is in it too.
      const rows = await query(`select to_jsonb(t) as row from ${table} t where subject_id = $1`, [subject]);
      expect([table, held.tables[table].length]).toEqual([table, rows.length]);
      const exported = new Set(held.tables[table].flatMap((row: object) => Object.keys(row)));
      for (const { row } of rows)
        for (const column of Object.keys(row as object)) {
          const name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
          // The one thing that is kept back: it would open what is sealed.
          if (name !== "wrappedKey")
            expect([table, [...exported]]).toEqual([table, expect.arrayContaining([name])]);
        }
      rowsSeen += rows.length;
    }
    expect(rowsSeen).toBeGreaterThan(10);
    expect(held.tables.subjects[0].address).toBe(email);
    expect(held.tables.facts.map(({ factId }: { factId: string }) => factId)).toContain("consent");
    expect(held.tables.connections[0].sealed).toMatchObject({ networkAddress: "203.0.113.77" });
    expect(held.tables.deliveries[0]).toMatchObject({
      state: "sent",
      basis: "consent",
      messageSubject: "Spring",
    });
    expect(page).not.toContain("wrapped");
  });

  test("is a PDF too, and each download is a request that was answered, told by mail; pressed twice, it is one", async () => {
    const path = await link();
    const token = tokenIn((await ana.get(path)).page);
    for (let press = 0; press < 2; press++) {
      const { headers, page } = await ana.post(path, { token, act: "pdf" });
      expect(headers.get("content-type")).toBe("application/pdf");
      expect(page.slice(0, 5)).toBe("%PDF-");
    }
    expect((await types()).filter((type) => String(type).startsWith("rights."))).toEqual([
      "rights.requested",
      "rights.answered",
    ]);
    expect((await lettersTo(email)).at(-1)?.text).toContain("to know what is held about you");
  });
});

describe("what can be done at once", () => {
  test("is corrected: language, country and date of birth", async () => {
    await press(await link(), "correct", { language: "fr", country: "BE", birthDate: "1980-02-29" });
    const person = (await world.store.people.find([subjectOf(world, email)])).get(subjectOf(world, email));
    expect(person).toMatchObject({ language: "fr", recipient: { country: "BE", birthDate: 19800229 } });
  });

  test("a date that does not exist changes nothing and is said", async () => {
    const { status, page } = await press(await link(), "correct", { country: "FR", birthDate: "1980-02-30" });
    expect(status).toBe(422);
    expect(page).toContain("was not understood");
    const person = (await world.store.people.find([subjectOf(world, email)])).get(subjectOf(world, email));
    expect(person?.recipient).toMatchObject({ country: "ES" });
  });

  test("is restricted with its ground, and lifted again", async () => {
    const path = await link();
    await press(path, "restrict", { ground: "accuracy" });
    expect(await verdictOf(world, email, "newsletter")).toBe("restricted");
    expect(await onRecord(world, email)).toContainEqual(
      expect.objectContaining({ type: "rights.requested", right: "restriction", ground: "accuracy" }),
    );
    world.setClock("2026-11-23T10:05:00Z");
    await press(path, "lift");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test("is objected to", async () => {
    await press(await link(), "object");
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
  });
});

describe("what somebody has to read", () => {
  test("waits for the controller, with the month, and is told by mail; without words nothing is sent", async () => {
    const path = await link();
    expect((await press(path, "other")).status).toBe(422);
    expect((await press(path, "other", { words: "Send it on paper to my mother." })).page).toContain(
      "on record",
    );
    await press(path, "object-words", { words: "My situation is …" });
    const cases = (await listCases(world, "open")).filter(
      ({ subject }) => subject === subjectOf(world, email),
    );
    expect(cases).toMatchObject([
      { right: "other", via: "page", words: "Send it on paper to my mother." },
      { right: "objection", via: "page" },
    ]);
    expect((await lettersTo(email)).at(-1)?.text).toContain("You will have our answer by 23 December 2026");
    const stored = await query("select body::text, sealed from facts where subject_id = $1", [
      subjectOf(world, email),
    ]);
    expect(JSON.stringify(stored)).not.toContain("my mother");
  });

  test("what was typed on a page that was open too long is not lost", async () => {
    const path = await link();
    const { page } = await ana.post(path, { token: "old", act: "other", words: "a long <letter>" });
    expect(page).toContain("a long &lt;letter&gt;</textarea>");
  });
});

describe("erasure", () => {
  test("waits for the controller under a legal hold, and ends the mail all the same", async () => {
    await holdPerson(world, parseAddress(email)!, { reason: "claim 17/2026", by: "legal" });
    const path = await link();
    const sure = await press(path, "erase");
    const pressed = await ana.post(path, { token: tokenIn(sure.page), act: "erase-now" });
    expect(pressed.page).not.toContain("You are erased");
    expect(await verdictOf(world, email, "newsletter")).toBe("objected");
    expect((await listCases(world, "open")).filter(({ right }) => right === "erasure")).toMatchObject([
      { subject: subjectOf(world, email), answered: null },
    ]);
    expect((await world.store.people.find([subjectOf(world, email)])).size).toBe(1);
    expect(await types()).not.toContain("subject.erased");
  });

  test("takes two steps, says what stays, and one last mail; then the address is nowhere", async () => {
    const path = await link();
    const first = await press(path, "erase");
    expect(first.page).toContain("GDPR 17(3)(e)");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    const done = await ana.post(path, { token: tokenIn(first.page), act: "erase-now" });
    expect(done.page).toContain("You are erased");
    const subject = subjectOf(world, email);
    expect(await query("select * from vault where subject_id = $1", [subject])).toEqual([]);
    expect(await query("select * from partings where subject_id = $1", [subject])).toHaveLength(1);

    world.caught.length = 0;
    const [mail] = await lettersTo(email);
    expect(mail?.text).toContain("has erased all that was personal about you");
    expect(mail?.text).toContain("GDPR 17(3)(b)");
    expect(await query("select * from partings where subject_id = $1", [subject])).toEqual([]);
    expect(await query("select address from subjects where subject_id = $1", [subject])).toEqual([
      { address: null },
    ]);
    // The case stays, and shows that it was answered in time.
    expect(
      (await onRecord(world, email)).filter(({ type }) => String(type).startsWith("rights.")),
    ).toMatchObject([{ right: "erasure" }, { outcome: "granted" }]);
    const gone = await ana.get(path);
    expect(gone.status).toBe(410);
    expect((await ana.post(path, { token: tokenIn(first.page), act: "erase-now" })).status).toBe(410);
    world.setClock("2026-11-23T10:20:00Z");
    await ask(email);
    expect((await lettersTo(email)).at(-1)?.text).toContain("has been erased");
  });

  test("told again by another system meanwhile, the last mail is still sent", async () => {
    const path = await link();
    const first = await press(path, "erase");
    await ana.post(path, { token: tokenIn(first.page), act: "erase-now" });
    world.setClock("2026-11-23T10:00:01Z");
    await tell(world, email, { id: "again", type: "subject.erased", at: "2026-11-23T10:00:01Z" });
    world.caught.length = 0;
    expect(await lettersTo(email)).toHaveLength(1);
  });

  test("while the relay is away, the address is kept sealed and no longer than the mail is tried", async () => {
    const away = await makeWorld({
      at: "2026-11-23T10:00:00Z",
      post: {
        name: "away",
        width: 1,
        deliver: async () => ({ kind: "unreachable", reply: "away" }),
        close: async () => {},
      },
    });
    const her = visitor(away);
    await tell(away, "away@example.com", goodConsent());
    const subject = subjectOf(away, "away@example.com");
    const expiresAt = (away.clock.now() + 3_600_000) as Instant;
    const path = `/r/${signLinkToken({ subject, page: "rights", expiresAt }, away.secrets.tokenKey)}`;
    await her.post(path, { token: tokenIn((await her.get(path)).page), act: "erase-now" });
    const partings = async () => {
      const client = new pg.Client({ connectionString: away.databaseUrl });
      await client.connect();
      const { rows } = await client.query("select * from partings");
      await client.end();
      return rows;
    };
    await deliverOutbox(away);
    expect(await partings()).toHaveLength(1);
    expect(JSON.stringify(await partings())).not.toContain("away@");
    away.setClock("2026-11-25T10:00:01Z");
    await deliverOutbox(away);
    expect(await partings()).toEqual([]);
    await away.close();
  });
});

test("every mail about rights cites a request that is in the ledger: the audit finds nothing wrong", async () => {
  await lettersTo(email);
  expect(await query("select kind from outbox where state = 'sent' and evidence = '{}'")).toEqual([]);
  expect(await world.store.log.unproved()).toBeNull();
});
