// A process that runs one campaign to its end: to be killed.
import { randomUUID } from "node:crypto";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import type { Instant } from "../../src/core/instant.ts";
import { openAsk } from "../../src/http/ask.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { deriveSecrets } from "../../src/ledger/secrets.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { openStore } from "../../src/store/store.ts";

const [databaseUrl = "", smtpUrl = "", campaign = ""] = process.argv.slice(2);
const secrets = deriveSecrets("5e".repeat(32));
const store = await openStore(
  databaseUrl,
  secrets.fingerprint,
  openMasterKeys(() => "4d".repeat(32)),
);
const post = openRelay(smtpUrl);
const world = {
  store,
  post,
  clock: { now: () => Date.now() as Instant },
  ids: { next: randomUUID },
  secrets,
  attestors: { witnesses: [], needed: 1, authority: null, anchors: "", ask: openAsk() },
  dkimKeys: () => [],
  publicUrl: "http://127.0.0.1:4000",
};
await runCampaign(world, campaign, { leaseMs: 1000 });
await post.close();
await store.close();
process.exit(0);
