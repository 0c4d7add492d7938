// What a campaign reads of its deliveries grows with the people alone, also while nobody has told PostgreSQL how many there are.
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import type { Slice } from "../../src/app/campaigns/campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { decidedUnder } from "../../src/app/subjects/decided-under.ts";
import type { Instant } from "../../src/core/instant.ts";
import { tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const people = 3000;

let world: TestWorld | undefined;
afterEach(() => world?.close());

it("each batch looks up its own people, and reads nobody else's delivery", async () => {
  const here = await makeWorld();
  world = here;
  await tellMany(here, people);
  const setup = await here.store.setup.current();
  const purpose = setup?.purposes.newsletter;
  if (!setup || !purpose) throw new Error("the demo shop has a newsletter");
  const campaign = await startCampaign(here, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello" },
  });
  const { campaigns } = here.store;
  const at = here.clock.now();
  const until = (at + 600_000) as Instant;
  let sent = 0;
  const lease = () => campaigns.lease(campaign.id, here.ids.next(), at, until);
  for (let leased = await lease(); leased; leased = await lease()) {
    for (let slice: Slice = leased; ; ) {
      const claims = await campaigns.claim(campaign, slice, decidedUnder(setup, purpose), at, 30);
      const last = claims.at(-1)?.subject;
      if (last === undefined) break;
      slice = { ...slice, cursor: last };
      const outcomes = claims.map(({ subject }) => ({
        ...{ subject, messageId: "<1@lunaria.example>", at, deferral: null },
        handover: { kind: "sent", reply: "250 ok" } as const,
      }));
      expect(
        await campaigns.conclude(campaign.id, slice, outcomes, { begun: null, done: false, until }),
      ).toBe(true);
      sent += outcomes.length;
    }
  }
  expect(sent).toBe(people);
  const admin = new pg.Client(here.ownerUrl);
  await admin.connect();
  const reads = async () => {
    const { rows } = await admin.query<{ inserted: number; read: number }>(
      `select n_tup_ins::int as inserted, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
       from pg_stat_user_tables where relname = 'deliveries'`,
    );
    return rows[0];
  };
  // Connections tell what they read only now and then.
  await expect.poll(async () => (await reads())?.inserted, { timeout: 20_000 }).toBe(people);
  expect((await reads())?.read).toBeLessThan(10 * people);
  await admin.end();
}, 60_000);

it("a list of campaigns holds what it shows, and not what each of them says", async () => {
  world = await makeWorld();
  const template = { format: "markdown", subject: "Spring", body: "x".repeat(100_000), text: "y" } as const;
  const { id } = await startCampaign(world, { purpose: "newsletter", template });
  const [listed] = await world.store.campaigns.list();
  expect(listed).toMatchObject({ id, purpose: "newsletter", state: "running" });
  expect(listed?.template).toEqual({ format: "markdown", subject: "Spring" });
});
