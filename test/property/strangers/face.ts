// The public face that strangers come to: a server over a real database, a clock that goes on, and keys of its API.
import { generateKeyPairSync } from "node:crypto";
import pg from "pg";
import { startCampaign } from "../../../src/app/campaigns/start-campaign.ts";
import { createApiKey } from "../../../src/app/keys/create-api-key.ts";
import { applySetup } from "../../../src/app/setup/apply.ts";
import { formatInstant, type Instant } from "../../../src/core/instant.ts";
import type { createApp } from "../../../src/http/app.ts";
import { visited } from "../../http/visitor.ts";
import { publishedIn } from "../../support/published-in.ts";
import { withComic } from "../../support/with-comic.ts";
import { makeWorld, type TestWorld } from "../../support/world.ts";
import type { Step } from "./requests.ts";

export interface Face {
  readonly world: TestWorld;
  readonly app: ReturnType<typeof createApp>;
  readonly keys: Readonly<Record<Step["key"], string>>;
  /** Whose mails have ways out as well. */
  readonly campaign: string;
  /** What was done by which request, over all that came. */
  readonly reached: Set<string>;
  now(): Instant;
  goOn(minutes: number): void;
  /** Changes with every row of every table that is added, changed or taken away; when a key was last used is no matter. */
  fingerprint(): Promise<string>;
  lastPosition(): Promise<string>;
  /** The facts since a position. */
  factsSince(position: string): Promise<readonly { subject: string; id: string; type: string }[]>;
  close(): Promise<void>;
}

/** Of every provider, with keys that no stranger has. */
const hooks = {
  ses: "arn:aws:sns:eu-west-1:123456789012:licet",
  postmark: "licet:unknown",
  mailgun: "unknown",
  sendgrid: generateKeyPairSync("ec", { namedCurve: "P-256" })
    .publicKey.export({ format: "der", type: "spki" })
    .toString("base64"),
  brevo: "unknown",
};

export async function openFace(at: string): Promise<Face> {
  const world = await makeWorld({ setup: false, at });
  await applySetup(world, withComic(publishedIn("es", "fr", "en")));
  const often = { requests: 1_000_000, windowSeconds: 60 };
  const admin = new pg.Client({ connectionString: world.ownerUrl });
  await admin.connect();
  const right = await createApiKey(world, {
    name: "shop",
    scopes: ["submissions:write", "facts:write", "people:erase", "people:read", "rights:write"],
  });
  const lesser = await createApiKey(world, { name: "reader", scopes: ["audience:read"] });
  const template = { format: "markdown", subject: "Spring", body: "Hello" } as const;
  const { rows: tables } = await admin.query(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'api_keys'",
  );
  // Counted as it is written: to count what stands there takes longer than what most requests do.
  await admin.query("create sequence written");
  await admin.query(
    "create function count_written() returns trigger language plpgsql security definer as 'begin perform nextval(''public.written''); return null; end'",
  );
  for (const { relname } of tables)
    await admin.query(
      `create trigger count_written after insert or update or delete on ${relname} for each row execute function count_written()`,
    );
  return {
    world,
    app: visited(world, { api: often, forms: { network: often, form: often } }, hooks),
    keys: { right: right.secret, lesser: lesser.secret, wrong: `licet_${"A".repeat(43)}`, none: "" },
    campaign: (await startCampaign(world, { purpose: "newsletter", template })).id,
    reached: new Set(),
    now: () => world.clock.now(),
    goOn: (minutes) => world.setClock(formatInstant((world.clock.now() + minutes * 60_000) as Instant)),
    lastPosition: async () =>
      (await admin.query("select coalesce(max(position), 0) as last from facts")).rows[0].last,
    factsSince: async (position) =>
      (
        await admin.query(
          "select subject_id as subject, fact_id as id, type from facts where position > $1",
          [position],
        )
      ).rows,
    fingerprint: async () => (await admin.query("select last_value from written")).rows[0].last_value,
    close: async () => {
      await admin.end();
      await world.close();
    },
  };
}
