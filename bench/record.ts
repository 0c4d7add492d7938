// How many facts a second are put on record, durably, with standing and permissions, beside a bare insert of the same rows?
import pg from "pg";
import { record } from "../src/app/consent/record.ts";
import type { PostOffice } from "../src/app/ports.ts";
import { breakGround, inTurn, rate, report, somebody } from "./ground.ts";

const noPost: PostOffice = {
  name: "none",
  width: 1,
  deliver: () => Promise.reject(new Error("nothing is sent here")),
  close: async () => {},
};
const people = 2000;
const ground = await breakGround(noPost);
const pool = new pg.Pool({ connectionString: ground.databaseUrl, max: 20 });
await pool.query(
  "create table bare (subject_id uuid, fact_id text, body jsonb, at timestamptz, primary key (subject_id, fact_id))",
);
let next = 0;
const some = (count: number) => Array.from({ length: count }, () => somebody(next++));

async function bareInsert(batch: number, width: number): Promise<void> {
  const batches = Array.from({ length: people / batch }, () => some(batch));
  await atOnce(width, batches, async (entries) => {
    const rows = entries.flatMap(({ facts }) => {
      const subject = crypto.randomUUID();
      return facts.map(({ fact, body }) => ({
        subject,
        id: fact.id,
        body,
        at: new Date(fact.at).toISOString(),
      }));
    });
    await pool.query(
      `insert into bare select subject, id, body, at
       from jsonb_to_recordset($1) as x (subject uuid, id text, body jsonb, at timestamptz)`,
      [JSON.stringify(rows)],
    );
  });
}

async function licet(batch: number, width: number): Promise<void> {
  const batches = Array.from({ length: people / batch }, () => some(batch));
  await atOnce(width, batches, async (entries) => {
    for (const recorded of await record(ground.world, entries)) if (!recorded.ok) throw recorded.error;
  });
}

async function atOnce<Item>(
  width: number,
  items: Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = items.pop(); item; item = items.pop()) await work(item);
    }),
  );
}

const facts = people * 3;
const batches = await inTurn(5, {
  "bare insert, 500 people a transaction": () => rate(facts, () => bareInsert(500, 2)),
  "licet record, 500 people a transaction": () => rate(facts, () => licet(500, 2)),
});
report("Facts recorded durably, in batches", "facts/s", batches);
const singles = await inTurn(5, {
  "bare insert, one person a transaction, 16 at a time": () => rate(facts, () => bareInsert(1, 16)),
  "licet record, one person a transaction, 16 at a time": () => rate(facts, () => licet(1, 16)),
});
report("Facts recorded durably, one person at a time", "facts/s", singles);
await pool.end();
await ground.close();
