// A controller that is stricter than the law: put in force, obeyed, named by the answers, and taken back.
import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { sweepOutdated } from "../../src/app/subjects/sweep.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const lunaria = readFileSync(new URL("../../examples/lunaria/licet.yaml", import.meta.url), "utf8");
const rule = `
tightenings:
  confirm-in-spain:
    jurisdiction: ES
    cells: { doi: required }
    reason: Board decision 7
`;
const ana = "ana@example.com";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function open(): Promise<TestWorld> {
  world = await makeWorld({ at: "2026-11-23T12:00:00Z" });
  return world;
}

async function declare(here: TestWorld, text: string) {
  const file = readSetupFile(text);
  if (!file.ok) throw new Error(file.mistakes[0]?.problem);
  return (await applySetup(here, file.declared)).changes.filter(({ change }) => change !== "unchanged");
}

async function verdictOn(here: TestWorld) {
  const explained = await explain(here, parseAddress(ana)!, "newsletter", here.clock.now());
  return explained.purposes[0]?.verdict;
}

async function storedFor(here: TestWorld, subject: Awaited<ReturnType<typeof tell>>) {
  const [stored] = (await here.store.permissions.ofSubject(subject)).filter(
    ({ purpose }) => purpose === "newsletter",
  );
  return stored?.verdict;
}

test("is published as a version of its own, with its reason on record", async () => {
  const here = await open();
  expect(await declare(here, lunaria + rule)).toMatchObject([
    { kind: "tightening", key: "confirm-in-spain", change: "added", version: 1 },
  ]);
  expect(await declare(here, lunaria + rule)).toEqual([]);
  const changed = await declare(here, lunaria + rule.replace("decision 7", "decision 8"));
  expect(changed).toMatchObject([{ kind: "tightening", change: "newVersion", version: 2 }]);
  const first = await here.store.setup.version("tightening", "confirm-in-spain", 1);
  expect(first?.content.reason).toBe("Board decision 7");
});

test("refuses what the law alone would permit, and the answer names the rule and its reason", async () => {
  const here = await open();
  await tell(here, ana, goodConsent());
  expect(await verdictOn(here)).toMatchObject({ outcome: "permit", basis: "consent" });
  await declare(here, lunaria + rule);
  expect(await verdictOn(here)).toMatchObject({
    outcome: "refusal",
    code: "doi-unconfirmed",
    citations: expect.arrayContaining(["own rule on `doi`: Board decision 7"]),
  });
});

test("makes stored permissions worthless, and they are decided again; so does taking it back", async () => {
  const here = await open();
  const subject = await tell(here, ana, goodConsent());
  await declare(here, lunaria + rule);
  expect(await sweepOutdated(here)).toBeGreaterThan(0);
  expect(await storedFor(here, subject)).toMatchObject({ code: "doi-unconfirmed" });
  expect(await sweepOutdated(here)).toBe(0);
  expect(await declare(here, lunaria)).toMatchObject([{ kind: "tightening", change: "retired" }]);
  await sweepOutdated(here);
  expect(await storedFor(here, subject)).toMatchObject({ basis: "consent" });
});

test("is obeyed by the gate of a campaign before any sweep", async () => {
  const here = await open();
  await tell(here, ana, goodConsent());
  const campaign = await startCampaign(here, {
    purpose: "newsletter",
    template: { format: "markdown", subject: "Spring", body: "Hello, {{ links.why }}" },
  });
  await declare(here, lunaria + rule);
  expect(await runCampaign(here, campaign.id)).toMatchObject({ sent: 0, refused: { "doi-unconfirmed": 1 } });
  expect(here.caught).toEqual([]);
});
