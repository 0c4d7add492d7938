// Runs one campaign in a process of its own, as a server does, and tells what that took.
// Usage: node bench/send/sender.ts URL OWNER-URL PORT CONNECTIONS CAMPAIGN [DATA-FOLDER with keys to sign with].
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { openDkimKeys } from "../../src/dkim-files.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { worldOver } from "../ground.ts";

const [url = "", ownerUrl = "", port, connections, campaign = "", dataFolder] = process.argv.slice(2);
const post = openRelay(`smtp://127.0.0.1:${port}`, { width: Number(connections) });
const { world, store } = await worldOver(url, ownerUrl, post);
const dkimKeys = dataFolder === undefined ? world.dkimKeys : openDkimKeys({ dataFolder });
const before = process.cpuUsage();
const begun = performance.now();
const { sent } = await runCampaign({ ...world, dkimKeys }, campaign);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    sent,
    seconds,
    processorSeconds: (user + system) / 1e6,
    peakMB: process.resourceUsage().maxRSS / 1000,
  }),
);
await post.close();
await store.close();
