// The gate as the programs see it that companies have: each hands over what is permitted, and tells of what is not.
import { execFile, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gateKeeper } from "../../src/gates.ts";
import { openGate } from "../../src/smtp/gate.ts";
import { postfixRelay } from "../smtp/postfix-relay.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, tell } from "../support/people.ts";
import { letter, openTestGate, type TestGate } from "./open.ts";

const run = promisify(execFile);
let gate: TestGate;
let credential: { name: string; password: string };
let folder: string;

beforeEach(async () => {
  gate = await openTestGate();
  credential = await gate.credential();
  await tell(gate.world, "yes@example.com", goodConsent());
  folder = mkdtempSync(join(tmpdir(), "licet-clients-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await gate.close();
});

const received = async () => {
  await gate.deliver();
  return gate.world.caught.map(({ forwardPath }) => forwardPath);
};
const from = "hola@lunaria.example";
/** Ends with its status; what it says stays together. */
async function ran(
  program: string,
  typed: readonly string[],
  input = "",
): Promise<{ status: number; output: string }> {
  const child = spawn(program, typed, { stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  child.stdin.end(input);
  const status = await new Promise<number>((resolve) => child.once("close", resolve));
  return { status, output };
}

describe("nodemailer", () => {
  const mail = { from, to: ["yes@example.com", "no@example.com"], subject: "Boots", text: "Boots are here." };

  it("hands over, and names whom it could not write to", async () => {
    const transport = createTransport({
      ...{ host: "127.0.0.1", port: gate.port, pool: true },
      auth: { user: credential.name, pass: credential.password },
    });
    const sent = await transport.sendMail(mail);
    expect([sent.accepted, sent.rejected]).toEqual([["yes@example.com"], ["no@example.com"]]);
    expect(sent.rejectedErrors?.[0]).toMatchObject({ responseCode: 550 });
    await expect(transport.sendMail({ ...mail, to: "no@example.com" })).rejects.toThrow(
      /550 5\.7\.1 no-basis/,
    );
    transport.close();
    expect(await received()).toEqual(["yes@example.com"]);
  });

  needs("openssl").describe("by TLS", (openssl) => {
    it.each([
      ["STARTTLS", false],
      ["TLS from the start", true],
    ])("%s, and never says its password without", async (_, implicitTls) => {
      const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
      await run(openssl, [
        ..."req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" "),
        ...["-addext", "subjectAltName=DNS:localhost", "-out", files.cert, "-keyout", files.key],
      ]);
      const tls = { cert: readFileSync(files.cert), key: readFileSync(files.key) };
      const keeper = gateKeeper(gate.world);
      const secure = await openGate({
        ...{
          keeper,
          name: "mail.lunaria.example",
          host: "127.0.0.1",
          port: 0,
          tls,
          implicitTls,
          mostBytes: 1_048_576,
        },
      });
      const auth = { user: credential.name, pass: credential.password };
      const to = { host: "localhost", port: secure.port, auth };
      const transport = createTransport({ ...to, secure: implicitTls, tls: { ca: tls.cert } });
      expect((await transport.sendMail({ ...mail, to: "yes@example.com" })).accepted).toEqual([
        "yes@example.com",
      ]);
      transport.close();
      if (!implicitTls) {
        const plain = createTransport({ ...to, ignoreTLS: true });
        await expect(plain.sendMail(mail)).rejects.toThrow(/Must issue a STARTTLS|AUTH|auth/i);
        plain.close();
      }
      await secure.close();
      expect(await received()).toEqual(["yes@example.com"]);
      expect(gate.world.caught[0]?.raw.toString()).toMatch(
        /^Received: from \S+\r\n\tby \S+ with ESMTPSA id /m,
      );
    });
  });
});

needs("python3").describe("Python's smtplib", (python) => {
  it("hands over, and gets the refused with their reasons", async () => {
    const script = [
      "import smtplib, sys, json",
      "host, port, user, password, sender, *to = sys.argv[1:]",
      "with smtplib.SMTP(host, int(port)) as server:",
      "    server.login(user, password)",
      "    refused = server.sendmail(sender, to, sys.stdin.buffer.read())",
      "print(json.dumps({address: [code, text.decode()] for address, (code, text) in refused.items()}))",
    ].join("\n");
    const typed = ["127.0.0.1", String(gate.port), credential.name, credential.password, from];
    const { status, output } = await ran(
      python,
      ["-c", script, ...typed, "yes@example.com", "no@example.com"],
      letter(),
    );
    expect([status, JSON.parse(output)]).toEqual([
      0,
      { "no@example.com": [550, expect.stringMatching(/^5\.7\.1 no-basis: /)] },
    ]);
    expect(await received()).toEqual(["yes@example.com"]);
  });
});

needs("swaks").describe("swaks", (swaks) => {
  it.each([
    ["PLAIN", "yes@example.com", 0, "2.6.0"],
    ["LOGIN", "yes@example.com", 0, "2.6.0"],
    ["PLAIN", "no@example.com", 24, "550 5.7.1 no-basis"],
  ])("signed in by %s, to %s", async (method, to, status, said) => {
    const to127 = ["--server", "127.0.0.1", "--port", String(gate.port), "--from", from, "--to", to];
    const auth = ["--auth", method, "--auth-user", credential.name, "--auth-password", credential.password];
    const done = await ran(swaks, [...to127, ...auth, "--h-From", from, "--body", "Boots are here."]);
    expect(done.output).toContain(said);
    expect(done.status).toBe(status);
    expect(await received()).toEqual(status === 0 ? [to] : []);
  });
});

needs("msmtp").describe("msmtp", (msmtp) => {
  let settings: string;
  beforeEach(() => {
    settings = join(folder, "msmtprc");
    writeFileSync(
      settings,
      [
        ...["account gate", "host 127.0.0.1", `port ${gate.port}`, `from ${from}`, "auth plain"],
        ...[
          `user ${credential.name}`,
          `password ${credential.password}`,
          "tls off",
          "account default : gate",
          "",
        ],
      ].join("\n"),
    );
    chmodSync(settings, 0o600);
  });

  it("hands over, and ends as sendmail does where it may not", async () => {
    expect(await ran(msmtp, ["-C", settings, "yes@example.com"], letter())).toEqual({
      status: 0,
      output: "",
    });
    const refused = await ran(msmtp, ["-C", settings, "no@example.com"], letter());
    expect(refused.output).toContain("550 5.7.1 no-basis");
    // EX_DATAERR of sysexits.h: a sendmail that ends so has given up, and does not try again.
    expect(refused.status).toBe(65);
    expect(await received()).toEqual(["yes@example.com"]);
  });

  needs("php").describe("under PHP", (php) => {
    it("lets mail() say whether it went", async () => {
      const script = join(folder, "mail.php");
      writeFileSync(
        script,
        `<?php foreach (['yes@example.com', 'no@example.com'] as $to) echo json_encode(mail($to, 'Boots', 'Boots are here.', ['From' => '${from}'])), "\\n";`,
      );
      const { stdout } = await run(php, ["-d", `sendmail_path=${msmtp} -C ${settings} -t`, script]);
      expect(stdout).toBe("true\nfalse\n");
      expect(await received()).toEqual(["yes@example.com"]);
    });
  });
});

needs("postfix").describe("Debian's Postfix, with the gate as its smarthost", () => {
  describe.runIf(process.getuid?.() === 0)("as root, as Postfix wants it", () => {
    it("hands over what is permitted, and bounces the rest with the reason", async () => {
      const postfix = await postfixRelay({
        decide: () => null,
        domains: ["example.com"],
        passedOn: { recipients: ["yes@example.com", "no@example.com"], port: gate.port },
        settings: [
          "smtp_sasl_auth_enable = yes",
          `smtp_sasl_password_maps = static:${credential.name}:${credential.password}`,
          "smtp_sasl_security_options =",
          "smtp_sasl_mechanism_filter = plain",
        ],
      });
      try {
        const transport = createTransport(postfix.url);
        for (const to of ["yes@example.com", "no@example.com"])
          await transport.sendMail({ from, to, subject: "Boots", text: "Boots are here." });
        transport.close();
        const told = () => postfix.log().match(/to=<(yes|no)@example\.com>.*status=\w+ .*/g) ?? [];
        for (let waited = 0; told().length < 2 && waited < 200; waited += 1) await sleep(50);
        const lines = told().sort();
        expect(lines[0]).toMatch(/^to=<no@.*status=bounced .*said: 550 5\.7\.1 no-basis/);
        expect(lines[1]).toMatch(/^to=<yes@.*status=sent \(250 2\.6\.0 /);
      } finally {
        await postfix.close();
      }
      expect(await received()).toEqual(["yes@example.com"]);
    }, 60_000);
  });
});
