// How many forms does one server show a second, and how many does it take, each on record before its answer?
// Usage: node bench/forms.ts [PEOPLE], who are on record for the second half of it. Needs wrk, and pgbench of `postgresql`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { openForm, signShown } from "../src/app/consent/open-form.ts";
import { record } from "../src/app/consent/record.ts";
import { getAgain, postEach, secondsOfCore } from "./forms/load.ts";
import { weigh } from "./forms/weigh.ts";
import { breakGround, inTurn, noPost, report, somebody } from "./ground.ts";
import { insertRows } from "./ledger/raw-inserts.ts";

const people = Number(process.argv[2] ?? 1_000_000);
const seconds = 5;
const rounds = 3;
const mostSubmissions = seconds * 4_000;

const ground = await breakGround(noPost);
const owner = new pg.Pool({ connectionString: ground.databaseUrl, max: 1 });
await owner.query("create table bare (like facts including all)");
const server = spawn(
  process.execPath,
  [`${import.meta.dirname}/forms/server.ts`, ground.applicationUrl, ground.databaseUrl],
  { stdio: ["pipe", "pipe", "inherit"] },
);
let next = 0;
try {
  const [ports] = await once(server.stdout, "data");
  const [licet = "", bare = ""] = (JSON.parse(String(ports)) as number[]).map(
    (port) => `http://127.0.0.1:${port}`,
  );
  console.log("\nPages with all that a first visit loads, as it is sent");
  for (const form of ["sign-up", "order", "catalogue"])
    console.log(`  ${await weigh(licet, `/f/${form}?lang=es`)}`);
  await measure(licet, bare, "nobody on record");
  await grow();
  await measure(licet, bare, `${people.toLocaleString("en")} people on record`);
} finally {
  server.stdin.end();
  await once(server, "exit");
  await owner.end();
  await ground.close();
}

async function measure(licet: string, bare: string, when: string): Promise<void> {
  const page = "/f/sign-up?lang=en";
  report(
    `Form pages, ${when}`,
    "pages/s",
    await inTurn(rounds, {
      "the same bytes from Hono alone": async () => getAgain(`${bare}${page}`, seconds),
      [`licet, GET ${page}`]: () => ofCore(() => getAgain(`${licet}${page}`, seconds), "pages"),
    }),
  );
  report(
    `Forms taken, ${when}`,
    "acts/s",
    await inTurn(rounds, {
      "pgbench, one row each": async () => insertRows(ground.databaseUrl, { rows: 1, width: 64, seconds }),
      "licet, POST /f/sign-up": () => ofCore(() => submissions(`${licet}/f/sign-up`), "acts"),
    }),
  );
}

/** Tells beside the rate by the clock what the server's own process needed, which a busy machine changes less. */
async function ofCore(work: () => number | Promise<number>, what: string): Promise<number> {
  const before = secondsOfCore(server.pid);
  const rate = await work();
  const used = secondsOfCore(server.pid) - before;
  console.log(
    `  (a second of the server's core: ${Math.round((rate * seconds) / used).toLocaleString("en")} ${what})`,
  );
  return rate;
}

/** Acts on record a second: what the server says that it took counts for nothing. */
async function submissions(url: string): Promise<number> {
  const open = await openForm(ground.world, "sign-up");
  if (!open) throw new Error("the demo shop has lost a form");
  const bodies = Array.from({ length: mostSubmissions }, () =>
    new URLSearchParams({
      token: signShown(ground.world, open, "en"),
      email: `visitor-${next++}@example.com`,
      country: "ES",
      box: "newsletter",
    }).toString(),
  );
  const before = await acts();
  postEach(url, bodies, seconds);
  const taken = (await acts()) - before;
  if (taken >= mostSubmissions) throw new Error("there were too few forms to send");
  return taken / seconds;
}

async function acts(): Promise<number> {
  const { rows } = await owner.query("select count(*)::int as acts from facts where source = 'form:sign-up'");
  return rows[0].acts;
}

async function grow(): Promise<void> {
  let first = 0;
  const some = async () => {
    for (let from = first; from < people; from = first) {
      first += 500;
      await record(
        ground.world,
        Array.from({ length: 500 }, (_, offset) => somebody(from + offset)),
      );
    }
  };
  await Promise.all([some(), some()]);
  await owner.query("vacuum analyze");
}
