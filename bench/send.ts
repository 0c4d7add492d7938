// How many mails a second does a campaign hand over, with gate, evidence and outcomes, beside Postfix's load generator?
// Usage: node bench/send.ts [PEOPLE] [--plot FILE.svg], or node bench/send.ts --grow [PEOPLE].
// Needs smtp-sink and smtp-source of the Debian package `postfix`.
import { execFile, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { createTransport } from "nodemailer";
import pg from "pg";
import { startCampaign } from "../src/app/campaigns/start-campaign.ts";
import { record } from "../src/app/consent/record.ts";
import type { Instant } from "../src/core/instant.ts";
import { addDkimKeys } from "../src/dkim-files.ts";
import { openRelay } from "../src/smtp/relay.ts";
import { breakGround, type Ground, inTurn, processorSeconds, rate, report, somebody } from "./ground.ts";
import { plot } from "./send/plot.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grow: { type: "boolean", default: false }, plot: { type: "string" } },
});
const people = Number(positionals[0] ?? (values.grow ? 1_000_000 : 100_000));
/** What `sendMail` costs is the same however many there are, and it takes long. */
const sendMailPeople = Math.min(people, 20_000);
const connections = 10;
const domain = "lunaria.example";
const paragraph = "New shoes for the spring, made slowly and sold without hurry. ";
const body = `# Spring\n\n${`${paragraph.repeat(3)}\n\n`.repeat(8)}`;

const port = await freePort();
const sink = spawn("/usr/sbin/smtp-sink", ["-u", "nobody", `127.0.0.1:${port}`, "1000"], { stdio: "ignore" });
const keys = mkdtempSync(join(tmpdir(), "licet-bench-keys-"));
await sleep(300);
const ground = await breakGround(openRelay(`smtp://127.0.0.1:${port}`));
try {
  await (values.grow ? grow() : compare());
} finally {
  await ground.close();
  sink.kill();
  rmSync(keys, { recursive: true });
}

async function compare(): Promise<void> {
  await fill(ground, 0, people);
  const database = new pg.Client({ connectionString: ground.databaseUrl });
  await database.connect();
  await database.query("vacuum analyze");
  await database.end();
  const signing = await addDkimKeys({ dataFolder: keys }, domain, 0 as Instant);
  const rsa = signing.find(({ algorithm }) => algorithm === "rsa-sha256");
  const dkim = { domainName: domain, keySelector: rsa?.selector ?? "", privateKey: rsa?.privateKey ?? "" };
  const rates = await inTurn(3, {
    "smtp-source -d (C, nothing but SMTP)": () => rate(people, async () => smtpSource()),
    "nodemailer sendMail": () => sendMail(),
    "Licet, every promise kept": async () => people / (await campaign()).seconds,
    "nodemailer sendMail, its DKIM by RSA": () => sendMail(dkim),
    "Licet, DKIM by RSA and Ed25519": async () => people / (await campaign(keys)).seconds,
  });
  const title = `Mails handed over, ${people.toLocaleString("en")} people, ${connections} connections`;
  report(title, "mails/s", rates);
  if (values.plot !== undefined) writeFileSync(values.plot, plot(title, "mails a second", rates));
}

/** What one mail costs among ten thousand people and among many, by the clock and computed. */
async function grow(): Promise<void> {
  const database = new pg.Client({ connectionString: ground.databaseUrl });
  await database.connect();
  let there = 0;
  for (const count of [Math.min(10_000, people), people]) {
    await fill(ground, there, count);
    there = count;
    await database.query("vacuum analyze");
    const rounds = [];
    for (let round = 0; round < (count < people ? 3 : 1); round += 1) {
      const before = await processorSeconds(database);
      const { seconds, processorSeconds: own, peakMB } = await campaign(undefined, count);
      const postgres = (await processorSeconds(database)).postgres - before.postgres;
      rounds.push({ clock: seconds / count, computed: (own + postgres) / count, peakMB });
    }
    const { clock, computed, peakMB } = rounds.sort((a, b) => a.computed - b.computed)[
      Math.floor(rounds.length / 2)
    ] as (typeof rounds)[number];
    const us = (cost: number) => `${Math.round(cost * 1e6).toLocaleString("en")} µs`;
    console.log(
      `${count.toLocaleString("en").padStart(9)} people: ${us(clock)} a mail by the clock, ${us(computed)} computed by sender and PostgreSQL; the sender held ${Math.round(peakMB)} MB at most`,
    );
  }
  const peers = {
    "smtp-source -d": await rate(people, async () => smtpSource()),
    "nodemailer sendMail": await sendMail(),
  };
  for (const [name, mails] of Object.entries(peers))
    console.log(
      `${" ".repeat(9)} ${name} in the same run: ${Math.round(1e6 / mails)} µs a mail by the clock`,
    );
  await database.end();
}

interface Told {
  readonly sent: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMB: number;
}

async function campaign(keyFolder?: string, count = people): Promise<Told> {
  const { id } = await startCampaign(ground.world, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body },
  });
  const { applicationUrl, databaseUrl } = ground;
  const sender = join(import.meta.dirname, "send", "sender.ts");
  // As `bin/licet` starts it.
  const typed = [
    "--no-allocation-site-pretenuring",
    "--max-semi-space-size=16",
    "--heap-growing-percent=50",
    sender,
    applicationUrl,
    databaseUrl,
    String(port),
    String(connections),
    id,
  ];
  const env = { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(2, availableParallelism())) };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...typed, ...(keyFolder ? [keyFolder] : [])],
    { env },
  );
  const told = JSON.parse(stdout) as Told;
  if (told.sent !== count) throw new Error(`${told.sent} of ${count} were sent`);
  return told;
}

async function fill({ world }: Ground, from: number, to: number): Promise<void> {
  const batch = 1000;
  for (let first = from; first < to; first += batch)
    await record(
      world,
      Array.from({ length: Math.min(batch, to - first) }, (_, offset) => somebody(first + offset)),
    );
}

async function sendMail(dkim?: {
  domainName: string;
  keySelector: string;
  privateKey: string;
}): Promise<number> {
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
    ...(dkim ? { dkim } : {}),
  });
  const mail = {
    from: `shop@${domain}`,
    to: "person@example.com",
    subject: "Spring",
    text: body,
    html: `<p>${body}</p>`,
  };
  let left = sendMailPeople;
  const sent = await rate(sendMailPeople, () =>
    // Always some that wait, and never so many that keeping them costs anything.
    Promise.all(
      Array.from({ length: 5 * connections }, async () => {
        while (left-- > 0) await transport.sendMail(mail);
      }),
    ),
  );
  transport.close();
  return sent;
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
