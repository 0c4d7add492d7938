// Taking lists over: what is proved counts, what is claimed does not, and nobody who has left comes back.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { recordIn } from "../../src/app/consent/record-in.ts";
import { noMapping, readMappingFile } from "../../src/app/imports/claims.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { undoImport } from "../../src/app/imports/undo-import.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { address, goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { workbook } from "./files.ts";
import { fixture, type Imported, importFile, newsletter } from "./world-import.ts";

let world: TestWorld;
beforeEach(async () => {
  await world?.close();
  world = await makeWorld({ at: "2026-11-25T12:00:00Z" });
});
afterAll(() => world.close());

const evidence = [
  { name: "footer.txt", hash: "aa".repeat(32), sizeBytes: 120 },
  { name: "privacy.pdf", hash: "bb".repeat(32), sizeBytes: 4000 },
  { name: "checkout.png", hash: "cc".repeat(32), sizeBytes: 90_000 },
];
const claimed = readMappingFile(`
consents:
  - purpose: newsletter
    wording: footer.txt
    notice: privacy.pdf
    withdrawalStated: true
    version: "2025-01"
sales: { checkout: checkout.png, version: "7", optOutOffered: true, category: shoes }
`);
/** `CC` is where a network address was; a test may take it for the residence. */
const resident = { said: { CC: "country" } } as const;
const proof = { file: claimed, evidence, declaredBy: "Inés Ortega", text: "This is the form that they saw." };
const list = (...rows: string[]) =>
  ["email,consent,left,country", ...rows.map((row) => `${row},ES`)].join("\n");
const columns = { email: "email", consent: "consentAt", left: "stopped", country: "country" } as const;
const mapped = { said: columns };

describe("what people saw", () => {
  test("counts where the words are attached and somebody answers for it, and only for acts that have a date", async () => {
    const imported = await importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident });
    expect(newsletter(imported)).toEqual({
      "ana@example.com": "proven consent",
      "bea@example.org": "proven consent",
      "carl@example.net": "ask no-basis",
      "dora@example.com": "ask consent-decayed",
      "eve@example.com": "proven consent",
    });
    const [found] = await world.store.imports.list();
    expect(found).toMatchObject({ id: imported.id, declared: { declaredBy: "Inés Ortega", evidence } });
    const facts = await world.store.people.facts(subjectOf(world, "ana@example.com"));
    expect(facts.map(({ source }) => source)).toEqual(facts.map(() => `import:${imported.id}`));
    expect(facts.find(({ type }) => type === "consent.given")?.body).toMatchObject({
      clause: { hash: `sha256:${"aa".repeat(32)}`, version: "2025-01" },
      doubleOptIn: true,
    });
    expect((await verifyLog(world)).fault).toBeNull();
  });

  test("is no claim without a file, and nobody's without a name", async () => {
    const some = fixture("mailchimp-subscribed.csv");
    await expect(importFile(world, some, { ...proof, evidence: [] })).rejects.toMatchObject({
      code: "evidence-missing",
    });
    await expect(importFile(world, some, { ...proof, declaredBy: null })).rejects.toMatchObject({
      code: "declaration-missing",
    });
    expect(await world.store.people.count()).toBe(0);
  });

  test("makes customers of those who bought, until a day, and not of those who bought long ago or never", async () => {
    const imported = await importFile(world, fixture("woocommerce.csv"), proof);
    expect(newsletter(imported)).toEqual({
      "ana@example.com": "customer soft-opt-in",
      "leo@example.com": "ask no-basis",
      "mia@example.com": "ask no-basis",
      "noa@example.com": "ask soft-expired",
    });
  });

  test("a source that was bought opens nothing", async () => {
    const imported = await importFile(world, fixture("woocommerce.csv"), { ...proof, source: "bought" });
    expect(newsletter(imported)["ana@example.com"]).toBe("ask third-party-source");
  });

  test("a network address is kept beside the act for as long as its country allows, and an old one not at all", async () => {
    await importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident });
    const held = async (email: string) => [
      ...(await world.store.people.connections(subjectOf(world, email))).values(),
    ];
    expect(await held("dora@example.com")).toEqual([]);
    for (const { forgetAt } of await held("ana@example.com"))
      expect(forgetAt).toBeGreaterThan(world.clock.now());
  });
});

describe("nobody is revived", () => {
  const row = "ana@example.com,2026-11-01 10:00:00,";

  test("who withdrew, objected or complained, whatever the file says", async () => {
    const stops = [
      { id: "s", type: "consent.withdrawn", at: "2026-01-01T00:00:00Z", purpose: "newsletter" },
      { id: "s", type: "objection.raised", at: "2026-01-01T00:00:00Z", scope: "direct-marketing" },
      { id: "s", type: "complaint.received", at: "2026-01-01T00:00:00Z" },
    ];
    const codes = ["withdrawn", "objected", "complaint-as-objection"];
    for (const [nth, stop] of stops.entries())
      await tell(world, address(nth), goodConsent("c", "2025-11-01T10:00:00Z"), stop);
    const imported = await importFile(
      world,
      list(...stops.map((_, nth) => `${address(nth)},2026-11-01 10:00:00,`)),
      {
        ...proof,
        ...mapped,
      },
    );
    expect(newsletter(imported)).toEqual(
      Object.fromEntries(codes.map((code, nth) => [address(nth), `never ${code}`])),
    );
    expect(imported.tally).toMatchObject({ notRevived: 3, recorded: 0 });
  });

  test("who was erased: nothing of the row is kept", async () => {
    await tell(world, "ana@example.com", goodConsent());
    await erase(world, parseAddress("ana@example.com")!, "test");
    const imported = await importFile(world, list(row), { ...proof, ...mapped });
    expect(newsletter(imported)).toEqual({ "ana@example.com": "never erased" });
    expect(imported.tally.recorded).toBe(0);
    const subject = subjectOf(world, "ana@example.com");
    expect((await world.store.people.find([subject])).get(subject)?.address).toBeNull();
  });

  test.each([
    ["first", [`${row}`, "ANA@Example.com,2026-11-10 10:00:00,yes"]],
    ["last", ["ana@example.com,,yes", row]],
  ])(
    "of two rows about one person that contradict each other the one that stops wins, also where it comes %s",
    async (_, rows) => {
      const content = list(...rows, "leo@example.com,2026-11-01 10:00:00,");
      for (const dry of [{ dry: true as const }, {}]) {
        const imported = await importFile(world, content, { ...proof, ...mapped, ...dry });
        expect(newsletter(imported)).toMatchObject({
          "ana@example.com": "never objected",
          "leo@example.com": "proven consent",
        });
        expect(imported.tally.contradicting).toBe(1);
      }
    },
  );

  test("one address in several spellings is one person", async () => {
    const imported = await importFile(
      world,
      list("ana@bücher.example,,yes", "ANA@xn--bcher-kva.example,2026-11-01 10:00:00,"),
      {
        ...proof,
        ...mapped,
      },
    );
    expect(newsletter(imported)["ANA@xn--bcher-kva.example"]).toBe("never objected");
    expect(await world.store.people.count()).toBe(1);
  });

  test("who left by the time of an export has left, though an older import has a later consent", async () => {
    await importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident });
    const imported = await importFile(world, fixture("mailchimp-unsubscribed.csv"), {
      ...proof,
      ...resident,
    });
    expect(newsletter(imported)["EVE@EXAMPLE.COM"]).toBe("never objected");
  });

  test("who left, though two files come in at the same moment", async () => {
    const many = Array.from({ length: 4500 }, (_, nth) => address(nth));
    await Promise.all([
      importFile(world, list(...many.map((email) => `${email},2026-11-01 10:00:00,`)), {
        ...proof,
        ...mapped,
      }),
      importFile(world, ["email,left", ...many.map((email) => `${email},2026-10-01 10:00:00`)].join("\n"), {
        said: { email: "email", left: "stoppedAt" },
      }),
    ]);
    const permissions = await world.store.permissions.ofSubjects(
      many.map((email) => subjectOf(world, email)),
    );
    const asked = permissions.filter(({ purpose }) => purpose === "newsletter");
    expect(asked).toHaveLength(many.length);
    expect(asked.filter(({ verdict }) => verdict.outcome === "permit")).toEqual([]);
  });

  test("who comes, and has left, while their part is on its way", async () => {
    const other = new pg.Client({ connectionString: world.databaseUrl });
    await other.connect();
    const waits = async () => {
      const { rows } = await other.query("select from pg_locks where not granted");
      return rows.length > 0;
    };
    const read = readLine(
      {
        email: "ana@example.com",
        recipient: { country: "ES", kind: "natural" },
        facts: [
          { id: "no", type: "objection.raised", at: "2026-11-24T10:00:00Z", scope: "direct-marketing" },
        ],
      },
      "file",
    );
    if (!read.ok) throw new Error(read.problem);
    let importing: Promise<Imported> | undefined;
    await world.store.transaction(async (tables) => {
      await recordIn(world, tables, [read.entry]);
      // Of whom the import knows nothing, as long as this is not committed.
      importing = importFile(
        world,
        list("ana@example.com,2026-11-01 10:00:00,", "bea@example.com,2026-11-01 10:00:00,"),
        { ...proof, ...mapped },
      );
      importing.catch(() => {});
      await expect.poll(waits).toBe(true);
    });
    await other.end();
    const { tally, ...imported } = (await importing) as Imported;
    expect(newsletter({ tally, ...imported })).toEqual({
      "ana@example.com": "never objected",
      "bea@example.com": "proven consent",
    });
    expect(tally).toMatchObject({ rows: 2, notRevived: 1 });
    expect((await verifyLog(world)).fault).toBeNull();
  });

  test("for a purpose of which only a consent in the row speaks", async () => {
    const facts = (...told: object[]) => JSON.stringify(told).replaceAll('"', '""');
    const tracking = (id: string, at: string) => ({
      ...goodConsent(id, at),
      purpose: "email-tracking",
      purposes: ["email-tracking"],
    });
    await tell(world, "ana@example.com", goodConsent(), tracking("seen", "2026-10-01T10:00:00Z"), {
      id: "left",
      type: "consent.withdrawn",
      at: "2026-11-01T00:00:00Z",
      purpose: "email-tracking",
    });
    const later = facts(tracking("later", "2026-11-10T10:00:00Z"));
    const { tally } = await importFile(world, `email,facts\nana@example.com,"${later}"\n`);
    expect(tally.notRevived).toBe(1);
    expect(await decided("ana@example.com", "email-tracking")).toBe("withdrawn");
  });

  test("for a purpose that the list of those who left does not name", async () => {
    const file = readMappingFile(
      `consents: [{ purpose: email-tracking, wording: footer.txt, notice: privacy.pdf, withdrawalStated: true, version: "1" }]`,
    );
    const consents = list("ana@example.com,2026-11-01 10:00:00,");
    await importFile(world, consents, { ...proof, ...mapped, file, purposes: ["email-tracking"] });
    expect(await decided("ana@example.com", "email-tracking")).toBe("consent");
    await importFile(world, "email,left\nana@example.com,2026-10-01 10:00:00\n", {
      said: { email: "email", left: "stoppedAt" },
    });
    expect(await decided("ana@example.com", "email-tracking")).toBe("objected");
  });

  test("who left, though the word for their state is not known", async () => {
    const { refused } = await importFile(
      world,
      "email,status,unsubscribed\nana@example.com,archived,yes\nleo@example.com,active,\nbea@example.com,archived,\nkim@example.com,active,\n",
      {
        said: { email: "email", status: "state", unsubscribed: "stopped" },
        file: { ...noMapping, states: { active: "silent" } },
      },
    );
    expect(refused).toMatchObject([{ row: 4, code: "row-malformed" }]);
    expect(await decided("ana@example.com")).toBe("objected");
  });

  test("and of who has left, no address is kept that was not there", async () => {
    await importFile(world, list("ana@example.com,,yes"), mapped);
    const subject = subjectOf(world, "ana@example.com");
    expect((await world.store.people.find([subject])).get(subject)?.address).toBeNull();
  });

  test("a day that cannot be read makes nobody stay", async () => {
    const content = "email,left\nana@example.com,some time ago\n";
    const imported = await importFile(world, content, { said: { email: "email", left: "stoppedAt" } });
    expect(newsletter(imported)).toEqual({ "ana@example.com": "never objected" });
  });
});

test("a second step counts also where another row holds the first", async () => {
  const facts = (told: object) => JSON.stringify([told]).replaceAll('"', '""');
  const first = { ...goodConsent("first", "2026-11-01T10:00:00Z"), doubleOptIn: true };
  const second = {
    id: "second",
    type: "consent.confirmed",
    of: "first",
    by: "post",
    at: "2026-11-01T11:00:00Z",
  };
  const rows = [first, second].map((told) => `ana@example.com,"${facts(told)}"\n`);
  await importFile(world, `email,facts\n${rows.join("")}`);
  const told = await world.store.people.facts(subjectOf(world, "ana@example.com"));
  expect(told.map(({ type }) => type)).toEqual(["consent.given", "consent.confirmed"]);
});

describe("the same file again", () => {
  test("at the same moment is one import", async () => {
    const content = list(...Array.from({ length: 4500 }, (_, nth) => `${address(nth)},2026-11-01 10:00:00,`));
    const both = await Promise.all([
      importFile(world, content, { ...proof, ...mapped }),
      importFile(world, content, { ...proof, ...mapped }),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0].refused).toEqual([]);
    expect(await factCount()).toBe(both[0].tally.recorded + 4500);
  });

  test("changes nothing, and comes to the same", async () => {
    const once = await importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident });
    world.setClock("2026-11-25T13:00:00Z");
    const again = await importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident });
    expect(again).toEqual(once);
    // With what was described of each of the five.
    expect(await factCount()).toBe(once.tally.recorded + 5);
  });

  test("under another declaration is refused until the first is taken back", async () => {
    const { id } = await importFile(world, fixture("mailchimp-subscribed.csv"));
    await expect(
      importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident }),
    ).rejects.toMatchObject({
      code: "import-repeated",
      detail: `\`${id}\``,
    });
  });
});

describe("an import that is taken back", () => {
  const content = list(
    "ana@example.com,2026-11-01 10:00:00,",
    "leo@example.com,,yes",
    "bea@example.com,2026-11-01 10:00:00,",
  );
  test("opens nothing any more, and who has left stays gone", async () => {
    await tell(world, "bea@example.com", goodConsent());
    const { id } = await importFile(world, content, { ...proof, ...mapped });
    expect(await decided("ana@example.com")).toBe("consent");
    world.setClock("2026-11-25T12:10:00Z");
    const undone = await undoImport(world, id);
    expect(undone).toEqual({ retracted: 4, kept: 1 });
    expect(await decided("ana@example.com")).toBe("no-basis");
    expect(await decided("leo@example.com")).toBe("objected");
    // What she gave here by herself was not of the import.
    expect(await decided("bea@example.com")).toBe("consent");
    expect((await world.store.imports.list())[0]?.undoneAt).toBe(world.clock.now());
    const before = await factCount();
    expect(await undoImport(world, id)).toEqual(undone);
    expect(await factCount()).toBe(before);
    expect((await verifyLog(world)).fault).toBeNull();
  });

  test("can be imported again, and is another import then", async () => {
    const { id } = await importFile(world, content, mapped);
    await undoImport(world, id);
    world.setClock("2026-11-25T12:10:00Z");
    const again = await importFile(world, content, { ...proof, ...mapped });
    expect(again.id).not.toBe(id);
    expect(newsletter(again)).toEqual({
      "ana@example.com": "proven consent",
      "leo@example.com": "never objected",
      "bea@example.com": "proven consent",
    });
    expect(await decided("ana@example.com")).toBe("consent");
  });

  test("while it runs is not gone on with, and none of it stays", async () => {
    const many = list(...Array.from({ length: 5000 }, (_, nth) => `${address(nth)},2026-11-01 10:00:00,`));
    let undone: Promise<unknown> | null = null;
    const running = importFile(world, many, {
      ...proof,
      ...mapped,
      onPart: async (id) => {
        world.setClock("2026-11-25T12:10:00Z");
        undone ??= undoImport(world, id);
        // However fast the other parts are, the run is not over before this is heard.
        while ((await world.store.imports.find(id))?.undoingAt === null) await sleep(10);
      },
    });
    await expect(running).rejects.toMatchObject({ code: "import-undone" });
    await undone;
    const [one] = await world.store.imports.list();
    expect(one).toMatchObject({ finishedAt: null, undoneAt: world.clock.now() });
    for (let nth = 0; nth < 5000; nth += 100) expect(await decided(address(nth))).not.toBe("consent");
  });

  test("that never was is refused", async () => {
    await expect(undoImport(world, "01981d3e-7c4b-8d2a-9f00-3b1f6a2c4d5e")).rejects.toMatchObject({
      code: "import-unknown",
    });
  });
});

test("a declaration that is changed afterwards, or taken away, is found", async () => {
  const { id } = await importFile(world, fixture("mailchimp-subscribed.csv"), { ...proof, ...resident });
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await expect(owner.query("update imports set declared = '{}'")).rejects.toThrow("append-only");
  await expect(owner.query("truncate imports")).rejects.toThrow("append-only");
  await owner.query("alter table imports disable trigger user");
  const fault = { kind: "import-changed", words: `import:${id}` };
  const swapped = JSON.stringify([{ name: "footer.txt", hash: "ee".repeat(32), sizeBytes: 120 }]);
  await owner.query("update imports set declared = jsonb_set(declared, '{evidence}', $1)", [swapped]);
  expect((await verifyLog(world)).fault).toEqual(fault);
  await owner.query("delete from imports");
  expect((await verifyLog(world)).fault).toEqual(fault);
  await owner.end();
});

describe("a file that is not what it is taken for", () => {
  test("is refused before anything is recorded where its columns are swapped", async () => {
    const content =
      "email,consent\n2026-11-01,ana@example.com\n2026-11-02,leo@example.com\n2026-11-03,bea@example.com\n";
    await expect(
      importFile(world, content, { said: { email: "email", consent: "consentAt" } }),
    ).rejects.toMatchObject({ code: "import-mismatched" });
    expect(await world.store.people.count()).toBe(0);
  });

  test("is asked about where its dates may be read in two ways", async () => {
    const content = "email,consent\nana@example.com,03/04/2026\nleo@example.com,05/06/2026\n";
    const said = { email: "email", consent: "consentAt" } as const;
    await expect(importFile(world, content, { said })).rejects.toMatchObject({ code: "dates-ambiguous" });
    const imported = await importFile(world, content, { said, file: { ...noMapping, dates: "month-first" } });
    expect(newsletter(imported)).toEqual({
      "ana@example.com": "ask no-proof",
      "leo@example.com": "ask no-proof",
    });
  });

  test("needs to be told what its columns hold where no preset fits", async () => {
    await expect(importFile(world, "Adresse,Anmeldung\nana@example.com,2026-01-01\n")).rejects.toMatchObject({
      code: "mapping-missing",
      detail: 'they seem to be `--map "Adresse=email"`, `--map "Anmeldung=consentAt"`',
    });
  });
});

test("nobody gets a mail because of an import, also where the law asks to acknowledge a stop", async () => {
  const content = list("ana@example.com,,yes").replace(",ES", ",BE");
  await tell(world, "ana@example.com", goodConsent("c", "2026-10-01T10:00:00Z"));
  await importFile(world, content, mapped);
  world.setClock("2026-11-25T12:05:00Z");
  while ((await deliverOutbox(world)) > 0);
  expect(world.caught).toEqual([]);
});

test("a workbook is read as a text is, with the dates of Excel", async () => {
  const bytes = workbook([
    ["email", "consent", "left", "country"],
    ["ana@example.com", 46_327.5, null, "ES"],
    ["leo@example.com", null, "x", null],
  ]);
  const imported = await importFile(world, bytes, { ...proof, ...mapped });
  expect(newsletter(imported)).toEqual({
    "ana@example.com": "proven consent",
    "leo@example.com": "never objected",
  });
});

test("rows of one person far from each other count together, and verdicts come in the order of the rows", async () => {
  const rows = Array.from(
    { length: 4500 },
    (_, nth) => `p${nth % 370}@example.com,${nth < 370 ? "" : "2026-01-02T10:00:00Z"},`,
  );
  const imported = await importFile(world, list(...rows), { ...mapped, ...proof });
  expect(Object.keys(imported.verdicts)).toEqual(
    Array.from({ length: 370 }, (_, nth) => `p${nth}@example.com`),
  );
  expect(new Set(Object.values(newsletter(imported)))).toEqual(new Set(["proven consent"]));
  expect(imported.tally).toMatchObject({ rows: 4500, refused: 0, recorded: 2 * 4500 - 370, known: 0 });
  expect((await verifyLog(world)).fault).toBeNull();
});

describe("every fact has a position of its own", () => {
  test("also where a hundred rows that are refused come first", async () => {
    const many = Array.from({ length: 300 }, (_, nth) => address(nth)).sort((one, other) =>
      subjectOf(world, one) < subjectOf(world, other) ? -1 : 1,
    );
    const rows = many.map((email, nth) => `${email},${nth < 120 ? "no date" : "2026-11-01 10:00:00"},`);
    const { tally } = await importFile(world, list(...rows), { ...proof, ...mapped });
    expect(tally).toMatchObject({ rows: 300, refused: 120 });
    expect(await counted("facts where position <= 0")).toBe(0);
    expect((await verifyLog(world)).fault).toBeNull();
  });

  test("and few are drawn for nobody where many rows are of one person", async () => {
    const row = (_: unknown, nth: number) =>
      `ana@example.com,2026-11-01 10:${String(nth % 60).padStart(2, "0")}:00,`;
    const { tally } = await importFile(world, list(...Array.from({ length: 1500 }, row)), {
      ...proof,
      ...mapped,
    });
    const [drawn] = await asked<{ next: number }>("select nextval('fact_positions')::int as next");
    expect(drawn?.next).toBeLessThan(2 * tally.recorded);
  });
});

test("stopped in the middle and begun again, it comes to the same as without", async () => {
  const rows = Array.from({ length: 4500 }, (_, nth) =>
    nth % 7 === 3
      ? `${address(nth)},,yes`
      : nth % 11 === 5
        ? "nobody,2026-01-01,"
        : `${address(nth)},2026-11-01 10:00:00,`,
  );
  const straight = await importFile(world, list(...rows), { ...proof, ...mapped });
  const facts = await factCount();
  await world.close();
  world = await makeWorld({ at: "2026-11-25T12:00:00Z" });
  for (let tries = 0; ; tries += 1) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("stopped")), 150 * (tries + 1));
    try {
      const resumed = await importFile(world, list(...rows), { ...proof, ...mapped, signal: stop.signal });
      expect({ ...resumed, id: "" }).toEqual({ ...straight, id: "" });
      break;
    } catch (error) {
      expect(error).toMatchObject({ message: "stopped" });
      expect(tries).toBeLessThan(60);
    }
  }
  expect(await factCount()).toBe(facts);
  expect((await verifyLog(world)).fault).toBeNull();
});

async function decided(email: string, key = "newsletter") {
  const permissions = await world.store.permissions.ofSubject(subjectOf(world, email));
  const permission = permissions.find(({ purpose }) => purpose === key);
  return permission?.verdict.basis ?? permission?.verdict.code;
}

const factCount = () => counted("facts");

async function counted(what: string): Promise<number> {
  const [row] = await asked<{ count: string }>(`select count(*) from ${what}`);
  return Number(row?.count);
}

async function asked<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}
