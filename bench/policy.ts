// How many recipients a second can a Postfix ask about, each answer on record, beside a server that says yes to everything?
// Usage: node bench/policy.ts [PEOPLE].
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { record } from "../src/app/consent/record.ts";
import { createCredential } from "../src/app/gate/credentials.ts";
import { secondsOfCore } from "./forms/load.ts";
import { breakGround, inTurn, noPost, report, somebody } from "./ground.ts";

const people = Number(process.argv[2] ?? 10_000);
const seconds = 4;
const here = join(import.meta.dirname, "policy");
const ground = await breakGround(noPost);
await createCredential(ground.world, {
  ...{ name: "tool", purpose: "newsletter", purposes: [], contract: "named", followers: "strip" },
  ...{ observeUntil: null, perMinute: null },
});
for (let from = 0; from < people; from += 1000)
  await record(
    ground.world,
    Array.from({ length: Math.min(1000, people - from) }, (_, offset) => somebody(from + offset)),
  );

const trivial = await serve("trivial");
const licet = await serve("licet", ground.applicationUrl, ground.databaseUrl);
try {
  for (const connections of [1, 20, 100]) {
    const waits: string[] = [];
    report(
      `Questions with one answer each, ${connections} at a time, ${people.toLocaleString("en")} people`,
      "answers/s",
      await inTurn(3, {
        "a server that says DUNNO": async () => (await load(trivial.port, connections)).answers,
        "Licet, each verdict on record": async () => {
          const before = secondsOfCore(licet.pid);
          const { answers, median, p99 } = await load(licet.port, connections);
          const ofCore = (answers * seconds) / (secondsOfCore(licet.pid) - before);
          waits.push(
            `${median.toFixed(1)} ms in the middle, ${p99.toFixed(1)} for 99 of 100, ${Math.round(ofCore)} in a second of its core`,
          );
          return answers;
        },
      }),
    );
    console.log(`  an answer took ${waits.join("; ")}`);
  }
} finally {
  await trivial.close();
  await licet.close();
  await ground.close();
}

interface Served {
  readonly pid: number | undefined;
  readonly port: number;
  close(): Promise<void>;
}

async function serve(...typed: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [join(here, "server.ts"), ...typed], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [first] = (await once(child.stdout, "data")) as [Buffer];
  return {
    pid: child.pid,
    port: Number(first.toString()),
    async close() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

async function load(
  port: number,
  connections: number,
): Promise<{ answers: number; median: number; p99: number }> {
  const typed = [join(here, "load.ts"), port, connections, seconds, people].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, typed);
  return JSON.parse(stdout);
}
