// `licet retention`: counts and a forecast, a legal hold and its end, and letting go, as an operator sees them.
import { join } from "node:path";
import { expect, test } from "vitest";
import { goodConsent } from "../support/people.ts";
import { cloneDatabase } from "../support/world.ts";
import { place, repository } from "./run.ts";

test("who is kept how long is counted without an address, a hold is ordered and ended, and nobody goes too soon", {
  timeout: 120_000,
}, async () => {
  const { licet, feed } = place({ DATABASE_URL: await cloneDatabase() });
  await licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
  const stop = { id: "stop", type: "consent.withdrawn", purpose: "*", at: "2020-02-01T10:00:00Z" };
  const people = [
    { email: "ana@example.com", facts: [goodConsent()] },
    {
      email: "leo@example.com",
      recipient: { country: "ES" },
      facts: [goodConsent("yes", "2020-01-01T10:00:00Z"), stop],
    },
  ];
  await feed(people.map((one) => `${JSON.stringify(one)}\n`).join(""), "record", "-");

  const [survey] = (await licet("retention", "--json")).json();
  expect(survey).toMatchObject({ people: 2, states: { active: 0, blocked: 1, waiting: 1, due: 0 } });
  expect((await licet("explain", "leo@example.com")).stdout).toContain(
    "blocked since 2020-02-01: kept as proof for claims alone, until ",
  );

  const hold = ["--reason", "claim 17/2026", "--by", "legal department"];
  expect(await licet("retention", "hold", "nobody@example.com", ...hold)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("nobody with this address is on record"),
  });
  expect((await licet("retention", "hold", "leo@example.com", ...hold)).status).toBe(0);
  expect((await licet("explain", "leo@example.com")).stdout).toContain("by legal department: claim 17/2026");
  expect((await licet("erase", "leo@example.com", "--yes")).stderr).toContain("a legal hold keeps all");
  const told = (await licet("retention")).stdout;
  expect(told).toMatch(
    /^2 people\n.*active +0 .*\n.*blocked +1 .*\n.*waiting +1 .*\n.*due +0 .*\n.*legal hold +1 /,
  );
  expect(told).not.toContain("@");
  expect(told).toContain("once that was done, a server goes on each day");
  expect((await licet("retention", "release", "leo@example.com")).stdout).toBe("released\n");

  expect((await licet("retention", "run", "--dry-run")).stdout).toBe(
    "0 people would be erased, of 2 on record; nothing was changed\n",
  );
  expect((await licet("retention", "run", "--json")).json()).toEqual([
    { dryRun: false, seen: 2, gone: 0, kept: 0 },
  ]);
  expect((await licet("retention")).stdout).toContain("a few each day by themselves");
});
