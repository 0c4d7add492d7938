// `licet doctor` on whole installations: it says what keeps mail from being taken, sends nothing, and tells a script by its status.
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { type ScriptedServer, scriptedServer } from "../smtp/scripted-server.ts";
import { type DnsServer, dnsServer } from "../support/dns-server.ts";
import { needs } from "../support/needs.ts";
import { cloneDatabase, lunaria } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

let dns: DnsServer;
const relays: ScriptedServer[] = [];
const servers: Server[] = [];

beforeEach(async () => {
  dns = await dnsServer(
    'example.com. IN TXT "v=spf1 a:smtp.example.net -all"',
    '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
    "example.com. IN MX 10 mx.example.com.",
    "mx.example.com. IN A 192.0.2.25",
  );
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.close();
  for (const server of servers.splice(0)) server.close();
  await dns.close();
});

/** A database that is not there: what is looked at beside it takes less time so. */
const nowhere = { DATABASE_URL: "postgres://licet@127.0.0.1:1/licet" };

async function relay(script = {}): Promise<string> {
  const server = await scriptedServer(() => ({ ehlo: "250-x\r\n250 AUTH PLAIN", ...script }));
  relays.push(server);
  return `smtp://licet:s3cret@127.0.0.1:${server.port}`;
}

/** The shop of the demo, under a name that can be looked up. */
async function shop(settings: Readonly<Record<string, string>> = {}): Promise<Place> {
  const here = place({ DATABASE_URL: await cloneDatabase(), LICET_SECRET: "5e".repeat(32), ...settings });
  writeFileSync(join(here.folder, "licet.yaml"), lunaria().replaceAll("lunaria.example", "example.com"));
  expect(await here.licet("apply", "licet.yaml")).toMatchObject({ status: 0 });
  return here;
}

/** What is not good, as `AREA ABOUT` and its grade. */
async function examined(here: Place): Promise<{ status: number | null; faults: Record<string, unknown> }> {
  const { status, json } = await here.licet("doctor", "--dns", dns.at, "--json");
  const faults = json().filter(({ grade }) => grade !== "good");
  return { status, faults: Object.fromEntries(faults.map((one) => [`${one.area} ${one.about}`, one.grade])) };
}

test("in a new folder it says what to begin with, and that nothing leaves the machine", async () => {
  const { licet } = place();
  const { status, stdout } = await licet("doctor");
  expect(status).toBe(0);
  expect(stdout).toContain("nothing is set up yet");
  expect(stdout).toContain("→ `licet apply licet.yaml`");
  expect(stdout).toContain("mail stays in the built-in mailbox");
  expect(stdout).toContain("nothing to mend");
});

test("each fault comes with what to do and the record to publish, the worst first", async () => {
  dns.withdraw("_dmarc.example.com", "TXT");
  const here = await shop({ LICET_SMTP_URL: await relay() });
  const { status, stdout } = await here.licet("doctor", "--dns", dns.at);
  expect(status).toBe(1);
  expect(stdout).toContain('_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"\n');
  expect(stdout.indexOf("✗ DMARC example.com")).toBeLessThan(stdout.indexOf("! DKIM example.com"));
  expect(stdout.indexOf("! DKIM example.com")).toBeLessThan(stdout.indexOf("✓ SPF example.com"));
  expect(stdout).toContain("2 things to mend before mail goes out");
});

test("links that lead to this machine are a fault once mail leaves it", async () => {
  const here = await shop({ LICET_SMTP_URL: await relay() });
  expect(await examined(here)).toMatchObject({
    status: 1,
    faults: { "links http://127.0.0.1:4000": "bad" },
  });
  expect(relays[0]?.heard.filter((line) => /MAIL|DATA/.test(line))).toEqual([]);
});

test("a relay that lets nobody in is told in its words, without the password", async () => {
  const here = await shop({ LICET_SMTP_URL: await relay({ auth: "535 5.7.8 no" }) });
  const { stdout, stderr } = await here.licet("doctor", "--dns", dns.at);
  expect(stdout).toContain("535 5.7.8");
  expect(`${stdout}${stderr}`).not.toContain("s3cret");
});

test("where the database is away it says so, and looks at the rest", async () => {
  const { status, faults } = await examined(place(nowhere));
  expect(status).toBe(1);
  expect(faults).toMatchObject({ "database 127.0.0.1:1": "bad", "relay none": "look" });
});

test("a secret that others on the machine can read is a fault", async () => {
  const { licet, folder } = place(nowhere);
  await licet("doctor");
  const data = join(folder, ".licet");
  chmodSync(data, 0o755);
  chmodSync(join(data, "secret"), 0o644);
  const { status, stdout } = await licet("doctor");
  expect(status).toBe(1);
  expect(stdout).toContain("others on this machine can read `secret`");
});

test.each([
  ["yes", "its clock is kept by the network"],
  ["no", "nothing keeps its clock right"],
])("a clock of which systemd says `%s`", async (answer, words) => {
  // Of what is in memory nothing may be run, on some machines.
  const programs = mkdtempSync(join(tmpdir(), "licet-programs-"));
  onTestFinished(() => rmSync(programs, { recursive: true }));
  writeFileSync(join(programs, "timedatectl"), `#!/bin/sh\necho ${answer}\n`, { mode: 0o755 });
  const PATH = `${programs}:${process.env.PATH}`;
  const { stdout } = await place({ ...nowhere, PATH }).licet("doctor", "--json");
  expect(stdout).toContain(words);
});

test("a clock that differs from the database's is a fault, since workers send nothing by it", async () => {
  const { folder, environment } = await shop();
  const clock = join(folder, "clock.mjs");
  writeFileSync(clock, "const now = Date.now; Date.now = () => now() - 60_000;");
  const command = [
    "--import",
    clock,
    join(repository, "src/cli/main.ts"),
    "doctor",
    "--json",
    "--dns",
    dns.at,
  ];
  const run = promisify(execFile)(process.execPath, command, { cwd: folder, env: environment });
  // It ends with 1.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  expect(stdout).toMatch(/"area":"clock","about":"database","grade":"bad","words":"[^"]*differ by (59|60)/);
});

needs("openssl").describe("certificates", (openssl) => {
  /** Leads to this machine, and is not taken for its own. */
  const host = "0.0.0.0";

  /** A certificate for that host that is its own authority, and its key. */
  function certificate(folder: string, days: number): { certificate: string; key: string } {
    const [certificate, key] = [join(folder, `of-${days}.pem`), join(folder, `of-${days}.key`)];
    execFileSync(
      openssl,
      [
        ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=shop".split(" "),
        ...[
          "-addext",
          `subjectAltName=IP:${host}`,
          "-days",
          String(days),
          "-keyout",
          key,
          "-out",
          certificate,
        ],
      ],
      { stdio: "pipe" },
    );
    return { certificate, key };
  }

  /** An installation whose pages are there, behind HTTPS with such a certificate. */
  async function installation(
    days: number,
    answer: RequestListener,
    trusted = true,
  ): Promise<[Place, string]> {
    const files = certificate(place().folder, days);
    const server = createServer(
      { cert: readFileSync(files.certificate), key: readFileSync(files.key) },
      answer,
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    const url = `https://${host}:${(server.address() as AddressInfo).port}`;
    const trust = trusted ? { NODE_EXTRA_CA_CERTS: files.certificate } : {};
    return [place({ ...nowhere, LICET_PUBLIC_URL: url, ...trust }), url];
  }

  const licet: RequestListener = (_, response) => void response.end('{"status":"ready"}');
  const elsewhere: RequestListener = (_, response) =>
    void response.writeHead(302, { location: "https://www.example.com/" }).end();

  test("pages behind a certificate that holds, where Licet answers, are as they should be", async () => {
    const [here, url] = await installation(60, licet);
    const { faults } = await examined(here);
    expect(faults).not.toHaveProperty([`links ${url}`]);
    expect(faults).not.toHaveProperty([`TLS ${host}`]);
  });

  test("a certificate that ends within two weeks is told", async () => {
    const [here] = await installation(5, licet);
    expect((await examined(here)).faults).toMatchObject({ [`TLS ${host}`]: "look" });
  });

  test("a certificate that nobody trusts is a fault", async () => {
    const [here] = await installation(60, licet, false);
    expect((await examined(here)).faults).toMatchObject({ [`TLS ${host}`]: "bad" });
  });

  test("a server that sends people elsewhere is a fault, since a press of one-click would be lost", async () => {
    const [here, url] = await installation(60, elsewhere);
    expect((await examined(here)).faults).toMatchObject({ [`links ${url}`]: "bad" });
  });

  test("the certificate of the gate is told before it ends", async () => {
    const { certificate: file, key } = certificate(place().folder, 5);
    const gate = { ...nowhere, LICET_GATE_TLS_PORT: "4650", LICET_GATE_TLS: `${file},${key}` };
    expect((await examined(place(gate))).faults).toMatchObject({ "TLS 127.0.0.1:4650": "look" });
  });

  test("the certificate of the port for bounces and its key belong together, and hold", async () => {
    const { folder } = place();
    const [ending, other] = [certificate(folder, 5), certificate(folder, 60)];
    const listening = (files: string) => ({
      ...nowhere,
      LICET_BOUNCE_ADDRESS: "bounces@example.com",
      LICET_INBOUND_PORT: "2525",
      LICET_INBOUND_TLS: files,
    });
    const graded = async (files: string) =>
      (await examined(place(listening(files)))).faults["TLS 127.0.0.1:2525"];
    expect(await graded(`${other.certificate},${other.key}`)).toBeUndefined();
    expect(await graded(`${ending.certificate},${ending.key}`)).toBe("look");
    expect(await graded(`${other.certificate},${ending.key}`)).toBe("bad");
    expect(await graded(`${other.certificate},${join(folder, "gone.key")}`)).toBe("bad");
  });
});
