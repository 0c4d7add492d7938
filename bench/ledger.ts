// How fast are facts put into the log, and is it audited, beside nothing but SHA-256? And does a fact cost more in a long log?
// Usage: node bench/ledger.ts [FACTS], the length of the long log.
import { hash } from "node:crypto";
import pg from "pg";
import { sequence } from "../src/app/ledger/sequence.ts";
import { verifyLog } from "../src/app/ledger/verify-log.ts";
import type { PostOffice } from "../src/app/ports.ts";
import { openSigner, signCheckpoint } from "../src/ledger/checkpoint.ts";
import { type FactRow, factEntry } from "../src/ledger/leaf.ts";
import { leafHash, newTree } from "../src/ledger/merkle.ts";
import { auditLog, type Leaf, type LogPage } from "../src/ledger/verify.ts";
import { breakGround, inTurn, rate, report } from "./ground.ts";

const noPost: PostOffice = {
  name: "none",
  width: 1,
  deliver: () => Promise.reject(new Error("nothing is sent here")),
  close: async () => {},
};
const long = Number(process.argv[2] ?? 1_000_000);
const short = 100_000;
const ground = await breakGround(noPost);
const pool = new pg.Pool({ connectionString: ground.databaseUrl, max: 4 });

/** Facts of an ordinary size, ten a person, without standings: the log alone is measured. */
async function addFacts(count: number): Promise<void> {
  for (let done = 0; done < count; done += 10_000)
    await pool
      .query(
        `insert into facts (subject_id, fact_id, type, at, body, source, recorded_at)
       select md5((($1::bigint + n) / 10)::text)::uuid, 'consent-' || ($1::bigint + n), 'consent.given', now(),
         jsonb_build_object('id', 'consent-' || ($1::bigint + n), 'type', 'consent.given', 'at', '2026-11-01T10:00:00Z',
           'purpose', 'newsletter', 'channel', 'email', 'by', 'subject', 'method', 'web-form',
           'clause', '{"hash": "sha256:00", "version": "1"}'::jsonb, 'form', '{"version": "1"}'::jsonb,
           'notice', '{"version": "1", "withdrawalStated": true}'::jsonb, 'purposes', '["newsletter"]'::jsonb),
         'file', now()
       from generate_series(1, least(10000, $2::bigint)) as n`,
        [next, count - done],
      )
      .then(() => {
        next += 10_000;
      });
}
let next = 0;

async function sequenceAll(): Promise<void> {
  while ((await sequence(ground.world)).more);
}

/** Facts a second at the end of a log of this length. */
async function atEnd(facts: number): Promise<number> {
  await addFacts(facts);
  return rate(facts, sequenceAll);
}

const probe = 25_000;
await addFacts(short);
const first = await rate(short, sequenceAll);
await pool.query("vacuum analyze");
const shortRates = [await atEnd(probe), await atEnd(probe), await atEnd(probe)].sort((a, b) => a - b);
await addFacts(long - short - 3 * probe);
await sequenceAll();
await pool.query("vacuum analyze");
const longRates = [await atEnd(probe), await atEnd(probe), await atEnd(probe)].sort((a, b) => a - b);
report("Facts sequenced", "facts/s", {
  [`at ${short.toLocaleString("en")} facts`]: shortRates[1]!,
  [`at ${long.toLocaleString("en")} facts`]: longRates[1]!,
  "the first of all, in one go": first,
});

const { leaves } = await ground.world.store.log.head();
const wholly = await rate(leaves, async () => {
  const { fault } = await verifyLog(ground.world);
  if (fault) throw new Error(fault.kind);
});
await pool.end();
await ground.close();

const some = 200_000;
const facts = Array.from(
  { length: some },
  (_, position): FactRow => ({
    subject: "00995576-8ebf-f80d-5e24-015871fe519e",
    id: `consent-${position}`,
    position,
    type: "consent.given",
    at: 1.7952e15,
    body: {
      id: `consent-${position}`,
      type: "consent.given",
      at: "2026-11-01T10:00:00Z",
      purpose: "newsletter",
      channel: "email",
      by: "subject",
      method: "web-form",
      clause: { hash: "sha256:00", version: "1" },
      form: { version: "1" },
      notice: { version: "1", withdrawalStated: true },
      purposes: ["newsletter"],
    },
    shown: null,
    source: "file",
    recordedAt: 1.7952e15,
    writtenAt: 1.7952e15,
    connection: null,
    sealed: null,
  }),
);
const entries = facts.map(factEntry);
const hashes = entries.map(leafHash);
const signer = openSigner("bench.example/licet", Buffer.alloc(32, 1));
const tree = newTree();
for (const leaf of hashes) tree.push(leaf);
const origin = signer.origin;
const note = signCheckpoint({ origin, size: some, root: tree.root(), at: 1.7952e12 as never }, signer);
const tileHashes: LogPage["tileHashes"][number][] = [];
const tiled = newTree([], ({ height, index, hash: hashed }) => {
  if (height % 8 === 0) tileHashes.push({ level: height / 8, index, hash: hashed });
});
for (const leaf of hashes) tiled.push(leaf);

async function audit(entryOf: (index: number) => Buffer): Promise<void> {
  async function* pages(): AsyncIterable<LogPage> {
    const found = hashes.map(
      (hashed, index): Leaf => ({
        index,
        position: index,
        hash: hashed,
        entry: entryOf(index),
        recordedAt: 1.7952e15,
        writtenAt: 1.7952e15,
      }),
    );
    yield { leaves: found, tileHashes, checkpoints: [{ size: some, note }] };
  }
  const audited = await auditLog(pages(), signer);
  if (!audited.ok) throw new Error(audited.fault.kind);
}
const rates = await inTurn(5, {
  "SHA-256 of each entry, and nothing else": () =>
    rate(some, async () => {
      for (const entry of entries) hash("sha256", entry, "buffer");
    }),
  "audit of entries": () => rate(some, () => audit((index) => entries[index]!)),
  "audit of facts, entries made anew": () => rate(some, () => audit((index) => factEntry(facts[index]!))),
});
report("Leaves audited on one core", "leaves/s", {
  ...rates,
  "licet verify, with PostgreSQL beside it": wholly,
});
