// A disk that is full, a real one: what is refused is said to be refused, what was acknowledged stays, and it goes on.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../support/free-port.ts";
import { needs } from "../support/needs.ts";
import { place, repository } from "./run.ts";

needs("mount namespace").describe("a disk that is full", () => {
  const here = place();
  const data = join(here.folder, ".licet");
  let mount: ChildProcess;
  let server: ChildProcess | undefined;
  let port: number;
  let key: string;

  beforeAll(async () => {
    port = await freePort();
    // The disk lives as long as this process, and nobody outside of its namespace sees it.
    mount = spawn(
      "unshare",
      [
        ...namespace(),
        "sh",
        "-c",
        `mkdir ${data} && mount -t tmpfs -o size=144m licet ${data} && echo ready && cat`,
      ],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    await new Promise((resolve) => mount.stdout?.once("data", resolve));
    const applied = await licet("apply", join(repository, "examples/lunaria/licet.yaml"));
    expect(applied.status, applied.stderr).toBe(0);
    const scopes = ["facts:write", "ledger:read"].flatMap((scope) => ["--scope", scope]);
    const created = await licet("api-key", "create", "--name", "test", ...scopes, "--json");
    key = (JSON.parse(created.stdout) as { key: string }).key;
    server = inside("start");
    await until(async () => (await fetch(url("/healthz")).catch(() => null))?.status === 200);
  }, 120_000);
  afterAll(async () => {
    if (server) await ended(server, "SIGTERM");
    await ended(mount, "SIGKILL");
    rmSync(here.folder, { recursive: true, force: true });
  });

  const url = (path: string) => `http://127.0.0.1:${port}${path}`;
  const filler = () => `/proc/${mount.pid}/root${data}/filler`;

  /** The command, where the disk is. */
  function inside(...typed: string[]): ChildProcess {
    return insideAt(data, ...typed);
  }
  function insideAt(folder: string, ...typed: string[]): ChildProcess {
    const enter = [
      `--target=${mount.pid}`,
      "--mount",
      ...(process.getuid?.() === 0 ? [] : ["--user", "--preserve-credentials"]),
    ];
    return spawn("nsenter", [...enter, process.execPath, join(repository, "src/cli/main.ts"), ...typed], {
      cwd: repository,
      env: { ...here.environment, LICET_PORT: String(port), LICET_DATA: folder },
    });
  }
  const licet = (...typed: string[]) => licetAt(data, ...typed);
  function licetAt(
    folder: string,
    ...typed: string[]
  ): Promise<{ status: number | null; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      const child = insideAt(folder, ...typed);
      let [stdout, stderr] = ["", ""];
      child.stdout?.on("data", (text) => (stdout += text));
      child.stderr?.on("data", (text) => (stderr += text));
      child.once("close", (status) => resolve({ status, stdout, stderr }));
      child.stdin?.end();
    });
  }
  function fill(): void {
    const file = openSync(filler(), "a");
    try {
      for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
        try {
          for (;;) if (writeSync(file, Buffer.alloc(bytes)) < bytes) break;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }
  /** Tells of somebody, with as much of a text as fills the disk soon. */
  async function tell(id: string, bytes = 16): Promise<{ status: number; answer: Record<string, unknown> }> {
    const fact = {
      id,
      type: "activity.observed",
      at: "2026-11-20T10:00:00Z",
      note: randomBytes(bytes).toString("hex"),
    };
    told.set(id, told.get(id) ?? JSON.stringify({ email: `${id}@example.com`, facts: [fact] }));
    const response = await fetch(url("/api/v1/facts"), {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: told.get(id) ?? "",
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  }
  const told = new Map<string, string>();
  const acknowledged: string[] = [];

  it("refuses with what to do, in the API, on the page and in the command, and goes on by itself when there is room", async () => {
    const form = await (await fetch(url("/f/sign-up?lang=en"))).text();
    expect(await tell("before")).toMatchObject({ status: 200 });
    acknowledged.push("before");
    let held = new Response();
    await until(async () => {
      held = await fetch(url("/ledger/checkpoint"), { headers: { authorization: `Bearer ${key}` } });
      return held.status === 200;
    });
    fill();

    // There is room within the files that are there; it comes to an end.
    let refused: Awaited<ReturnType<typeof tell>> | undefined;
    for (let nth = 0; !refused && nth < 200; nth += 1) {
      const answer = await tell(`full-${nth}`, 200_000);
      if (answer.status === 200) acknowledged.push(`full-${nth}`);
      else refused = answer;
    }
    expect(refused).toMatchObject({
      status: 507,
      answer: { type: "urn:licet:error:disk-full", title: expect.stringContaining("free space") },
    });
    // It is the same where the whole server ended, since there was no room for the next segment of its WAL.
    await switchSegments();
    await until(async () => (await tell("ended")).status !== 200);
    expect(await tell("ended")).toMatchObject({ status: 507, answer: { type: "urn:licet:error:disk-full" } });

    const signed = await fetch(url("/f/sign-up"), {
      method: "POST",
      headers: { "accept-language": "en" },
      body: new URLSearchParams({
        token: /name="token" value="([^"]+)"/.exec(form)?.[1] ?? "",
        email: "ana@example.com",
        country: "ES",
        box: "newsletter",
      }),
    });
    expect(signed.status).toBe(507);
    const page = await signed.text();
    expect(page).toContain("We cannot save anything right now");
    expect(page).toContain("is not confirmed");
    const command = await licet("verify");
    expect(command).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^licet: the disk that PostgreSQL writes to is full; free space/),
    });
    expect(server?.exitCode).toBeNull();

    rmSync(filler());
    await until(async () => (await tell("after")).status === 200);
    // Told again under the same ids: what was refused is on record now, what was acknowledged was there already.
    for (const id of told.keys()) {
      const { status, answer } = await tell(id);
      expect({ id, status }).toEqual({ id, status: 200 });
      if (acknowledged.includes(id)) expect({ id, ...answer }).toMatchObject({ recorded: 0, unchanged: 1 });
    }
    await until(async () => (await audit()).waiting.facts === 0);
    const kept = join(here.folder, "kept.txt");
    writeFileSync(kept, await held.text());
    expect(await audit("--checkpoint", kept)).toMatchObject({ sound: true, fault: null });
  }, 180_000);

  it("leaves half a key behind at no first start, and says why there is none", async () => {
    if (server) await ended(server, "SIGTERM");
    server = undefined;
    fill();
    const stopped = await licet("verify");
    expect(stopped).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("disk that PostgreSQL writes to is full"),
    });
    const fresh = await licetAt(join(data, "fresh"), "verify");
    expect(fresh).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("disk that PostgreSQL writes to is full"),
    });
    const folder = `/proc/${mount.pid}/root${data}/fresh`;
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), "utf8")).toMatch(/^[0-9a-f]{64}$/);
    rmSync(filler());
    expect(await audit()).toMatchObject({ sound: true });
  }, 120_000);

  async function audit(...options: string[]): Promise<{ sound: boolean; waiting: { facts: number } }> {
    const { stdout } = await licet("verify", "--json", ...options);
    return JSON.parse(stdout) as { sound: boolean; waiting: { facts: number } };
  }
  /** Until the server that cannot make another one ends. */
  async function switchSegments(): Promise<void> {
    const access = JSON.parse(readFileSync(`/proc/${mount.pid}/root${data}/postgres.json`, "utf8")) as {
      port: number;
      password: string;
    };
    const admin = new pg.Client(`postgres://postgres:${access.password}@127.0.0.1:${access.port}/licet`);
    admin.on("error", () => {});
    try {
      await admin.connect();
      for (let segment = 0; segment < 20; segment += 1) {
        await admin.query("select pg_logical_emit_message(true, 'test', 'x'), pg_switch_wal()");
      }
    } catch {
      // It has ended.
    } finally {
      await admin.end().catch(() => {});
    }
  }
});

function namespace(): string[] {
  return process.getuid?.() === 0 ? ["--mount"] : ["--user", "--map-root-user", "--mount"];
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 300; waited += 1) {
    if (await holds()) return;
    await sleep(200);
  }
  throw new Error("waited for a minute in vain");
}
