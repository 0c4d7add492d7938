// A process that tells facts, sequences and sends until it is asked to end, and says what was acknowledged: to be killed.
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { record } from "../../src/app/consent/record.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import type { World } from "../../src/app/ports.ts";
import type { Instant } from "../../src/core/instant.ts";
import { openAsk } from "../../src/http/ask.ts";
import { openMasterKeys } from "../../src/ledger/master-keys.ts";
import { deriveSecrets } from "../../src/ledger/secrets.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { openStore } from "../../src/store/store.ts";
import { entryOf } from "../support/telling.ts";

const [databaseUrl = "", smtpUrl = "", secret = "", masterKey = "", name = ""] = process.argv.slice(2);
const secrets = deriveSecrets(secret);
const store = await openStore(
  databaseUrl,
  secrets.fingerprint,
  openMasterKeys(() => masterKey),
);
const world: World = {
  store,
  post: openRelay(smtpUrl),
  clock: { now: () => Date.now() as Instant },
  ids: { next: randomUUID },
  secrets,
  attestors: { witnesses: [], needed: 1, authority: null, anchors: "", ask: openAsk() },
  dkimKeys: () => [],
  publicUrl: "http://127.0.0.1:4000",
};
let asked = false;
createInterface(process.stdin).once("line", () => {
  asked = true;
});

let count = 0;
/** Says what it is about to tell, and afterwards what was acknowledged, each in one write. */
async function tell(people: number): Promise<void> {
  const ids = Array.from({ length: people }, () => `told-${name}-${count++}`);
  process.stdout.write(`${ids.map((id) => `tell ${id}`).join("\n")}\n`);
  const answers = await record(
    world,
    ids.map((id) => entryOf(id)),
  );
  const lines = ids.map((id, nth) => {
    const answer = answers[nth];
    if (!answer?.ok) throw answer?.error ?? new Error("no answer");
    return `told ${id} ${answer.subject}`;
  });
  process.stdout.write(`${lines.join("\n")}\n`);
}

async function send(): Promise<void> {
  const template = { format: "markdown", subject: `Spring ${randomUUID()}`, body: "Hello" } as const;
  const { id } = await startCampaign(world, { purpose: "newsletter", template });
  await runCampaign(world, id, { leaseMs: 400 });
}

/** Whatever fails by an expected error is left; anything else ends the process, which the test would notice. */
async function repeat(work: () => Promise<unknown>): Promise<void> {
  while (!asked)
    await work().catch(async (error: unknown) => {
      if (!(error instanceof Error) || error.name !== "CodedError") throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
}

process.stdout.write("ready\n");
await Promise.all([
  repeat(() => tell(1)),
  repeat(() => tell(1)),
  repeat(() => tell(15)),
  repeat(() => sequence(world)),
  repeat(send),
]);
await world.post.close();
await store.close();
process.exit(0);
