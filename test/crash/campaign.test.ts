// A campaign whose sender is killed at any moment, again and again, while people leave: nobody twice, nobody skipped.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { type ProviderServer, providerServer } from "../smtp/provider-server.ts";
import { address, tell, tellMany } from "../support/people.ts";
import { seeded } from "../support/seeded.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const whole = process.env.LICET_RUNS === "all";
const kills = whole ? 100 : Number(process.env.LICET_RUNS ?? 3);
const people = whole ? 20_000 : kills * 300;
const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
/** Begun with and not concluded, at most, by one process: what ARCHITECTURE.md says of a kill. */
const mostInFlight = 60;

let sink: ProviderServer;
let world: TestWorld;
let admin: pg.Client;

beforeAll(async () => {
  sink = await providerServer(() => ({ slowMs: 2 + random(20) }));
  world = await makeWorld({ post: openRelay(sink.url) });
  await tellMany(world, people);
  admin = new pg.Client(world.ownerUrl);
  await admin.connect();
}, 120_000);
afterAll(async () => {
  await admin.end();
  await world.close();
  await sink.close();
});

it(`a kill -9 at any moment sends nobody two, skips nobody, and no stop is late by a second (seed ${seed})`, async () => {
  const { id } = await startCampaign(world, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello" },
  });
  const leaving = leave();
  let killed = 0;
  for (let ended = false; !ended; ) {
    const begun = sink.attempts.length;
    const sender = start(id);
    const over = new Promise<void>((resolve) => sender.once("exit", () => resolve()));
    if (killed === kills) {
      await over;
      expect(sender.exitCode).toBe(0);
      ended = true;
      break;
    }
    while (sender.exitCode === null && sink.attempts.length === begun) await sleep(5);
    // While it greets, claims, hands over, concludes: the moment is chance.
    await sleep(random(whole ? 400 : 250));
    ended = sender.exitCode !== null;
    sender.kill("SIGKILL");
    await over;
    if (!ended) killed += 1;
  }
  const left = await leaving;

  const progress = await world.store.campaigns.progress(id);
  const { rows } = await admin.query<{
    address: string;
    state: string;
    evidence: string[];
    basis: string | null;
  }>("select subject_id as address, state, evidence, basis from deliveries where campaign_id = $1", [id]);
  const kept = new Set(sink.kept);
  // Nobody twice.
  expect(sink.kept.length).toBe(kept.size);
  // Nobody skipped: everybody has a delivery, in a state that ends it, and the account closes.
  expect(rows).toHaveLength(people);
  expect(progress).toMatchObject({ finished: true, concerned: people, inFlight: 0, deferred: 0, failed: 0 });
  const refused = Object.values(progress.refused).reduce((sum, one) => sum + one, 0);
  expect(progress.sent + refused + progress.uncertain).toBe(people);
  // Nobody without a permit that cites evidence, and whoever got a letter is on record as having got it, or perhaps.
  const permitted = rows.filter(({ state }) => state === "sent" || state === "uncertain");
  expect(permitted.every(({ basis, evidence }) => basis !== null && evidence.length > 0)).toBe(true);
  expect(kept.size).toBeGreaterThanOrEqual(progress.sent);
  expect(kept.size).toBeLessThanOrEqual(progress.sent + progress.uncertain);
  expect(progress.uncertain).toBeLessThanOrEqual(killed * mostInFlight);
  // No letter was begun a second after its person had left.
  const late = sink.attempts.filter(({ recipient, dataAt }) => {
    const leftAt = left.get(recipient);
    return leftAt !== undefined && dataAt !== null && dataAt > leftAt + 1000;
  });
  expect(late).toEqual([]);
  console.info(
    `kills: ${killed}; people: ${people}; sent: ${progress.sent}; uncertain: ${progress.uncertain}, of them arrived: ${
      kept.size - progress.sent
    }; left meanwhile: ${left.size}, refused: ${refused}`,
  );
}, 3_600_000);

function start(campaign: string): ChildProcess {
  const script = join(import.meta.dirname, "sender-process.ts");
  return spawn(process.execPath, [script, world.databaseUrl, sink.url, campaign], { stdio: "ignore" });
}

/** A tenth of the people leave at random moments; when each withdrawal had committed. Milliseconds since the Unix epoch. */
async function leave(): Promise<ReadonlyMap<string, number>> {
  const left = new Map<string, number>();
  const goal = people / 10;
  for (let person = random(people); left.size < goal; person = random(people)) {
    if (left.has(address(person))) continue;
    const at = new Date().toISOString();
    await tell(world, address(person), { id: "left", type: "consent.withdrawn", at, purpose: "newsletter" });
    left.set(address(person), Date.now());
    await sleep(random(whole ? 40 : 60));
  }
  return left;
}
