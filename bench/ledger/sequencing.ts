// Does a fact cost more to put into a log the longer that log is? A short and a long one take turns.
import pg from "pg";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { startProgress } from "../../src/cli/progress.ts";
import { breakGround, type Ground, inTurn, noPost, rate, report } from "../ground.ts";

const short = 100_000;
const probe = 25_000;
const rounds = 7;

interface Log {
  readonly ground: Ground;
  readonly owner: pg.Pool;
  facts: number;
}

/** @returns the long log, to be measured further and closed. */
export async function measureSequencing(facts: number): Promise<Ground> {
  const logs = [await emptyLog(), await emptyLog()] as const;
  const [shortLog, longLog] = logs;
  await grow(shortLog, short);
  await grow(longLog, facts);
  for (const { owner } of logs) {
    await owner.query("vacuum analyze");
    await owner.query("checkpoint").catch(() => {});
  }
  const [atShort, atLong] = [
    `at ${short.toLocaleString("en")} facts`,
    `at ${facts.toLocaleString("en")} facts`,
  ];
  const rates = await inTurn(rounds, {
    [atShort]: () => probed(shortLog),
    [atLong]: () => probed(longLog),
  });
  report("Facts put into the log", "facts/s", rates);
  const [one = 0, other = 1] = [rates[atShort], rates[atLong]];
  console.log(`  a fact costs ${(one / other).toFixed(2)} times as much ${atLong} as ${atShort}`);
  await shortLog.owner.end();
  await longLog.owner.end();
  await shortLog.ground.close();
  return longLog.ground;
}

async function emptyLog(): Promise<Log> {
  const ground = await breakGround(noPost);
  const owner = new pg.Pool({ connectionString: ground.databaseUrl, max: 1 });
  return { ground, owner, facts: 0 };
}

/** As it grows in life: what has been committed is put into the log before much more comes. */
async function grow(log: Log, facts: number): Promise<void> {
  const progress = startProgress(2000);
  while (log.facts < facts) {
    await addFacts(log, Math.min(probe, facts - log.facts));
    await sequenceAll(log);
    progress.update({ done: log.facts, total: facts, note: "facts in the log" });
  }
  progress.end();
}

async function probed(log: Log): Promise<number> {
  await addFacts(log, probe);
  return rate(probe, () => sequenceAll(log));
}

async function sequenceAll({ ground }: Log): Promise<void> {
  while ((await sequence(ground.world)).more);
}

/** Facts of an ordinary size, ten a person, without standings: the log alone is measured. */
async function addFacts(log: Log, count: number): Promise<void> {
  await log.owner.query(
    `insert into facts (subject_id, fact_id, type, at, body, source, recorded_at, sealed)
     select md5((n / 10)::text)::uuid, 'consent-' || n, 'consent.given', now(),
       jsonb_build_object('id', 'consent-' || n, 'type', 'consent.given', 'at', '2026-11-01T10:00:00Z',
         'purpose', 'newsletter', 'channel', 'email', 'by', 'subject', 'method', 'web-form',
         'clause', '{"hash": "sha256:00", "version": "1"}'::jsonb, 'form', '{"version": "1"}'::jsonb,
         'notice', '{"version": "1", "withdrawalStated": true}'::jsonb, 'purposes', '["newsletter"]'::jsonb),
       'file', now(), decode(repeat(md5(n::text), 8), 'hex')
     from generate_series($1::bigint + 1, $1::bigint + $2::bigint) as n`,
    [log.facts, count],
  );
  log.facts += count;
}
