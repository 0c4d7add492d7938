// How long does a list take to be imported and sorted? Beside a raw COPY of the same rows, in the same run.
// Usage: MALLOC_ARENA_MAX=1 node --no-allocation-site-pretenuring --max-semi-space-size=16 --heap-growing-percent=60 bench/import.ts [ROWS],
// as `licet import` itself runs.

import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readMappingFile } from "../src/app/imports/claims.ts";
import { declareImport } from "../src/app/imports/declare-import.ts";
import type { Field } from "../src/app/imports/mapping.ts";
import { runImport } from "../src/app/imports/run-import.ts";
import { openTable } from "../src/app/imports/tables/open-table.ts";
import { Copies } from "../src/store/copies.ts";
import { breakGround, noPost, processorSeconds } from "./ground.ts";

const rows = Number(process.argv[2] ?? 1_000_000);
const purposes = ["newsletter", "email-tracking"];
const columns = ["email", "name", "country", "consent", "ip", "confirmed", "left", "bought", "orders"];
const said: Record<string, Field> = {
  email: "email",
  country: "country",
  consent: "consentAt",
  ip: "consentFrom",
  confirmed: "confirmedAt",
  left: "stoppedAt",
  bought: "boughtAt",
  orders: "orders",
};

/** Of ten people five consented, three of them with a second step; two bought; one left; two are only names. */
function line(number: number): string {
  const day = `2025-0${1 + (number % 9)}-1${number % 10} 10:11:12`;
  const later = `2025-0${1 + (number % 9)}-1${number % 10} 10:20:00`;
  const who = `person-${number}@example.com,"Person, ${number}",${["ES", "FR", "DE", "IT"][number % 4]}`;
  const kind = number % 10;
  if (kind < 3) return `${who},${day},192.0.2.${number % 250},${later},,,\n`;
  if (kind < 5) return `${who},${day},192.0.2.${number % 250},,,,\n`;
  if (kind < 7) return `${who},,,,,${day},2\n`;
  return kind === 7 ? `${who},${day},,,${later},,\n` : `${who},,,,,,\n`;
}

interface Measured {
  readonly seconds: number;
  readonly copySeconds: number;
  readonly peakMB: number;
  /** What was computed for one row, here and in PostgreSQL, in microseconds. */
  readonly own: number;
  readonly postgres: number;
}

async function measure(count: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "licet-bench-import-"));
  const path = join(folder, "list.csv");
  const file = createWriteStream(path);
  file.write(`${columns.join(",")}\n`);
  for (let number = 0; number < count; number += 1) if (!file.write(line(number))) await once(file, "drain");
  file.end();
  await once(file, "close");

  const ground = await breakGround(noPost);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const { world } = ground;
  const client = new pg.Client({ connectionString: ground.databaseUrl });
  await client.connect();
  const before = await processorSeconds(client);
  const begun = performance.now();
  const table = await openTable({ name: "list.csv", open: () => createReadStream(path) });
  const declared = await declareImport(world, table, {
    fileName: "list.csv",
    purposes,
    preset: null,
    file: readMappingFile(
      "consents: [{ purpose: newsletter, wording: f, notice: n, withdrawalStated: true, version: '1' }]\n" +
        "sales: { checkout: f, version: '1', optOutOffered: true, category: shoes }",
    ),
    said,
    everybody: undefined,
    source: "import",
    evidence: ["f", "n"].map((name) => ({ name, hash: "ab".repeat(32), sizeBytes: 1 })),
    declaredBy: "bench",
    text: null,
  });
  const tally = await runImport(world, table, declared.plan, { world, id: declared.id });
  const seconds = (performance.now() - begun) / 1000;
  const after = await processorSeconds(client);
  clearInterval(watch);
  if (tally.rows !== count || tally.refused > 0) throw new Error("not every row was taken");
  console.log(JSON.stringify(tally.verdicts));

  await client.query(`create unlogged table raw (${columns.map((name) => `"${name}" text`).join(", ")})`);
  await client.query("alter table raw set logged");
  const copyBegun = performance.now();
  await client.query(new Copies([{ text: "copy raw from stdin csv header", bytes: readFileSync(path) }]))
    .done;
  const copySeconds = (performance.now() - copyBegun) / 1000;
  await client.end();
  await ground.close();
  rmSync(folder, { recursive: true });
  const aRow = (which: "own" | "postgres") => ((after[which] - before[which]) / count) * 1e6;
  return { seconds, copySeconds, peakMB: peak / 1e6, own: aRow("own"), postgres: aRow("postgres") };
}

for (const count of [rows / 100, rows / 10, rows].map((some) => Math.max(1000, Math.round(some)))) {
  const { seconds, copySeconds, peakMB, own, postgres } = await measure(count);
  console.log(
    `${count.toLocaleString("en").padStart(10)} rows  ${seconds.toFixed(1)} s  ${Math.round(count / seconds).toLocaleString("en")} rows/s  ` +
      `${peakMB.toFixed(0)} MB  ·  computed a row: here ${own.toFixed(0)} µs, in PostgreSQL ${postgres.toFixed(0)} µs  ·  raw COPY ${copySeconds.toFixed(2)} s, ${(seconds / copySeconds).toFixed(0)} times`,
  );
}
