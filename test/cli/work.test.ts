// Invariant 7 over more than one machine: three workers, each in a network of its own; one is killed and one cut off.
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { type Mailbox, openMailbox } from "../../src/smtp/mailbox.ts";
import { needs } from "../support/needs.ts";
import { type Machine, type Network, openNetwork } from "../support/network.ts";
import { address, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { place, repository } from "./run.ts";

const people = 400;
/** What a worker has claimed and not concluded: two loops, each with a batch in hand and one ahead. */
const mostInHand = 2 * 2 * 40;

needs("network namespace").describe(
  "three workers on one database, of which one is killed and one cut off",
  () => {
    let world: TestWorld;
    let network: Network;
    let sink: Mailbox;
    const received: string[] = [];
    const machines: Machine[] = [];

    beforeAll(async () => {
      world = await makeWorld();
      network = await openNetwork();
      sink = await openMailbox(async ({ forwardPath }) => {
        received.push(forwardPath);
        await sleep(60);
      });
      await tellMany(world, people);
    });
    afterAll(async () => {
      for (const { process } of machines)
        if (process.exitCode === null && process.signalCode === null) {
          process.kill("SIGKILL");
          await once(process, "exit");
        }
      await sink?.close();
      await network?.close();
      await world?.close();
    });

    it("write to nobody twice and skip nobody", { timeout: 120_000 }, async () => {
      const relay = `${network.host}:${await network.reach(Number(new URL(sink.url).port))}`;
      const database = new URL(world.databaseUrl);
      database.port = String(await network.reach(Number(database.port)));
      database.hostname = network.host;
      const start = async () => {
        const here = place({
          DATABASE_URL: database.href,
          LICET_SMTP_URL: `smtp://${relay}`,
          LICET_SECRET: "5e".repeat(32),
          LICET_MASTER_KEY: "4d".repeat(32),
          LICET_PUBLIC_URL: "https://licet.lunaria.example",
        });
        const machine = await network.start(
          process.execPath,
          [join(repository, "src/cli/main.ts"), "work"],
          here.environment,
        );
        machines.push(machine);
        return machine;
      };
      const [killed, cut] = [await start(), await start(), await start()];
      const post = { ...world.post, name: relay };
      const { id } = await startCampaign(
        { ...world, post },
        { purpose: "newsletter", template: { format: "markdown", subject: "Spring", body: "Hello" } },
      );
      const progress = () => world.store.campaigns.progress(id);
      const until = async (reached: () => boolean | Promise<boolean>) => {
        while (!(await reached())) await sleep(50);
      };

      await until(() => received.length > 60);
      killed?.process.kill("SIGKILL");
      await until(() => received.length > 120);
      cut?.cut();
      await until(async () => (await progress()).finished);

      const { sent, uncertain, failed, inFlight } = await progress();
      expect({ sum: sent + uncertain, failed, inFlight }).toEqual({ sum: people, failed: 0, inFlight: 0 });
      expect(uncertain).toBeLessThanOrEqual(2 * mostInHand);
      expect(new Set(received).size).toBe(received.length);
      const known = new Set(Array.from({ length: people }, (_, person) => address(person)));
      expect(received.filter((email) => !known.has(email))).toEqual([]);
      // Whoever is on record as written to was: and so perhaps were some of those who are on record as uncertain.
      expect(received.length).toBeGreaterThanOrEqual(sent);
      expect(received.length).toBeLessThanOrEqual(sent + uncertain);
    });
  },
);
