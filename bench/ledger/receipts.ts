// How long does a receipt take in a long log? With both acts and a campaign's message, beside one statement to PostgreSQL.
import pg from "pg";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { issueReceipt } from "../../src/app/ledger/issue-receipt.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import type { PostOffice, World } from "../../src/app/ports.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { subjectIdOf } from "../../src/ledger/secrets.ts";
import { verifyReceipt } from "../../src/ledger/verify-receipt.ts";
import { type Ground, somebody } from "../ground.ts";

const people = 500;
const probes = 200;
const limitMs = 50;

/** Accepts everything and sends nothing. */
const accepting: PostOffice = {
  name: "none",
  width: 20,
  deliver: async (lastAsk) =>
    (await lastAsk()) ? { kind: "sent", reply: "250 accepted" } : { kind: "uncertain", reply: "no permit" },
  close: async () => {},
};

/** @param ground - with a log in it, of whatever length. */
export async function measureReceipts(ground: Ground): Promise<void> {
  const world: World = { ...ground.world, post: accepting };
  await record(
    world,
    Array.from({ length: people }, (_, number) => somebody(number)),
  );
  const template = { format: "markdown", subject: "Spring", body: "Hello" } as const;
  const campaign = await startCampaign(world, { purpose: "newsletter", template });
  await runCampaign(world, campaign.id);
  while ((await sequence(world)).more);
  const owner = new pg.Client(ground.databaseUrl);
  await owner.connect();
  await owner.query("vacuum analyze");
  await owner.end();

  const leaves = (await world.store.log.head()).leaves;
  const addresses = Array.from({ length: probes }, (_, number) =>
    parseAddress(`person-${number}@example.com`),
  );
  const [statements, receipts, checks]: [number[], number[], number[]] = [[], [], []];
  for (const address of addresses) {
    if (address === null) throw new Error("our own address is none");
    statements.push(await timed(() => world.store.people.facts(subjectIdOf(address, world.secrets))));
    let text = "";
    receipts.push(
      await timed(async () => {
        text = JSON.stringify(await issueReceipt(world, address, "newsletter"));
      }),
    );
    checks.push(await timed(async () => verifyReceipt(text)));
  }
  console.log(`\nA receipt of two acts and a message, in a log of ${leaves.toLocaleString("en")} leaves`);
  for (const [name, times] of Object.entries({
    "one statement: the person's facts": statements,
    "licet: issue the receipt": receipts,
    "licet: check it offline": checks,
  }))
    console.log(
      `  ${name.padEnd(36)} ${at(times, 0.5).toFixed(1).padStart(6)} ms in the middle, ${at(times, 0.95).toFixed(1).padStart(6)} ms for 95 of 100`,
    );
  console.log(`  ${(limitMs / at(receipts, 0.95)).toFixed(1)} times under the limit of ${limitMs} ms`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function at(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}
