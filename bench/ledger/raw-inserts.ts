// The limit of whatever puts facts on record: pgbench, which inserts rows of the same shape into the table `bare`.
import { spawnSync } from "node:child_process";
import { somebody } from "../ground.ts";

const columns = "subject_id, fact_id, type, at, body, source, recorded_at, sealed";

/**
 * @param rows - in one transaction; `width` of them are under way at a time.
 * @returns rows a second.
 */
export function insertRows(
  url: string,
  { rows, width, seconds }: { readonly rows: number; readonly width: number; readonly seconds: number },
): number {
  // With a space behind each colon: pgbench takes a word behind a colon for a variable of its own.
  const body = JSON.stringify(somebody(0).facts[1]?.body, null, 1);
  const script = `insert into bare (${columns})
    select gen_random_uuid(), 'consent-' || n, 'consent.given', now(), '${body}', 'file', now(),
      decode(repeat('5e', 128), 'hex') from generate_series(1, ${rows}) n;`;
  const { stdout, stderr, status } = spawnSync(
    "/usr/bin/pgbench",
    ["-n", "-M", "prepared", "-c", String(width), "-j", "2", "-T", String(seconds), "-f", "-", url],
    { input: script.replaceAll("\n", " "), encoding: "utf8" },
  );
  const transactions = /^tps = ([\d.]+)/m.exec(stdout ?? "")?.[1];
  if (status !== 0 || transactions === undefined) throw new Error(`pgbench: ${stderr}`);
  return Number(transactions) * rows;
}
