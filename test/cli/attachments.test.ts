// A campaign with files: what stands beside the template arrives as a part of each mail, signed, and is kept once.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { type ParsedMail, simpleParser } from "mailparser";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMailbox } from "../../src/smtp/mailbox.ts";
import { address, goodConsent } from "../support/people.ts";
import { cloneDatabase } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const price = Buffer.from("shoe;price\nñandú;90 €\n");
const people = 3;

let here: Place;
let databaseUrl: string;
let sink: Awaited<ReturnType<typeof openMailbox>>;
const caught: Buffer[] = [];
beforeAll(async () => {
  sink = await openMailbox(async ({ raw }) => {
    caught.push(raw);
  });
  databaseUrl = await cloneDatabase();
  here = place({ DATABASE_URL: databaseUrl, LICET_SECRET: "5e".repeat(32), LICET_SMTP_URL: sink.url });
  const lines = Array.from({ length: people }, (_, person) =>
    JSON.stringify({
      email: address(person),
      recipient: { country: "ES", kind: "natural" },
      facts: [goodConsent()],
    }),
  );
  writeFileSync(join(here.folder, "people.jsonl"), `${lines.join("\n")}\n`);
  writeFileSync(join(here.folder, "my shoe.png"), pixel);
  writeFileSync(join(here.folder, "precios ñ.csv"), price);
  writeFileSync(join(here.folder, "large.bin"), Buffer.alloc(800_000));
  writeFileSync(
    join(here.folder, "news.md"),
    "---\nsubject: Shoes\n---\n# New\n\n![A shoe](<my shoe.png>)\n\n![The same](<my shoe.png>)\n",
  );
  await here.licet("apply", join(repository, "examples/lunaria/licet.yaml"));
  await here.licet("record", "people.jsonl");
}, 60_000);
afterAll(() => sink.close());

const send = (...typed: string[]) =>
  here.licet("campaign", "send", "--purpose", "newsletter", "--template", "news.md", ...typed);

test("each mail shows the image and bears the file, and its signatures cover both", async () => {
  const keys = (await here.licet("dkim", "new", "lunaria.example", "--from", "2026-01-01", "--json")).json();
  const records = keys.map(({ record }) => record as { name: string; text: string });
  const resolver = async (name: string) => [[records.find((record) => record.name === name)?.text ?? ""]];
  const [ended] = (await send("--attach", "precios ñ.csv", "--json")).json();
  expect(ended).toMatchObject({ sent: people, failed: 0 });
  expect(caught).toHaveLength(people);
  for (const raw of caught) {
    const mail: ParsedMail = await simpleParser(raw, { keepCidLinks: true });
    const [shown, attached, ...others] = mail.attachments;
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ contentType: "image/png", related: true, content: pixel });
    expect(mail.html).toContain(`src="cid:${shown?.cid}"`);
    expect(attached).toMatchObject({ contentType: "text/csv", filename: "precios ñ.csv", content: price });
    const { results } = await dkimVerify(raw, { resolver });
    expect(results.map(({ status }) => status.result)).toEqual(["pass", "pass"]);
  }
});

test("the files are kept once for all of them", async () => {
  const admin = new pg.Client(databaseUrl);
  await admin.connect();
  const { rows } = await admin.query("select name from attachments order by name");
  await admin.end();
  expect(rows).toEqual([{ name: "my shoe.png" }, { name: "precios ñ.csv" }]);
});

describe("nothing is sent", () => {
  test("where the files are too large together", async () => {
    const small = place({ ...here.environment, LICET_ATTACHMENTS_MB: "1" });
    for (const name of ["news.md", "my shoe.png", "large.bin"])
      writeFileSync(join(small.folder, name), readFileSync(join(here.folder, name)));
    const { status, stderr } = await small.licet(
      ...["campaign", "send", "--purpose", "newsletter", "--template", "news.md", "--dry-run"],
      ...["--attach", "large.bin"],
    );
    expect(status).toBe(1);
    expect(stderr).toContain("too large together");
    expect(stderr).toContain("1.1 MB as they are sent, and at most 1.0 MB");
  });

  test("where a file or an image is not there", async () => {
    expect(await send("--attach", "nowhere.pdf")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("nowhere.pdf` (ENOENT)"),
    });
    writeFileSync(join(here.folder, "hole.md"), "---\nsubject: Shoes\n---\n![A shoe](gone.png)\n");
    const { status, stderr } = await here.licet(
      ...["campaign", "send", "--purpose", "newsletter", "--template", "hole.md"],
    );
    expect(status).toBe(1);
    expect(stderr).toContain("gone.png` (ENOENT)");
  });
});
