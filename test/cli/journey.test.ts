// From an empty database to a campaign that was sent, by commands alone.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const people = readFileSync(join(repository, "test/corpus/people.jsonl"), "utf8").split("\n").slice(0, 40);
const expected = readFileSync(join(repository, "test/corpus/people-expected.jsonl"), "utf8")
  .split("\n")
  .slice(0, 40)
  .map((line) => JSON.parse(line) as { email: string; outcome: string; basis?: string; code?: string });
const permitted = expected.filter(({ outcome }) => outcome === "permit");
const noon = ["--at", "2026-11-23T12:00:00Z"];
const template = "---\nsubject: Shoes for spring\n---\n# New shoes\n\nThey are here.\n";

let here: Place;
beforeAll(async () => {
  here = place({ DATABASE_URL: await cloneDatabase(), LICET_SECRET: "5e".repeat(32) });
  writeFileSync(
    join(here.folder, "people.jsonl"),
    [...people.slice(0, 20), "nonsense", ...people.slice(20)].join("\n"),
  );
  writeFileSync(join(here.folder, "news.md"), template);
});

test("before anything is set up, every question says what to do first", async () => {
  for (const typed of [
    ["audience", "--purpose", "newsletter"],
    ["explain", "ana@example.com"],
    ["record", "people.jsonl"],
  ])
    expect(await here.licet(...typed)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "licet: nothing is set up yet; run `licet apply licet.yaml`\n",
    });
});

describe("once the shop is set up", () => {
  beforeAll(async () => {
    await here.licet("apply", join(repository, "examples/lunaria/licet.yaml"));
  });

  test("`record` keeps the good lines, names the bad one, and its status says so", async () => {
    const first = await here.licet("record", "people.jsonl");
    expect(first).toMatchObject({ status: 1, stderr: "line 21: expected JSON\n" });
    expect(first.stdout).toMatch(/^41 lines · \d+ facts recorded · 1 bad line left out\n$/);
    const [again] = (await here.feed(people.join("\n"), "record", "-", "--json")).json();
    expect(again).toMatchObject({ lines: 40, recorded: 0, refused: 0 });
  });

  test("`record` refuses what has not happened, and says what to do", async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const line = { email: "tomorrow@example.com", facts: [{ id: "t", type: "activity.observed", at }] };
    const { status, stderr } = await here.feed(`${JSON.stringify(line)}\n`, "record", "-");
    expect(status).toBe(1);
    expect(stderr).toContain("line 1: the fact is dated in the future");
    expect(stderr).toContain(`tell it when it has, or put the clock right: \`t\` is dated \`${at}\``);
  });

  test("`audience --json` is one line a person, each with its basis or its reason", async () => {
    const { status, json } = await here.licet("audience", "--purpose", "newsletter", ...noon, "--json");
    const told = json().map(({ email, outcome, basis, code }) => ({
      email,
      outcome,
      ...(basis ? { basis } : { code }),
    }));
    expect(status).toBe(0);
    expect(told.toSorted((a, b) => (String(a.email) < String(b.email) ? -1 : 1))).toEqual(expected);
  });

  test("`audience` counts them", async () => {
    const { stdout } = await here.licet("audience", "--purpose", "newsletter", ...noon);
    expect(stdout).toContain("newsletter · 40 people · 2026-11-23 12:00 UTC");
    expect(stdout).toMatch(new RegExp(`may be written to +${permitted.length} `));
    expect(stdout).toMatch(new RegExp(`may not be written to +${40 - permitted.length} `));
  });

  test("a purpose that nobody declared is refused", async () => {
    expect(await here.licet("audience", "--purpose", "offers")).toMatchObject({ status: 1, stdout: "" });
  });

  test("`explain` says why, with the facts and the articles", async () => {
    const { status, stdout } = await here.licet(
      "explain",
      "p000003@mail.example",
      "--purpose",
      "newsletter",
      ...noon,
    );
    expect(status).toBe(0);
    expect(stdout).toContain("✓ newsletter marketing · may be written to");
    expect(stdout).toContain("The person consented to this purpose, and the proof is on record (consent)");
    expect(stdout).toMatch(/facts +2026-10-10 09:38 UTC {2}consented to `newsletter` \(paper\)/);
    expect(stdout).toMatch(/law +GDPR 6\(1\)\(a\).*PKE 398 · PL/);
  });

  test("`explain` at an earlier moment knows only what had happened by then", async () => {
    const typed = [
      "explain",
      "p000003@mail.example",
      "--purpose",
      "newsletter",
      "--at",
      "2020-01-01",
      "--json",
    ];
    const [told] = (await here.licet(...typed)).json();
    expect(told).toMatchObject({ outcome: "refusal", code: "no-basis", evidence: [] });
  });

  test("somebody unknown is said to be unknown, and may not be written to", async () => {
    const { status, stdout } = await here.licet("explain", "nobody@example.com", "--purpose", "newsletter");
    expect(status).toBe(1);
    expect(stdout).toContain("nobody with this address is on record");
    expect(stdout).toContain("(no-basis)");
  });
});

describe("a campaign", () => {
  const send = ["campaign", "send", "--purpose", "newsletter", "--template", "news.md"];

  test("with `--dry-run` says who would get it and sends nothing", async () => {
    const [told] = (await here.licet(...send, "--dry-run", "--json")).json();
    expect(told).toMatchObject({ dryRun: true, purpose: "newsletter", people: 40 });
    expect((await here.licet("campaign", "list")).stdout).toContain("there are no campaigns yet");
  });

  test("is sent to the end, and ends with what became of everybody", async () => {
    const [preview] = (await here.licet(...send, "--dry-run", "--json")).json() as [
      { permits: Record<string, number> },
    ];
    const permits = Object.values(preview.permits).reduce((a, b) => a + b, 0);
    const { status, json } = await here.licet(...send, "--json");
    const [ended] = json() as [{ id: string; sent: number; refused: Record<string, number> }];
    expect(status).toBe(0);
    expect(ended).toMatchObject({ state: "finished", sent: permits, failed: 0, uncertain: 0, audience: 40 });
    expect(ended.sent + Object.values(ended.refused).reduce((a, b) => a + b, 0)).toBe(40);

    expect((await here.licet("campaign", "list")).stdout).toMatch(/finished +newsletter/);
    expect((await here.licet("campaign", "show", ended.id)).stdout).toMatch(new RegExp(`sent +${permits} `));
    expect(await here.licet("campaign", "pause", ended.id)).toMatchObject({ status: 1, stdout: "" });
  });

  test("for some countries passes the others by", async () => {
    const [told] = (await here.licet(...send, "--segment", "country=PL", "--dry-run", "--json")).json();
    const polish = people.filter((line) => line.includes('"country":"PL"')).length;
    expect(told).toMatchObject({ people: polish });
  });

  test("with a template that cannot be read does not begin", async () => {
    writeFileSync(join(here.folder, "broken.md"), "no front matter");
    const { status, stderr } = await here.licet(
      "campaign",
      "send",
      "--purpose",
      "newsletter",
      "--template",
      "broken.md",
    );
    expect(status).toBe(1);
    expect(stderr).toContain("licet: the template cannot be used: `broken.md`");
  });
});

test("an API key is shown once, listed without its secret, and revoked for good", async () => {
  const [made] = (
    await here.licet("api-key", "create", "--name", "shop", "--scope", "facts:write", "--json")
  ).json();
  const { id, key } = made as { id: string; key: string };
  const listed = (await here.licet("api-key", "list")).stdout;
  expect(listed).toMatch(/^shop +facts:write +never used/);
  expect(listed).not.toContain(key);
  expect((await here.licet("api-key", "revoke", id)).stdout).toBe("revoked\n");
  expect(await here.licet("api-key", "revoke", id)).toMatchObject({ status: 1, stdout: "" });
});

test("`settings` says where each came from, and shows no password", async () => {
  const elsewhere = place({
    DATABASE_URL: "postgres://licet:hunter2@db.example/licet",
    LICET_SECRET: "5e".repeat(32),
  });
  const { stdout, json } = await elsewhere.licet("settings", "--json");
  expect(json()).toContainEqual(
    expect.objectContaining({
      setting: "DATABASE_URL",
      value: "postgres://licet:***@db.example/licet",
      from: "environment",
    }),
  );
  expect(stdout).not.toMatch(/hunter2|5e5e/);
});
