// Keys for DKIM as an operator makes, looks at and retires them, and that what is sent bears their signatures.
import { execFile } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { getPriority } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { describe, expect, test } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { openDkimKeys, readDkimKeys } from "../../src/dkim-files.ts";
import { recordName, recordText } from "../../src/mail/dkim-keys.ts";
import { sendCampaign } from "../http/campaign.ts";
import { goodConsent, tellMany } from "../support/people.ts";
import { makeWorld } from "../support/world.ts";
import { place } from "./run.ts";

const from = ["--from", "2026-01-01"];

test.runIf(process.platform === "linux")(
  "the threads that sign make way for the one that all letters go through",
  async () => {
    const { folder } = place();
    const files = join(import.meta.dirname, "..", "..", "src", "dkim-files.ts");
    // In a process of its own: no thread goes back to where it was.
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--input-type=module",
      "--eval",
      `
        import { readdirSync, readFileSync } from "node:fs";
        import { setTimeout as sleep } from "node:timers/promises";
        import { addDkimKeys, openDkimKeys } from ${JSON.stringify(files)};
        const config = { dataFolder: ${JSON.stringify(folder)} };
        await addDkimKeys(config, "shop.example", 0);
        openDkimKeys(config)("shop.example", Date.now());
        const threads = () => readdirSync("/proc/self/task").map((id) => {
          const stat = readFileSync("/proc/self/task/" + id + "/stat", "utf8");
          // proc(5): the 19th field is the nice value; the 2nd may hold spaces and ends with a bracket.
          return { own: Number(id) === process.pid, name: stat.split(/[()]/)[1], nice: Number(stat.split(") ")[1].split(" ")[16]) };
        });
        const isSigner = ({ name }) => name === "libuv-worker";
        const own = threads().find(({ own }) => own).nice;
        for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
          const signers = threads().filter(isSigner);
          if (signers.length > 0 && signers.every(({ nice }) => nice > own)) break;
        }
        console.log(JSON.stringify(threads()));
      `,
    ]);
    const threads = JSON.parse(stdout) as { own: boolean; name: string; nice: number }[];
    const own = threads.find(({ own }) => own)?.nice ?? Number.NaN;
    const signers = threads.filter(({ name }) => name === "libuv-worker");
    expect(signers.length).toBeGreaterThan(0);
    // Of a process that makes way itself, the signers do so more, as far as that goes.
    expect(signers.map(({ nice }) => nice)).toEqual(signers.map(() => Math.min(19, own + 5)));
    expect(own).toBe(getPriority());
  },
);

describe("licet dkim", () => {
  test("makes two keys that nobody else can read, and shows their records for DNS", async () => {
    const { licet, folder } = place();
    const { status, stdout, stderr } = await licet("dkim", "new", "Zapatería.example", ...from);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /^licet20260101r\._domainkey\.xn--zapatera-i2a\.example\. IN TXT "v=DKIM1; k=rsa; p=[^"]+" "[^"]+"$/,
      ),
      expect.stringMatching(
        /^licet20260101e\._domainkey\.xn--zapatera-i2a\.example\. IN TXT "v=DKIM1; k=ed25519; p=[^"]{44}"$/,
      ),
    ]);
    expect(stderr).toContain("add both records to the DNS of xn--zapatera-i2a.example before 2026-01-01");
    const keys = join(folder, ".licet", "dkim");
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    expect(statSync(join(keys, "xn--zapatera-i2a.example.json")).mode & 0o777).toBe(0o600);
  });

  test("goes over to new keys, and says until when the records of the old ones must stay", async () => {
    const { licet } = place();
    await licet("dkim", "new", "shop.example", ...from);
    await licet("dkim", "new", "shop.example");
    const listed = (await licet("dkim", "list", "--json")).json();
    expect(listed.map(({ state }) => state)).toEqual(["signing", "signing", "waiting", "waiting"]);
    expect(listed.map(({ recordUntil }) => recordUntil === null)).toEqual([false, false, true, true]);
    expect((await licet("dkim", "list")).stdout).toMatch(
      /licet20260101r +rsa-sha256 +signs since 2026-01-01 .* record stays until /,
    );
    expect((await licet("dkim", "list", "--records")).stdout.trimEnd().split("\n")).toHaveLength(4);
  });

  test("retires a key at once and forgets it, and warns where nothing is signed any more", async () => {
    const { licet, folder } = place();
    await licet("dkim", "new", "shop.example", ...from);
    expect((await licet("dkim", "retire", "shop.example", "licet20260101e")).stderr).toBe("");
    const last = await licet("dkim", "retire", "shop.example", "licet20260101r");
    expect(last.stdout).toContain(
      "licet20260101r._domainkey.shop.example signs nothing any more; its record may go after 20",
    );
    expect(last.stderr).toContain("nothing from shop.example is signed now");
    expect(readDkimKeys({ dataFolder: join(folder, ".licet") }).map(({ privateKey }) => privateKey)).toEqual([
      null,
      null,
    ]);
  });

  test("says so where a file of keys was spoilt", async () => {
    const { licet, folder } = place();
    await licet("dkim", "new", "shop.example", ...from);
    writeFileSync(join(folder, ".licet", "dkim", "shop.example.json"), '[{"selector":"x"}]');
    expect(await licet("dkim", "list")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("shop.example.json"),
    });
  });

  test("says what is wrong with a domain and with a selector", async () => {
    const { licet } = place();
    expect(await licet("dkim", "new", "../shop")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("`../shop`"),
    });
    expect(await licet("dkim", "retire", "shop.example", "x")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("`x` of `shop.example`"),
    });
    expect((await licet("dkim", "list")).stdout).toContain("licet dkim new");
  });
});

test("every mail bears both signatures of its sender's domain, of a campaign or not", async () => {
  const { licet, folder } = place();
  await licet("dkim", "new", "lunaria.example", ...from);
  const config = { dataFolder: join(folder, ".licet") };
  const world = await makeWorld();
  try {
    const signing = { ...world, dkimKeys: openDkimKeys(config) };
    await tellMany(signing, 2);
    await sendCampaign(signing);
    // In Belgium a stop is acknowledged by mail.
    const left = {
      id: "left",
      type: "consent.withdrawn",
      at: new Date().toISOString(),
      purpose: "newsletter",
    };
    const recipient = { country: "BE", kind: "natural" };
    const read = readLine({ email: "an@example.com", recipient, facts: [goodConsent(), left] }, "file");
    if (!read.ok) throw new Error(read.problem);
    await record(signing, [read.entry]);
    expect(await deliverOutbox(signing)).toBe(1);
    expect(world.caught).toHaveLength(3);
    const resolver = async (name: string) => {
      const key = readDkimKeys(config).find((one) => recordName(one) === name);
      return key ? [[recordText(key)]] : [];
    };
    for (const { raw } of world.caught) {
      const { results } = await dkimVerify(raw, { resolver });
      expect(results.map(({ status }) => status.result)).toEqual(["pass", "pass"]);
    }
  } finally {
    await world.close();
  }
});
