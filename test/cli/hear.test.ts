// `licet hear`: a bounce that was saved as a file, of a mail that this installation really sent; and what `explain` says of it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openMailbox } from "../../src/smtp/mailbox.ts";
import { goodConsent } from "../support/people.ts";
import { cloneDatabase } from "../support/world.ts";
import { place, repository } from "./run.ts";

test("a saved bounce bars the address, is told by explain and by the campaign, and a mail of nobody's is left", {
  timeout: 120_000,
}, async () => {
  const paths: string[] = [];
  const recipient = { country: "ES", kind: "natural" };
  const sink = await openMailbox(async ({ reversePath }) => void paths.push(reversePath));
  const { licet, feed, folder } = place({
    DATABASE_URL: await cloneDatabase(),
    LICET_SMTP_URL: sink.url,
    LICET_BOUNCE_ADDRESS: "bounces@mail.lunaria.example",
  });
  await licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
  await feed(
    `${JSON.stringify({ email: "ana@example.com", recipient, facts: [goodConsent()] })}\n`,
    "record",
    "-",
  );
  const template = join(repository, "examples", "lunaria", "spring.md");
  expect((await licet("campaign", "send", "--purpose", "newsletter", "--template", template)).status).toBe(0);
  await sink.close();

  const bounce = join(folder, "bounce.eml");
  const spam = join(folder, "spam.eml");
  const said = "Remote host said: 550 5.1.1 no such user";
  writeFileSync(bounce, `Return-Path: <>\nTo: ${paths[0]}\nSubject: failure notice\n\n${said}\n`);
  writeFileSync(spam, "From: a@example.com\nTo: bounces@mail.lunaria.example\nSubject: hello\n\nhello\n");
  const heard = await licet("hear", bounce, spam);
  expect(heard).toMatchObject({
    status: 1,
    stdout: `${bounce}: the mailbox is gone; nobody is written to there again\n${spam}: nothing that a machine understands; read it\n`,
  });
  expect((await licet("hear", bounce, "--json")).json()).toEqual([
    { file: bounce, heard: "bounce", taken: true },
  ]);

  const explained = (await licet("explain", "ana@example.com")).stdout;
  expect(explained).toMatch(/a mail of newsletter came back: the mailbox is gone/);
  expect(explained).toContain("(address-invalid)");
  const [campaign] = (await licet("campaign", "list", "--json")).json();
  const [shown] = (await licet("campaign", "show", String(campaign?.id), "--json")).json();
  expect(shown).toMatchObject({ sent: 1, returned: { bounced: 1, complained: 0, refusedUs: 0 } });
});
