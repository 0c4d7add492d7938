// The records of a controller: complete, true to what was done, and plain about what they lack; and whom a breach concerns.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Affected, affected, type Breach } from "../../src/app/accountability/affected.ts";
import { interestsRecord } from "../../src/app/accountability/interests.ts";
import { notify } from "../../src/app/accountability/notify.ts";
import { interestsPaper, processingPaper } from "../../src/app/accountability/papers.ts";
import { processingRecord } from "../../src/app/accountability/processing.ts";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import type { Instant } from "../../src/core/instant.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { renderPdf } from "../../src/paper/render.ts";
import { place, repository } from "../cli/run.ts";
import { sendCampaign } from "../http/campaign.ts";
import { importFile } from "../imports/world-import.ts";
import { address, tell, tellMany } from "../support/people.ts";
import { cloneDatabase, lunaria, makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
  await tellMany(world, 5);
  await tell(world, "former@example.com", {
    id: "left",
    type: "consent.withdrawn",
    at: "2026-11-20T10:00:00Z",
    purpose: "*",
  });
  const sale = {
    id: "sale",
    type: "sale.concluded",
    at: "2026-11-01T10:00:00Z",
    category: "shoes",
    addressFrom: "customer",
    optOutOffered: true,
    form: { version: "1" },
    refused: false,
  };
  const read = readLine({ email: "client@example.com", recipient: { country: "FR" }, facts: [sale] }, "file");
  if (!read.ok) throw new Error(read.problem);
  await record(world, [read.entry]);
  await sendCampaign(world);
}, 60_000);
afterAll(() => world.close());

async function reached(breach: Breach): Promise<Affected[]> {
  const all: Affected[] = [];
  for await (const one of affected(world, breach)) all.push(one);
  return all;
}
const emails = (all: readonly Affected[]) => all.map((one) => one.address).sort();

describe("the record of processing activities", () => {
  it("names every purpose with what it rests on, and what was sent for it", async () => {
    const { activities, people, controller } = await processingRecord(world);
    expect(controller.name).toBe("Lunaria Calzados, S.L.");
    expect(people).toBe(7);
    expect(activities.map(({ purpose }) => purpose).sort()).toEqual(
      Object.keys((await world.store.setup.current())?.purposes ?? {}).sort(),
    );
    const newsletter = activities.find(({ purpose }) => purpose === "newsletter");
    expect(newsletter).toMatchObject({
      mails: 6,
      bases: [
        { basis: "consent", people: 5 },
        { basis: "soft-opt-in", people: 1 },
      ],
    });
    expect(newsletter?.wordings.join()).toContain("Lunaria Calzados, S.L.");
  });

  it("says which mail server no contract is named for, and which country lies outside", async () => {
    const remote = { ...world, post: { ...world.post, name: "mx.example.net:587" } };
    expect((await processingRecord(remote)).gaps.join("\n")).toContain("`mx.example.net:587`");

    const file = readSetupFile(
      `${lunaria()}\nprocessors:\n  post: { name: Post Inc., does: delivers mail, country: US, contract: DPA 7, since: 2026-01-01, relay: mx.example.net }\n`,
    );
    if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
    const other = await makeWorld({ setup: false });
    await applySetup(other, file.declared);
    const { gaps, processors } = await processingRecord({
      ...other,
      post: { ...other.post, name: "mx.example.net:587" },
    });
    expect(processors).toMatchObject([{ key: "post", contract: "DPA 7" }]);
    expect(gaps).toEqual([expect.stringContaining("Post Inc. is in US")]);
    await other.close();
  });

  it("is a paper, too; so is the assessment, which leaves open what a person must judge", async () => {
    const now = world.clock.now();
    const papers = [
      processingPaper(await processingRecord(world)),
      interestsPaper(await interestsRecord(world)),
    ];
    for (const paper of papers)
      expect(Buffer.from(await renderPdf(paper, { createdAt: now })).toString("latin1", 0, 5)).toBe("%PDF-");
    const { assessments } = await interestsRecord(world);
    expect(assessments).toMatchObject([
      { purpose: "newsletter", basis: "soft-opt-in", people: 1, mails: 1, open: expect.any(Array) },
    ]);
    expect(assessments[0]?.open.length).toBeGreaterThan(0);
  });
});

describe("a breach", () => {
  it("of a mail server concerns whoever was written to through it, and no one else", async () => {
    const all = await reached({ relay: world.post.name });
    expect(emails(all)).toEqual(
      [...Array.from({ length: 5 }, (_, n) => address(n)), "client@example.com"].sort(),
    );
    expect(all.every(({ mails, facts }) => mails === 1 && facts === 0)).toBe(true);
    await expect(reached({ relay: "other.example.net:25" })).rejects.toMatchObject({ code: "relay-unknown" });
  });

  it("of an import concerns whoever came by it; of whom only the key is kept, no address is told", async () => {
    const { id } = await importFile(
      world,
      "Email,Left\nby-import@example.com,\ngone-by-import@example.com,2026-11-01\n",
      { said: { Email: "email", Left: "stoppedAt" } },
    );
    expect((await reached({ import: id })).map((one) => one.address).toSorted()).toEqual(
      ["by-import@example.com", null].toSorted(),
    );
    await expect(reached({ import: "01981d3e-7c4b-7d2a-9f00-3b1f6a2c4d5e" })).rejects.toMatchObject({
      code: "import-unknown",
    });
  });

  it("of a stretch of time concerns nobody outside of it, and finds whoever was erased by key alone", async () => {
    expect(await reached({ to: 0 as never })).toEqual([]);
    await tell(world, "erased@example.com", {
      id: "source",
      type: "source.declared",
      at: "2026-11-20T10:00:00Z",
      kind: "own-form",
    });
    await erase(world, parseAddress("erased@example.com")!, "test");
    const all = await reached({ from: 0 as never });
    expect(all.filter((one) => one.address === null).length).toBeGreaterThan(0);
    expect(emails(all)).not.toContain("erased@example.com");
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "licet-accounts-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("writes the record and the list of the affected for their owner alone", {
    timeout: 120_000,
  }, async () => {
    const { licet, feed } = place({ DATABASE_URL: await cloneDatabase() });
    await licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
    await feed(
      `${JSON.stringify({ email: "ana@example.com", recipient: { country: "ES" }, facts: [] })}\n`,
      "record",
      "-",
    );
    const pdf = join(folder, "processing.pdf");
    expect((await licet("accountability", "processing", "--pdf", pdf)).status).toBe(0);
    expect(statSync(pdf).mode & 0o777).toBe(0o600);
    const [interests] = (await licet("accountability", "interests")).json();
    expect(interests).toMatchObject({ controller: "Lunaria Calzados, S.L.", assessments: [] });

    const out = join(folder, "affected.csv");
    expect((await licet("accountability", "affected", "--out", out)).status).toBe(2);
    const { stdout } = await licet("accountability", "affected", "--from", "2026-01-01", "--out", out);
    expect(stdout).toContain("1 person, of ES 1");
    expect(stdout).toContain("72 hours");
    expect(readFileSync(out, "utf8")).toContain("ana@example.com");
    expect(statSync(out).mode & 0o777).toBe(0o600);
    writeFileSync(out, "");
    expect((await licet("accountability", "affected", "--from", "2026-01-01", "--out", out)).status).toBe(1);
  });
});

describe("a notice of a breach", () => {
  it("is sent to everybody whom it concerns and who can be written to, once, and counted before", async () => {
    const here = await makeWorld();
    try {
      await tellMany(here, 3);
      const stop = { type: "consent.withdrawn", at: "2026-11-20T10:00:00Z", purpose: "*" };
      await tell(here, "left@example.com", { ...stop, id: "left" });
      await tell(here, "gone@example.com", { ...stop, id: "stop" });
      await erase(here, parseAddress("gone@example.com")!, "file");
      await tell(here, "dead@example.com", { id: "b", type: "address.bounced", at: "2026-11-20T10:00:00Z" });
      const notice = {
        statute: "GDPR 34",
        template: { format: "markdown", subject: "A breach", body: "Somebody read your address." },
      } as const;
      const everybody = { from: 0 as Instant };
      const counted = { filed: 4, unknown: 1, refused: { "address-invalid": 1 } };

      expect(await notify(here, everybody, notice, { dryRun: true })).toEqual(counted);
      expect(await deliverOutbox(here)).toBe(0);
      expect(await notify(here, everybody, notice)).toEqual(counted);
      expect(await notify(here, everybody, notice)).toEqual(counted);
      while ((await deliverOutbox(here)) > 0);
      expect(here.caught.map(({ forwardPath }) => forwardPath).sort()).toEqual(
        [address(0), address(1), address(2), "left@example.com"].sort(),
      );
      expect(await here.store.log.unproved()).toBeNull();
    } finally {
      await here.close();
    }
  });
});
