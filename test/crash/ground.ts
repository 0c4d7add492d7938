// What the tests of failing disks and power cuts stand on: a PostgreSQL over such a disk, and what is done meanwhile.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { CodedError } from "../../src/errors.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { type FailingDisk, makeFailingDisk } from "../support/failing-disk.ts";
import { openHolder } from "../support/holder.ts";
import { onceAnswering } from "../support/once-answering.ts";
import { scratch } from "../support/scratch.ts";
import { makeTellers, type Tellers } from "../support/tellers.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

/** What is done while the disk fails, what goes before, and which calls it cannot do without. */
export interface Stage {
  readonly before?: () => Promise<unknown>;
  /** Fails with a coded error, if at all. */
  readonly act: () => Promise<unknown>;
  readonly passes: readonly string[];
}

export interface Ground {
  readonly dataFolder: string;
  readonly cluster: string;
  readonly disk: FailingDisk;
  readonly world: TestWorld;
  readonly tellers: Tellers;
  readonly stages: Readonly<Record<string, Stage>>;
  checkpoint(): Promise<void>;
  /** When PostgreSQL is back: nothing is lost that was acknowledged, no checkpoint was taken back, the audit is clean. */
  check(when: string): Promise<void>;
  /** How many checkpoints the holder outside has. */
  held(): number;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const folder = realpathSync(mkdtempSync(join(scratch, "licet-crash-")));
  const dataFolder = join(folder, "data");
  const cluster = join(dataFolder, "postgres");
  const disk = makeFailingDisk(folder, cluster);
  Object.assign(process.env, disk.environment);
  const postgres = await openEmbedded(dataFolder);

  async function asSuperuser(statement: string): Promise<void> {
    const client = new pg.Client(postgres.url.replace("//licet:", "//postgres:"));
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(statement);
    } catch (cause) {
      throw new CodedError("database-unreachable", statement, { cause });
    } finally {
      await client.end().catch(() => {});
    }
  }
  const checkpoint = () => asSuperuser("checkpoint");
  const switchSegment = () =>
    asSuperuser("select pg_logical_emit_message(false, 'test', 'x'), pg_switch_wal()");

  // Nothing of its own accord, so that what is counted is what was asked for.
  for (const setting of [
    "autovacuum = off",
    "bgwriter_lru_maxpages = 0",
    "checkpoint_timeout = '1d'",
    "wal_writer_delay = '10s'",
    "wal_recycle = off",
  ])
    await asSuperuser(`alter system set ${setting}`);
  await asSuperuser("select pg_reload_conf()");

  const world = await makeWorld({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
  const tellers = makeTellers(world, postgres.url);
  await tellers.consents(12);
  await sequence(world);
  await checkpoint();
  const holder = openHolder(postgres.url);

  let unfinished: string | undefined;
  async function send(): Promise<void> {
    const template = { format: "markdown", subject: `Spring ${world.ids.next()}`, body: "Hello" } as const;
    unfinished ??= (await startCampaign(world, { purpose: "newsletter", template })).id;
    await runCampaign(world, unfinished, { leaseMs: 400 });
    unfinished = undefined;
  }

  const toTheWal = ["write wal", "sync wal"];
  return {
    dataFolder,
    cluster,
    disk,
    world,
    tellers,
    checkpoint,
    stages: {
      "facts told one by one": {
        act: async () => [await tellers.one(), await tellers.one()],
        passes: toTheWal,
      },
      "facts told at once": { act: () => tellers.many(12), passes: toTheWal },
      "a fact that needs a new segment of the WAL": {
        // A checkpoint may have made the next one ready.
        before: switchSegment,
        act: async () => [await switchSegment(), await tellers.one()],
        passes: [...toTheWal, "create wal", "rename wal"],
      },
      sequencing: { before: () => tellers.many(3), act: () => sequence(world), passes: toTheWal },
      "a campaign": { act: send, passes: toTheWal },
      "a checkpoint of PostgreSQL": {
        before: async () => [await checkpoint(), await tellers.many(12)],
        act: checkpoint,
        passes: ["write tables", "sync tables", "write control", "sync control"],
      },
    },
    check: (when) =>
      onceAnswering(async () => {
        await tellers.check(when);
        if (unfinished !== undefined) await send();
        await holder.check(world, when);
      }),
    held: () => holder.held(),
    async close() {
      disk.heal();
      await holder.close();
      await world.close();
      await postgres.close();
      for (const name of Object.keys(disk.environment)) delete process.env[name];
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
