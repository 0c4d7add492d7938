// `licet rights`: a request that came by letter, from its first line in the list to its answer, and what is held as a file.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goodConsent } from "../support/people.ts";
import { cloneDatabase } from "../support/world.ts";
import { place, repository } from "./run.ts";

test("a letter is put on record, listed as late, and answered; what is held is written to a file of one's own", {
  timeout: 120_000,
}, async () => {
  const { licet, feed, folder } = place({ DATABASE_URL: await cloneDatabase() });
  await licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
  await feed(`${JSON.stringify({ email: "ana@example.com", facts: [goodConsent()] })}\n`, "record", "-");

  const letter = ["--right", "access", "--via", "letter", "--received", "2026-10-05"];
  const [opened] = (await licet("rights", "open", "ana@example.com", ...letter, "--json")).json();
  expect(opened).toMatchObject({ state: "late", dueAt: "2026-11-05T20:59:59.999Z", known: true });
  const id = String(opened?.id);
  const listed = await licet("rights", "list");
  expect(listed.stdout).toContain("late since 2026-11-05");
  expect(listed.stdout).not.toContain("@");

  const pdf = join(folder, "ana.pdf");
  expect((await licet("rights", "export", "ana@example.com", "--pdf", pdf)).status).toBe(0);
  expect(readFileSync(pdf, "latin1").slice(0, 5)).toBe("%PDF-");
  expect(statSync(pdf).mode & 0o777).toBe(0o600);

  expect(await licet("rights", "extend", id, "--reasons", "too late")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("the month is over"),
  });
  expect((await licet("rights", "reply", id, "--outcome", "maybe")).status).toBe(2);
  expect((await licet("rights", "reply", id, "--text", "Adjunto.")).status).toBe(0);
  expect((await licet("rights", "list")).stdout).toBe("no request waits for an answer\n");
  const shown = await licet("rights", "show", id);
  expect(shown.stdout).toContain("answered late (granted)");
  expect(shown.stdout).toContain("answered: waiting");
});
