// How fast is a log audited, beside nothing but SHA-256 of its entries: from PostgreSQL, from its rows, from entries?
// A process of its own, with the options of `licet verify`. Usage: node bench/ledger/auditing.ts URL OWNER-URL.
import { spawn } from "node:child_process";
import { hash } from "node:crypto";
import { once } from "node:events";
import { sql } from "kysely";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { logPages } from "../../src/app/ledger/log-pages.ts";
import type { LogSigner } from "../../src/ledger/checkpoint.ts";
import { type FactRow, factEntry } from "../../src/ledger/leaf.ts";
import { auditLog, type Leaf, type LogPage } from "../../src/ledger/verify.ts";
import { connect } from "../../src/store/database.ts";
import { fact, factColumns } from "../../src/store/log-rows.ts";
import { packed, readPacked } from "../../src/store/packed-rows.ts";
import { type Ground, inTurn, noPost, processorSeconds, rate, report, worldOver } from "../ground.ts";

/** A head of the log, since the sequencer signs every 5,000 facts. */
const some = 100_000;

const [url, ownerUrl] = process.argv.slice(2);
if (import.meta.main && url && ownerUrl) {
  const { world, store } = await worldOver(url, ownerUrl, noPost);
  await measure({ world, databaseUrl: ownerUrl });
  await store.close();
}

export async function measureAuditing({ applicationUrl, databaseUrl }: Ground): Promise<void> {
  // As `bin/licet` starts it.
  const options = ["--no-allocation-site-pretenuring", "--single-threaded-gc"];
  const typed = [...options, import.meta.filename, applicationUrl, databaseUrl];
  const [status] = await once(spawn(process.execPath, typed, { stdio: "inherit" }), "exit");
  if (status !== 0) throw new Error("the audit failed");
}

async function measure({ world, databaseUrl }: Pick<Ground, "world" | "databaseUrl">): Promise<void> {
  const { database, pool } = connect(databaseUrl);
  const { log } = world.store;
  const signer = await logSigner(world, world.store);
  // First, while nothing else is on the heap: whatever is kept there makes the collector work for each of these, too. And
  // once before: a log is audited in one go, of which the compiler has its share at the beginning alone.
  await audit(logPages(log, 0, some), signer);
  const costs = await inARow(7, async () => {
    const before = await processorSeconds(pool);
    await audit(logPages(log, 0, some), signer);
    const after = await processorSeconds(pool);
    return { own: after.own - before.own, postgres: after.postgres - before.postgres };
  });
  const pages: (LogPage & { readonly leaves: readonly Leaf[] })[] = [];
  for await (const page of logPages(log, 0, some)) pages.push({ ...page, leaves: [...page.leaves] });
  const rows: (string | null)[] = [];
  for (const { leaves } of pages) {
    const positions = leaves.map(({ position }) => position);
    const found = await sql<{ facts: string }>`
      select ${packed(factColumns, sql`f.position`)} as facts
      from facts f where f.position = any(${positions}::bigint[])`.execute(database);
    rows.push(found.rows[0]?.facts ?? null);
  }
  const entries = pages.flatMap(({ leaves }) => leaves.map(({ entry }) => Buffer.from(entry ?? "")));
  const fromRows = pages.map(({ leaves, ...page }, nth) => () => {
    const facts = readPacked(rows[nth] ?? null, fact);
    return { ...page, leaves: remade(leaves, facts) };
  });

  const rates = await inTurn(5, {
    "SHA-256 of each entry, and nothing else": () =>
      rate(some, async () => {
        for (const entry of entries) hash("sha256", entry, "buffer");
      }),
    "audit of entries": () => rate(some, () => audit(pages, signer)),
    "audit of rows as PostgreSQL sends them": () => rate(some, () => audit(made(fromRows), signer)),
    "audit of what PostgreSQL holds": () => rate(some, () => audit(logPages(log, 0, some), signer)),
  });
  report("Leaves audited by one process", "leaves/s", rates);
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const own = median(costs.map((cost) => cost.own));
  const both = own + median(costs.map((cost) => cost.postgres));
  console.log(
    `  of what PostgreSQL holds, a second of a core: ${count(some / own)} leaves in this process, ` +
      `${count(some / both)} with PostgreSQL counted too`,
  );
  const { leaves } = await log.head();
  const whole = await rate(leaves, () => audit(logPages(log, 0, leaves), signer));
  console.log(`  the whole log of ${count(leaves)} leaves: ${count(whole)} leaves/s`);
  await pool.end();
}

async function inARow<Result>(times: number, work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let time = 0; time < times; time += 1) results.push(await work());
  return results;
}

function* made<Item>(items: readonly (() => Item)[]): Generator<Item> {
  for (const make of items) yield make();
}

function* remade(leaves: Iterable<Leaf>, facts: Iterator<FactRow | null>): Generator<Leaf> {
  for (const leaf of leaves) {
    const fact = facts.next().value;
    yield { ...leaf, entry: fact ? factEntry(fact) : null };
  }
}

async function audit(pages: AsyncIterable<LogPage> | Iterable<LogPage>, signer: LogSigner): Promise<void> {
  async function* each() {
    yield* pages;
  }
  const audited = await auditLog(each(), signer);
  if (!audited.ok) throw new Error(audited.fault.kind);
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
