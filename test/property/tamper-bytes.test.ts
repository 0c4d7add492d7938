// Every column of every table that the log covers, as the schema has them today: any single byte changed is found.
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { type Declaration, importIdOf } from "../../src/app/imports/declaration.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { askAuthority } from "../../src/app/ledger/ask-authority.ts";
import { askWitness } from "../../src/app/ledger/ask-witness.ts";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { type Fault, verifyLog } from "../../src/app/ledger/verify-log.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { type Authority, openAuthority, serveStamps } from "../support/authority.ts";
import { needs, tools } from "../support/needs.ts";
import { address, goodConsent, tell, tellMany } from "../support/people.ts";
import { openWitness } from "../support/witness.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

interface Covered {
  /** The rows that are covered; absent: all. */
  readonly where?: string;
  /** Columns that prove nothing, each with why. */
  readonly free?: Readonly<Record<string, string>>;
  /** Instants are read to the millisecond: what they are beyond it says nothing. The log alone holds them whole. */
  readonly milliseconds?: true;
}

/** A new table must be put here or below, and a new column of one of these is covered, or says why it need not be. */
const covered: Readonly<Record<string, Covered>> = {
  facts: { where: "position in (select position from log_leaves)" },
  waiting_facts: { free: { waiting_no: "an order of work, not of evidence" } },
  waiting_deliveries: { free: { waiting_no: "an order of work, not of evidence" } },
  log_leaves: {},
  log_hashes: {},
  checkpoints: {},
  delivery_batches: {},
  cosignatures: {},
  timestamps: {},
  deliveries: {
    where:
      "state = 'sent' and exists (select from delivery_batches b where b.campaign_id = deliveries.campaign_id and subject_id = any(b.subjects))",
    free: {
      lease: "which worker held it, of use while it ran",
      due_at: "when it may be tried again, of use while it waits",
      attempts: "how often it was put off, of use while it waits",
      deferred_at: "since when it was put off, of use while it waits",
    },
  },
  standings: {},
  permissions: {
    milliseconds: true,
    free: {
      purpose: "a verdict for a purpose that is not declared is asked for by nobody",
      decided_under: "a verdict of another set-up is asked anew before it is used",
      decided_at:
        "the moment for which the audit decides again; what it could change is held against the rest",
    },
  },
  publications: { free: { published_at: "read by nothing; what was shown when is in the facts" } },
  current_publications: {},
  imports: {
    free: {
      begun_at: "read by nothing but a list; when each fact was recorded is in the fact",
      finished_at: "how far the work is",
      undoing_at: "how far the work is; what was taken back is in the facts",
      undone_at: "how far the work is; what was taken back is in the facts",
    },
  },
  subjects: {
    free: {
      language: "chooses no rule, only the words of a mail",
      first_seen_at: "counts only for how long somebody is kept of whom nothing was told",
    },
  },
  connections: {},
  vault: { free: { key_id: "an unknown master key is refused by its name, before anything is read" } },
};

/** Not covered by the log, each with why. */
const outside: Readonly<Record<string, string>> = {
  api_keys: "who may ask",
  campaigns: "what is to be sent; what was sent is in the deliveries",
  attachments: "the same",
  slices: "how far a campaign is",
  import_parts: "how far an import is; what it brought is in the facts",
  legal_holds: "whom nobody may let go of; what was done about a person is in the facts",
  mailbox: "what the demo caught",
  migrations: "how the schema came about",
  redeemed_tokens: "which page was whose act; what it led to is in the facts",
  register_snapshots: "copies of lists that others keep; what they led to is in the deliveries",
  register_entries: "the same",
  assets: "logos and fonts, each named by the hash of its bytes",
  paces: "when mails went that somebody asked for; only how often is counted by it",
  gate_credentials: "what other software may hand over",
  spool: "mails of other software on their way; what each rested on is in the outbox",
  outbox: "mails on their way; what they rest on is held against the facts",
  changes: "in which order others hear of the permissions, which are held against the facts",
  waiting_changes: "the same, without a number yet",
  webhooks: "whom to tell of them",
  relay_usage: "how many letters each relay was given; whose they were is in the deliveries",
  turns: "whose turn a wish left it to be; the wish itself is a fact, and what was sent is in the deliveries",
  measures: "figures alone; nobody may be followed without a consent, which is in the facts",
  last_opened: "the same",
  campaign_links: "where the links of letters lead",
  returns: "figures alone; what came back is in the facts",
  verdicts: "what other systems were answered, kept for a while; what it rests on is in the facts",
  partings: "the last mail to whoever was erased, gone once it went",
  settings:
    "fingerprint of the secret, id of the master key, the origin of the log, which the signatures hold; when people were let go of last",
};

const runs = process.env.LICET_RUNS === "all" ? 200 : Number(process.env.LICET_RUNS ?? 5);
let world: TestWorld;
let admin: pg.Client;
let stamps: Authority | null = null;

beforeAll(async () => {
  const witness = await openWitness();
  world = await makeWorld({ attestors: { witnesses: [witness.witness] } });
  witness.log = await logSigner(world, world.store);
  admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
  await tellMany(world, 150);
  await tellShown("shown@example.com");
  await world.store.imports.add(importIdOf(declared), declared, world.clock.now());
  await sequence(world);
  for (let person = 0; person < 20; person += 1)
    await tell(world, address(person), {
      id: "left",
      type: "consent.withdrawn",
      at: new Date().toISOString(),
      purpose: "newsletter",
    });
  await erase(world, parseAddress(address(149))!, "test");
  await send();
  await sequence(world);
  await askWitness(world, witness.witness);
  await witness.close();
  stamps = tools.openssl.at === undefined ? null : await stamp(tools.openssl.at);
  // These wait for the log.
  await send();
  await tell(world, "waiting@example.com", goodConsent());
  // Whoever holds the database takes these away.
  const { rows: guards } = await admin.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'c' and conrelid = any($1::regclass[])`,
    [Object.keys(covered)],
  );
  for (const { table, name } of guards) await admin.query(`alter table ${table} drop constraint ${name}`);
  for (const table of Object.keys(covered)) await admin.query(`alter table ${table} disable trigger user`);
  await admin.query(`grant update, delete on ${Object.keys(covered).join(", ")} to current_user`);
  expect((await verifyLog(world)).fault).toBeNull();
});
afterAll(async () => {
  stamps?.close();
  await admin.end();
  await world.close();
});

/** Of a file that nobody was in. */
const declared: Declaration = {
  file: { name: "members.csv", hash: "ab".repeat(32), sizeBytes: 17 },
  purposes: ["newsletter"],
  preset: "mailchimp",
  columns: { "Email Address": "email" },
  states: {},
  everybody: null,
  dates: "day-first",
  separator: ",",
  source: "import",
  claims: { consents: [] },
  evidence: [{ name: "form.png", hash: "cd".repeat(32), sizeBytes: 2048 }],
  declaredBy: "Ines Ortega",
  text: "They saw this form.",
  after: null,
};

/** Somebody who saw a wording that is published, and of whom a day of birth is known. */
async function tellShown(email: string): Promise<void> {
  const recipient = { country: "ES", kind: "natural", birthDate: "1990-01-01" };
  // Of today: the connection is kept for some days from then.
  const consent = { ...goodConsent(), at: new Date().toISOString() };
  const read = readLine({ email, recipient, facts: [consent] }, "file");
  const setup = await world.store.setup.current();
  if (!read.ok || !setup) throw new Error("not as the demo is set up");
  const [form, notice] = [Object.values(setup.forms)[0]!, Object.values(setup.notices)[0]!];
  const shown = { form, notice, controller: setup.controller, language: "en", page: "https://shop.example" };
  const connection = { networkAddress: "192.0.2.7", userAgent: "Browser/1" };
  const facts = read.entry.facts.map((fact) => ({ ...fact, shown }));
  await record(world, [{ ...read.entry, facts, connection }]);
}

/** A timestamp of the newest checkpoint, by an authority that is trusted from then on. */
async function stamp(openssl: string): Promise<Authority> {
  const authority = openAuthority(openssl);
  const server = await serveStamps((request) => authority.answer(request));
  Object.assign(world.attestors, { anchors: authority.anchors });
  await askAuthority(world, { address: server.address, policy: null, everyMs: 0 });
  await server.close();
  return authority;
}

async function send(): Promise<void> {
  const { id } = await startCampaign(world, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello" },
  });
  await runCampaign(world, id);
}

const change = fc.record({
  row: fc.nat(),
  at: fc.nat(),
  // A low bit leaves most values such as their type allows; the others are tried as well.
  by: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 7 }) }, fc.integer({ min: 1, max: 255 })),
});

it("every table of the schema is covered, or stands outside for a reason", async () => {
  const { rows } = await admin.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  );
  const known = [...Object.keys(covered), ...Object.keys(outside)].sort();
  expect(rows.map(({ name }) => name)).toEqual(known);
});

const unstamped = Object.entries(covered).filter(([table]) => table !== "timestamps");
describe.each(unstamped)("any single byte changed is found in %s", (table, { where, free = {} }) => {
  it("in each column", () => coverTable(table, where, free), 120_000);
});
needs("openssl").describe("any single byte changed is found in timestamps", () => {
  it("in each column", () => coverTable("timestamps"), 120_000);
});

async function coverTable(table: string, where = "true", free: Covered["free"] = {}): Promise<void> {
  const { rows: columns } = await admin.query<{ name: string; type: string; send: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, typsend::text as send
       from pg_attribute join pg_type t on t.oid = atttypid
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(free)));
  for (const column of columns) if (!(column.name in free)) await coverColumn(table, column, where);
}

async function coverColumn(
  table: string,
  { name, type, send }: { name: string; type: string; send: string },
  where: string,
): Promise<void> {
  const { rows } = await admin.query<{ ctid: string; bytes: Buffer }>(
    `select ctid, ${send}(${name}) as bytes from ${table} where ${name} is not null and ${where} order by ctid`,
  );
  let found = 0;
  if (rows.length === 0) return coverAbsent(table, name, type, where);
  const attempt = async ({ row, at, by }: { row: number; at: number; by: number }) => {
    const tried = rows[row % rows.length]!;
    const bytes = Buffer.from(tried.bytes);
    if (bytes.length === 0) return;
    bytes[at % bytes.length]! ^= by;
    const changed = await put(table, name, type, tried.ctid, bytes);
    if (changed === null) return;
    found += 1;
    try {
      const { fault } = await verifyLog(world);
      const [before, after] = [tried.bytes.toString("latin1"), bytes.toString("latin1")];
      expect({ table, name, before, after, place: placeOf(fault) }).not.toMatchObject({ place: [] });
    } finally {
      tried.ctid = (await put(table, name, type, changed, tried.bytes)) ?? tried.ctid;
    }
  };
  await fc.assert(fc.asyncProperty(change, attempt), {
    numRuns: runs,
    ...(process.env.LICET_SEED && { seed: Number(process.env.LICET_SEED) }),
  });
  // Of some types hardly any byte can be another one: then the low bits of each byte in turn.
  for (let at = 0; found === 0 && at < 100; at += 1) await attempt({ row: at, at, by: 1 + (at % 3) });
  expect(`${table}.${name}: ${found} changes found`).not.toContain(": 0 changes");
}

/** A column in which no covered row has a value is found to have one. */
async function coverAbsent(table: string, name: string, type: string, where: string): Promise<void> {
  expect(`${table}.${name} is ${type}`).toContain("is text");
  const { rows } = await admin.query<{ ctid: string }>(
    `update ${table} set ${name} = 'x' where ctid = (select min(ctid) from ${table} where ${where}) returning ctid`,
  );
  const { fault } = await verifyLog(world);
  await admin.query(`update ${table} set ${name} = null where ctid = $1::tid`, [rows[0]!.ctid]);
  expect({ table, name, place: placeOf(fault) }).not.toMatchObject({ place: [] });
}

/** What a fault names: a position or a leaf, a person, a wording. */
function placeOf(fault: Fault | null): unknown[] {
  const { kind: _, ...places } = fault ?? { kind: null };
  return Object.values(places).filter((place) => place !== null && place !== undefined);
}

/** Then the comparison is wrong, whatever the value is. */
const noSuchOperator = "42883";

/** @returns the place of the changed row; null where the database refused the value or it is the same value. */
async function put(
  table: string,
  name: string,
  type: string,
  ctid: string,
  bytes: Buffer,
): Promise<string | null> {
  try {
    // A buffer is sent in the binary form of the type, which is the one that it was read in.
    // The number that an array begins with is none of its values, and white space none of what JSON says.
    const value = (of: string) => {
      if (type.endsWith("[]")) return `to_jsonb(${of})`;
      if (type === "json") return `(${of})::jsonb`;
      const coarse = type.startsWith("timestamp") && covered[table]?.milliseconds;
      return coarse ? `date_trunc('milliseconds', ${of})` : of;
    };
    const { rows } = await admin.query<{ ctid: string }>(
      `update ${table} set ${name} = $1::${type}
       where ctid = $2::tid and ${value(name)} is distinct from ${value(`$1::${type}`)} returning ctid`,
      [bytes, ctid],
    );
    return rows[0]?.ctid ?? null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code !== noSuchOperator) return null;
    throw error;
  }
}
