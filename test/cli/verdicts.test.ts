// `licet verdicts`: what other systems were answered, for whoever has to account for it.
import { expect, test } from "vitest";
import { giveVerdicts } from "../../src/app/verdicts/give-verdicts.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld } from "../support/world.ts";
import { place } from "./run.ts";

test("answers are counted by who asked and why, and told one by one about one person", async () => {
  const world = await makeWorld();
  await tell(world, "ana@example.com", goodConsent());
  const asked = (asker: string, ...emails: string[]) =>
    giveVerdicts(
      world,
      { via: "api", asker, observed: false },
      { purpose: "newsletter" },
      new Set(emails.map((email) => subjectOf(world, email))),
    );
  await asked("shop", "ana@example.com", "one@example.com", "two@example.com");
  await asked("crm", "ana@example.com");
  const { licet } = place({
    DATABASE_URL: world.databaseUrl,
    LICET_SECRET: "5e".repeat(32),
    LICET_MASTER_KEY: "4d".repeat(32),
  });

  const counted = (await licet("verdicts", "--json")).json();
  expect(counted.map(({ asker, ground, verdicts }) => [asker, ground, verdicts])).toEqual([
    ["shop", "no-basis", 2],
    ["crm", "consent", 1],
    ["shop", "consent", 1],
  ]);
  expect((await licet("verdicts", "--refused", "--asker", "crm", "--json")).json()).toEqual([]);
  expect((await licet("verdicts", "--since", "2999-01-01", "--json")).json()).toEqual([]);
  expect((await licet("verdicts", "--refused")).stdout).toMatch(
    /2 answers · 2 refused[\s\S]*✗ +2 +no-basis +newsletter +shop \(api\)/,
  );

  const ofAna = (await licet("verdicts", "--email", "ana@example.com", "--json")).json();
  expect(ofAna.map(({ asker, basis, evidence }) => [asker, basis, evidence])).toEqual([
    ["crm", "consent", ["consent"]],
    ["shop", "consent", ["consent"]],
  ]);
  const { stdout } = await licet("verdicts", "--email", "ana@example.com");
  expect(stdout).toContain(String(ofAna[0]?.id));
  expect((await licet("verdicts", "--email", "nobody@example.com")).stdout).toContain(
    "nobody has asked about this person",
  );
  await world.close();
});
