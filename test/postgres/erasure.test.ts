// After an erasure nothing holds the address: no table, no file of the data folder. What bars the person stays.
import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { parseFact } from "../../src/core/facts.ts";
import { foldFacts } from "../../src/core/standing.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { type Place, place, repository } from "../cli/run.ts";
import { sendCampaign } from "../http/campaign.ts";
import { confirmationPath, onRecord, subjectOf, tokenIn, verdictOf, visitor } from "../http/visitor.ts";
import { freePort } from "../support/free-port.ts";
import { needs } from "../support/needs.ts";
import { type Body, goodConsent, tell } from "../support/people.ts";
import { emptyDatabase, makeWorld, type TestWorld } from "../support/world.ts";

const addressOf = (email: string) => parseAddress(email) ?? expect.fail("not an address");

/** Every row of every table, as text. */
async function dump(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
  const tables: string[] = [];
  for (const { tablename } of rows) {
    const found = await client.query(`select t::text as row from ${tablename} t`);
    tables.push(tablename, ...found.rows.map(({ row }) => row));
  }
  await client.end();
  return tables.join("\n").toLowerCase();
}

/** Whether a text in lower case holds the word, as it is, in base64 or in hex. */
function holds(text: string, word: string): boolean {
  const bytes = Buffer.from(word);
  // Whatever comes before it moves base64 by a character or two; the middle of each way is always there.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${"-".repeat(shift)}${word}`)
      .toString("base64")
      .slice(4, -4)
      .toLowerCase(),
  );
  return [word.toLowerCase(), bytes.toString("hex"), ...base64].some((form) => text.includes(form));
}

/** The files below a folder that hold the word, in whichever case. */
function filesHolding(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holds(readFileSync(file, "latin1").toLowerCase(), word));
}

describe("a person who is erased", () => {
  let world: TestWorld;
  const email = "Erased.Person@example.com";
  const history: readonly Body[] = [
    goodConsent(),
    {
      id: "sale",
      type: "sale.concluded",
      at: "2026-11-02T10:00:00Z",
      reference: "ORDER-4711",
      remark: "left with the neighbour",
    },
    {
      id: "guardian",
      type: "guardian.consented",
      at: "2026-11-03T10:00:00Z",
      evidence: "letter of her mother",
    },
    { id: "click", type: "activity.observed", at: "2026-11-04T10:00:00Z", kind: "click" },
  ];
  const tellAll = () => tell(world, email, ...history);
  const from = { networkAddress: "203.0.113.77", userAgent: "Her-Browser/7.4711" };

  beforeAll(async () => {
    world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
    await tellAll();
    const visited = visitor(world, from);
    await visited.send("sign-up", { email, country: "BE", box: ["newsletter"] });
    await deliverOutbox(world);
    await sendCampaign(world);
    for (const letter of world.caught)
      await world.store.mailbox.add({
        ...letter,
        subject: subjectOf(world, letter.forwardPath),
        receivedAt: world.clock.now(),
      });
    await visited.send("catalogue", { email });
    world.setClock("2026-11-23T13:00:00Z");
  });
  afterAll(() => world.close());

  test("was written to and is known word for word while the key lives", async () => {
    expect(world.caught.length).toBeGreaterThan(0);
    expect(await world.store.mailbox.list({ before: null, to: subjectOf(world, email) }, 9)).not.toEqual([]);
    const found = await onRecord(world, email);
    for (const fact of history) expect(found).toContainEqual(fact);
    expect(
      (await world.store.people.find([subjectOf(world, email)])).get(subjectOf(world, email)),
    ).toMatchObject({
      address: email,
      recipient: { country: "ES", kind: "natural" },
    });
  });

  test("stands in no table even before: what is personal is sealed, where she came from too", async () => {
    const tables = await dump(world.databaseUrl);
    for (const word of ["erased.person", "order-4711", "neighbour", "her mother", ...Object.values(from)])
      expect([word, holds(tables, word)]).toEqual([word, false]);
    const held = await world.store.people.connections(subjectOf(world, email));
    expect([...held.values()].map((connection) => connection.from)).toContainEqual(from);
  });

  test("leaves the skeleton of each act, and nothing that was personal", async () => {
    const before = await onRecord(world, email);
    const { facts } = await erase(world, addressOf(email), "command");
    const after = await onRecord(world, email);
    expect(facts).toBeGreaterThan(history.length);
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual({ id: "sale", type: "sale.concluded", at: "2026-11-02T10:00:00Z" });
    expect(after).toContainEqual({ id: "guardian", type: "guardian.consented", at: "2026-11-03T10:00:00Z" });
    expect(after).toContainEqual(
      expect.objectContaining({ id: "consent", clause: { hash: "sha256:ab", version: "1" } }),
    );
    const subject = subjectOf(world, email);
    expect((await world.store.people.find([subject])).get(subject)).toMatchObject({
      address: null,
      language: null,
      recipient: {},
    });
    expect(await world.store.mailbox.list({ before: null, to: subject }, 9)).toEqual([]);
    expect(await world.store.people.connections(subject)).toEqual(new Map());
    const tables = await dump(world.databaseUrl);
    expect(tables).toContain(subject);
    expect(tables).not.toContain("erased.person");
  });

  test("is not written to: not by a campaign, and not by what waited in the outbox", async () => {
    world.caught.length = 0;
    await deliverOutbox(world);
    await sendCampaign(world);
    expect(
      world.caught.filter(({ forwardPath }) => forwardPath.toLowerCase() === email.toLowerCase()),
    ).toEqual([]);
    expect(await verdictOf(world, email, "newsletter")).toBe("erased");
  });

  test("has a standing that is the fold of what stays", async () => {
    const subject = subjectOf(world, email);
    const stays = (await world.store.people.facts(subject)).filter(
      ({ type }) => type !== "subject.described",
    );
    const folded = foldFacts(
      stays.map(({ body }) => {
        const read = parseFact(body, "fact");
        return read.ok ? read.fact : expect.fail(read.problem);
      }),
    );
    const stored = (await world.store.people.find([subject])).get(subject)?.standing;
    expect(stored).toEqual(JSON.parse(JSON.stringify(folded)));
    const { purposes } = await explain(world, addressOf(email), "newsletter", world.clock.now());
    expect(purposes[0]?.verdict.code).toBe("erased");
  });

  test("does not come back by the same line, nor by old acts under new ids", async () => {
    const tables = await dump(world.databaseUrl);
    await tellAll();
    expect(await dump(world.databaseUrl)).toBe(tables);
    const again = history.map((fact) => ({ ...fact, id: `export-2-${fact.id}` }));
    await tell(world, email, ...again, {
      id: "contract",
      type: "contract.started",
      at: "2026-11-05T10:00:00Z",
      contract: "c-1",
      salutation: "Ms Person",
    });
    await tell(world, email, { ...goodConsent("later"), at: "2026-11-23T12:59:00Z" });
    const subject = subjectOf(world, email);
    expect((await world.store.people.find([subject])).get(subject)).toMatchObject({
      address: null,
      recipient: {},
    });
    expect(JSON.stringify(await onRecord(world, email))).not.toMatch(/ORDER-4711|Ms Person/);
    expect(await verdictOf(world, email, "newsletter")).toBe("erased");
  });

  test("may sign up again: a new key, and nothing of before", async () => {
    world.setClock("2026-11-23T14:00:00Z");
    const visited = visitor(world);
    world.caught.length = 0;
    await visited.send("sign-up", { email, country: "ES", box: ["newsletter"] });
    await deliverOutbox(world);
    const mail = world.caught.find(({ forwardPath }) => forwardPath === email);
    const text = mail?.raw.toString().replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
    const link = /\/c\/[\w.~-]+/.exec(text)?.[0] ?? "";
    expect(link).not.toBe("");
    expect((await visited.get(link)).status).toBe(200);
    expect(await verdictOf(world, email, "newsletter")).not.toBe("consent");
    await visited.post(link);
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    const subject = subjectOf(world, email);
    expect((await world.store.people.find([subject])).get(subject)?.address).toBe(email);
    expect(JSON.stringify(await onRecord(world, email))).not.toContain("ORDER-4711");
  });
});

describe("the data folder of a real server", () => {
  const email = "Grep.Me.Not@example.com";
  let url: string;
  let here: Place;
  let server: ChildProcess;
  /** All that the server printed. */
  let said = "";
  const from = { "x-forwarded-for": "203.0.113.77", "user-agent": "Her-Browser/7.4711" };
  const traces = ["grep.me.not", ...Object.values(from)];

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    here = place({ LICET_PORT: String(port), LICET_TRUSTED_PROXIES: "127.0.0.1" });
    await here.licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
    server = here.start("start");
    for (const stream of [server.stdout, server.stderr])
      stream?.on("data", (text) => {
        said += String(text).toLowerCase();
      });
    while (!(await fetch(`${url}/healthz`).catch(() => null))?.ok) await sleep(50);
  }, 60_000);
  afterAll(async () => {
    server.kill("SIGINT");
    await once(server, "close");
    rmSync(here.folder, { recursive: true, force: true });
  });

  const post = (path: string, fields: Record<string, string>) =>
    fetch(url + path, { method: "POST", body: new URLSearchParams(fields), headers: from });
  const page = async (path: string) => (await fetch(url + path)).text();

  /** All that is in memory goes to disk. */
  async function checkpoint(): Promise<void> {
    const { port, password } = JSON.parse(readFileSync(join(here.folder, ".licet", "postgres.json"), "utf8"));
    const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
    await client.connect();
    await client.query("checkpoint");
    await client.end();
  }

  /** Fills in the form, waits for the mail in the built-in mailbox, and presses the button that it leads to. */
  async function signUp(): Promise<void> {
    const token = tokenIn(await page("/f/sign-up"));
    expect((await post("/f/sign-up", { token, email, country: "ES", box: "newsletter" })).status).toBe(200);
    let mail: string | undefined;
    for (let tries = 0; tries < 200 && !mail; tries += 1) {
      await sleep(50);
      mail = /href="(\/mailbox\/\d+)"/.exec(await page(`/mailbox?to=${encodeURIComponent(email)}`))?.[1];
    }
    const link = /\/c\/[\w.~-]+/.exec(await page(`${mail}/body`))?.[0] ?? expect.fail("no mail");
    expect((await post(link, { token: tokenIn(await page(link)) })).status).toBe(200);
  }

  /** As `licet verify` finds it, once everything is in the log. */
  async function soundAfterAll(): Promise<unknown> {
    for (;;) {
      const [audit] = (await here.licet("verify", "--json")).json();
      if (!audit?.sound || (audit.waiting as { facts: number }).facts === 0) return audit;
    }
  }

  const explained = async () => {
    const { json, status, stderr } = await here.licet("explain", email, "--purpose", "newsletter", "--json");
    return { status, stderr, ...json()[0] } as Record<string, unknown>;
  };

  test("goes over to a new master key while it serves", { timeout: 60_000 }, async () => {
    const file = join(here.folder, ".licet", "master-key");
    const before = readFileSync(file, "utf8");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(before).not.toBe(readFileSync(join(here.folder, ".licet", "secret"), "utf8"));
    await here.feed(
      `${JSON.stringify({ email: "before@example.com", facts: [goodConsent()] })}\n`,
      "record",
      "-",
    );
    const rotated = await here.licet("keys", "rotate", "--json");
    expect(rotated).toMatchObject({ status: 0 });
    expect(rotated.json()[0]).toMatchObject({ keys: 1, rewrapped: 1 });
    expect(readFileSync(file, "utf8")).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(file, "utf8")).not.toBe(before);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("holds the address in no file: not while the person is there, and not after", {
    timeout: 120_000,
  }, async () => {
    await signUp();
    const line = {
      email,
      recipient: { birthDate: "1980-01-01" },
      facts: [{ ...goodConsent("told"), note: "Grep.Me.Not" }],
    };
    const told = () => here.feed(`${JSON.stringify(line)}\n`, "record", "-", "--json");
    expect((await told()).json()[0]).toMatchObject({ recorded: 1 });
    expect(await explained()).toMatchObject({ outcome: "permit", basis: "consent" });
    expect(JSON.stringify(await explained())).toContain('"networkAddress":"203.0.113.77"');

    const erased = await here.licet("erase", email, "--yes", "--json");
    expect(erased.status).toBe(0);
    const [{ subject } = { subject: "" }] = erased.json() as { subject: string }[];
    await checkpoint();
    const folder = join(here.folder, ".licet");
    // The search works: the word of the act is found, in the very files that hold what was told of the person.
    expect(filesHolding(folder, "subject.erased")).not.toEqual([]);
    for (const trace of traces) expect([trace, filesHolding(folder, trace)]).toEqual([trace, []]);

    expect((await told()).json()[0]).toMatchObject({ recorded: 0, unchanged: 1, refused: 0 });
    expect(await explained()).toMatchObject({ outcome: "refusal", code: "erased" });
    expect(await page(`/mailbox?to=${encodeURIComponent(email)}`)).not.toContain("/mailbox/1");
    expect((await here.licet("erase", "nobody@example.com", "--yes")).stderr).toContain(
      "nobody with this address",
    );

    await checkpoint();
    for (const trace of [...traces, "1980-01-01"])
      expect([trace, filesHolding(folder, trace)]).toEqual([trace, []]);
    expect(said).toContain("ctrl-c");
    for (const trace of traces) expect([trace, holds(said, trace)]).toEqual([trace, false]);
    expect(await soundAfterAll()).toMatchObject({ sound: true, couldLiftBars: false });
    expect(subject).toMatch(/^[0-9a-f-]{36}$/);
  });
});

needs("postgresql-15").describe("a dump made after an erasure", (server) => {
  const email = "Dumped.Person@example.com";
  const from = { networkAddress: "203.0.113.77", userAgent: "Her-Browser/7.4711" };
  const bin = "/usr/lib/postgresql/15/bin";
  let world: TestWorld;
  beforeAll(async () => {
    world = await makeWorld({ databaseUrl: await emptyDatabase(server) });
  });
  afterAll(() => world.close());

  /** All that `pg_dump` writes, as an operator's backup has it. */
  const backup = () =>
    execFileSync(`${bin}/pg_dump`, [world.databaseUrl], { encoding: "utf8", maxBuffer: 1e9 }).toLowerCase();

  test("holds neither the address nor where the person came from; restored, it bars her still", async () => {
    const person = visitor(world, from);
    await person.send("sign-up", { email, country: "DE", box: ["newsletter"] });
    await person.post(await confirmationPath(world, email));
    await tell(world, email, { ...goodConsent("told"), remark: "left with the neighbour" });
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    await erase(world, addressOf(email), "command");
    await sequence(world);

    const dumped = backup();
    expect(dumped).toContain("subject.erased");
    expect(dumped).toContain(subjectOf(world, email));
    for (const word of ["dumped.person", "neighbour", ...Object.values(from)])
      expect([word, holds(dumped, word)]).toEqual([word, false]);

    const restored = await emptyDatabase(server);
    execFileSync(`${bin}/psql`, ["-q", "-v", "ON_ERROR_STOP=1", "-d", restored], {
      input: execFileSync(`${bin}/pg_dump`, [world.databaseUrl]),
      stdio: ["pipe", "ignore", "inherit"],
    });
    const again = await makeWorld({ databaseUrl: restored, setup: false });
    expect((await verifyLog(again)).fault).toBeNull();
    await tell(again, email, goodConsent("told"));
    expect(await verdictOf(again, email, "newsletter")).toBe("erased");
    await again.close();
  });
});
