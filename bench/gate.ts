// How many mails a second does the gate take, durably, beside Debian's Postfix? How long does a recipient wait for an answer?
// Usage: node bench/gate.ts [MAILS] [PEOPLE]. Needs root and the Debian package `postfix`.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { record } from "../src/app/consent/record.ts";
import { createCredential } from "../src/app/gate/credentials.ts";
import { postfixRelay } from "../test/smtp/postfix-relay.ts";
import { breakGround, inTurn, noPost, report, somebody } from "./ground.ts";

const [mails = 3000, people = 10_000] = process.argv.slice(2).map(Number);
const here = join(import.meta.dirname, "gate");
const ground = await breakGround(noPost);
const postfix = await postfixRelay({
  decide: () => null,
  domains: ["example.com"],
  // It takes and keeps: nothing is handed on here either.
  restrictions: "check_recipient_access static:HOLD, permit_auth_destination, reject",
});
/** As `licet gate` itself runs. */
const options = ["--no-allocation-site-pretenuring", "--single-threaded-gc", "--max-semi-space-size=4"];
const gate = spawn(
  process.execPath,
  [...options, join(here, "server.ts"), ground.applicationUrl, ground.databaseUrl],
  { stdio: ["pipe", "pipe", "inherit"] },
);
try {
  const [first] = (await once(gate.stdout, "data")) as [Buffer];
  const port = Number(first.toString());
  for (let from = 0; from < people; from += 1000)
    await record(
      ground.world,
      Array.from({ length: Math.min(1000, people - from) }, (_, offset) => somebody(from + offset)),
    );
  const { password } = await createCredential(ground.world, {
    ...{ name: "tool", purpose: "newsletter", purposes: [], contract: "named", followers: "strip" },
    ...{ observeUntil: null, perMinute: null },
  });
  const signedIn = ["tool", password];
  const postfixPort = Number(new URL(postfix.url).port);

  // Both have run for a while before anything is measured, as servers have.
  await load("mails", postfixPort, mails, 20);
  await load("mails", port, 3 * mails, 20, 0, ...signedIn);
  for (const connections of [20, 100])
    report(
      `Mails of 2 kB taken, each on disk before 250, ${connections} connections`,
      "mails/s",
      await inTurn(3, {
        "Debian's Postfix": async () =>
          mails / (await load("mails", postfixPort, mails, connections)).seconds,
        "Licet, asked for each recipient": async () =>
          mails / (await load("mails", port, mails, connections, 0, ...signedIn)).seconds,
      }),
    );
  for (const [connections, rate, how] of [
    [1, 0, "the next as soon as the last is answered"],
    [16, 1000, "1,000 a second, over 16 connections"],
    [16, 0, "16 at a time, as fast as it answers"],
  ] as const) {
    const { median, p99, seconds } = await load(
      "recipients",
      port,
      10 * mails,
      connections,
      rate,
      ...signedIn,
    );
    console.log(
      `\nA recipient among ${people.toLocaleString("en")} people, half of those asked for unknown, ${how} (${Math.round((10 * mails) / seconds).toLocaleString("en")} a second): ${median.toFixed(1)} ms in the middle, ${p99.toFixed(1)} ms for 99 of 100`,
    );
  }
} finally {
  gate.stdin.end();
  await once(gate, "exit");
  await postfix.close();
  await ground.close();
}

async function load(
  what: "mails" | "recipients",
  port: number,
  count: number,
  connections: number,
  rate = 0,
  ...signedIn: string[]
): Promise<{ seconds: number; median: number; p99: number }> {
  const typed = [join(here, "load.ts"), what, port, count, connections, people, rate, ...signedIn].map(
    String,
  );
  const { stdout } = await promisify(execFile)(process.execPath, typed);
  return JSON.parse(stdout);
}
