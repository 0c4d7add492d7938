// A mixed stream through the whole program: killed in the middle, it loses nothing that it acknowledged, and sends the permitted alone.
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { openMailbox } from "../../src/smtp/mailbox.ts";
import { type Place, place, repository } from "../cli/run.ts";
import { freePort } from "../support/free-port.ts";
import { address, goodConsent } from "../support/people.ts";
import { seeded } from "../support/seeded.ts";
import { Dialogue, letter } from "./open.ts";

const whole = process.env.LICET_RUNS === "all";
const mails = whole ? 20_000 : 600;
const connections = 16;
/** What a process hands over at once: so many may go again after a kill. */
const mostInFlight = 50;
const seed = Number(process.env.LICET_SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);

let server: ChildProcess | undefined;
let here: Place | undefined;

afterEach(async () => {
  if (server && server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server?.once("exit", resolve));
    server.kill("SIGTERM");
    await gone;
  }
  if (here) rmSync(here.folder, { recursive: true, force: true });
});

it(`${mails} mails to permitted, refused and leaving people arrive where they may, each once but for those in flight at a kill (LICET_SEED=${seed})`, async () => {
  const received: { to: string; id: string; at: number }[] = [];
  const sink = await openMailbox(async ({ forwardPath, raw }) => {
    const id = /^Message-ID: <(\d+)@/m.exec(raw.toString("latin1", 0, 4096))?.[1] ?? "report";
    received.push({ to: forwardPath, id, at: Date.now() });
  });
  const [port, gatePort] = [await freePort(), await freePort()];
  here = place({
    LICET_PORT: String(port),
    LICET_SMTP_URL: sink.url,
    LICET_GATE_PORT: String(gatePort),
  });
  // One of four people never consented, and of the others some leave while it runs.
  const people = 200;
  const consents = (person: number) => person % 4 !== 0;
  const lines = Array.from({ length: people }, (_, person) =>
    JSON.stringify({
      email: address(person),
      recipient: { country: "ES", kind: "natural" },
      facts: consents(person)
        ? [goodConsent()]
        : [{ id: "seen", type: "activity.observed", kind: "login", at: "2026-11-01T10:00:00Z" }],
    }),
  );
  writeFileSync(join(here.folder, "people.jsonl"), `${lines.join("\n")}\n`);
  await here.licet("apply", join(repository, "examples/lunaria/licet.yaml"));
  await here.licet("record", "people.jsonl");
  const [made] = (await here.licet("gate", "create", "tool", "--purpose", "newsletter", "--json")).json();
  const credential = { name: "tool", password: made?.password as string };
  const created = await here.licet("api-key", "create", "--name", "shop", "--scope", "facts:write", "--json");
  const { key } = created.json()[0] as { key: string };
  await start(here, port);

  const left = new Map<number, number>();
  const acknowledged = new Map<string, number>();
  const refused = { told: 0, wrong: 0 };
  let next = 0;
  const stream = async (): Promise<void> => {
    let tool: Dialogue | null = null;
    for (let nth = next++; nth < mails; nth = next++) {
      const person = random(people);
      for (;;) {
        // As a tool does: where the line is cut before the reply, the mail goes again.
        tool ??= await Dialogue.signedIn(gatePort, credential).catch(() => null);
        if (tool === null) {
          await sleep(100);
          continue;
        }
        const [reply = "", last = ""] = await tool.mail(
          [address(person)],
          letter().replace("boots-1@tool.example", `${nth}@tool.example`),
        );
        if (reply.startsWith("250") && last.startsWith("250")) {
          acknowledged.set(String(nth), person);
          break;
        }
        if (reply.startsWith("550")) {
          refused.told += 1;
          if (consents(person) && !left.has(person)) refused.wrong += 1;
          await tool.say("RSET");
          break;
        }
        tool.close();
        tool = null;
      }
    }
    tool?.close();
  };
  const leaving = (async () => {
    for (let person = 1; person < people; person += 10) {
      await sleep(whole ? 1500 : 60);
      // The very same again where the answer was lost: another time would be another fact.
      const at = new Date().toISOString();
      for (;;) {
        const told = await withdraw(port, key, person, at);
        if (told) break;
        await sleep(100);
      }
      left.set(person, Date.now());
    }
  })();
  const killing = (async () => {
    for (const share of whole ? [0.2, 0.4, 0.6, 0.8] : [0.5]) {
      while (acknowledged.size + refused.told < mails * share) await sleep(10);
      server?.kill("SIGKILL");
      await start(here as Place, port);
    }
  })();
  await Promise.all([leaving, killing, ...Array.from({ length: connections }, stream)]);
  // What was in flight at a kill goes again after a minute; only the whole run waits for that.
  const lost = () => {
    const ids = new Set(received.map(({ id }) => id));
    return [...acknowledged].filter(([id, person]) => !ids.has(id) && !left.has(person));
  };
  const owed = whole ? 0 : mostInFlight;
  for (let waited = 0; lost().length > owed && waited < 1000; waited += 1) await sleep(100);
  await sink.close();

  expect(refused.wrong).toBe(0);
  const arrived = received.filter(({ id }) => id !== "report");
  // Nothing reached whoever never said yes, nor whoever had left.
  for (const { to, at } of arrived) {
    const person = Number(/\d+/.exec(to)?.[0]);
    expect(consents(person)).toBe(true);
    expect(at).toBeLessThanOrEqual((left.get(person) ?? Number.POSITIVE_INFINITY) + 1000);
  }
  // What was acknowledged arrived, or its person left before it could.
  expect(lost().length).toBeLessThanOrEqual(owed);
  const twice = arrived.length - new Set(arrived.map(({ id }) => id)).size;
  expect(twice).toBeLessThanOrEqual((whole ? 4 : 1) * (mostInFlight + connections));
  // Each that was told has its reason on record; of one that was cut off before it was told there may be two.
  const reasons = (await here.licet("verdicts", "--refused", "--asker", "tool", "--json")).json();
  const counted = reasons.reduce((sum, { verdicts }) => sum + Number(verdicts), 0);
  expect(counted).toBeGreaterThanOrEqual(refused.told);
  const [audit] = (await here.licet("verify", "--json")).json();
  expect(audit).toMatchObject({ sound: true, fault: null });
}, 600_000);

async function withdraw(port: number, key: string, person: number, at: string): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/facts`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      email: address(person),
      facts: [{ id: "left", type: "consent.withdrawn", purpose: "newsletter", at }],
    }),
  }).catch(() => null);
  return answer?.ok === true;
}

/** The server itself, not its launcher: what is killed must be what takes the mail. */
async function start({ folder, environment }: Place, port: number): Promise<void> {
  server = spawn(process.execPath, [join(repository, "src/cli/main.ts"), "start"], {
    cwd: folder,
    env: environment,
    stdio: "ignore",
  });
  for (let waited = 0; waited < 600; waited += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(50);
  }
  throw new Error("it did not start");
}
