// How many mails a second does a campaign hand over, with gate, evidence and outcomes, beside Postfix's load generator?
// Usage: node bench/send.ts [PEOPLE]. Needs smtp-sink and smtp-source of the Debian package `postfix`.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { runCampaign } from "../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../src/app/campaigns/start-campaign.ts";
import { record } from "../src/app/consent/record.ts";
import { openRelay } from "../src/smtp/relay.ts";
import { breakGround, inTurn, rate, report, somebody } from "./ground.ts";

const people = Number(process.argv[2] ?? 5000);
const connections = 10;
const paragraph = "New shoes for the spring, made slowly and sold without hurry. ";
const body = `# Spring\n\n${`${paragraph.repeat(3)}\n\n`.repeat(8)}`;

const port = await freePort();
const sink = spawn("/usr/sbin/smtp-sink", ["-u", "nobody", `127.0.0.1:${port}`, "1000"], { stdio: "ignore" });
await sleep(300);
const ground = await breakGround(openRelay(`smtp://127.0.0.1:${port}`, { width: connections }));
try {
  for (let first = 0; first < people; first += 500)
    await record(
      ground.world,
      Array.from({ length: Math.min(500, people - first) }, (_, offset) => somebody(first + offset)),
    );
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
  });
  const mail = {
    from: "shop@lunaria.example",
    to: "person@example.com",
    subject: "Spring",
    text: body,
    html: `<p>${body}</p>`,
  };

  const rates = await inTurn(3, {
    "smtp-source -d (C, nothing but SMTP)": () => rate(people, async () => smtpSource()),
    "licet campaign, every promise kept": () => rate(people, campaign),
    "nodemailer sendMail, no promise at all": () =>
      rate(people, () => Promise.all(Array.from({ length: people }, () => transport.sendMail(mail)))),
  });
  transport.close();
  report(
    `Mails handed over, ${people.toLocaleString("en")} people, ${connections} connections`,
    "mails/s",
    rates,
  );
} finally {
  await ground.close();
  sink.kill();
}

async function campaign(): Promise<void> {
  const { world } = ground;
  const { id } = await startCampaign(world, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body },
  });
  const { sent } = await runCampaign(world, id);
  if (sent !== people) throw new Error(`${sent} of ${people} were sent`);
}

function smtpSource(): void {
  const options = ["-d", "-m", String(people), "-s", String(connections), "-l", "5000", `127.0.0.1:${port}`];
  const { status } = spawnSync("/usr/sbin/smtp-source", options, { stdio: "ignore" });
  if (status !== 0) throw new Error("smtp-source failed");
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port: free } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
