// `licet import`, as somebody meets it who brings a list along; and killed in the middle of it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase } from "../support/world.ts";
import { type Place, place, repository } from "./run.ts";

const fixture = (name: string) => join(repository, "test/imports/fixtures", name);

async function shop(): Promise<Place> {
  const here = place({ DATABASE_URL: await cloneDatabase() });
  expect(await here.licet("apply", join(repository, "examples/lunaria/licet.yaml"))).toMatchObject({
    status: 0,
  });
  return here;
}

describe("a list is brought along", () => {
  let here: Place;
  beforeAll(async () => {
    here = await shop();
  });

  test("with a dry run first, which records nothing", async () => {
    const { status, stdout } = await here.licet(
      "import",
      fixture("klaviyo.csv"),
      "--purpose",
      "newsletter",
      "--dry-run",
    );
    expect(status).toBe(0);
    expect(stdout).toContain("Klaviyo profile export");
    expect(stdout).toContain("a dry run: nothing was recorded");
    expect(stdout).toMatch(/not before a new consent \(not by email\)\s+2 {2}50\.0 %/);
    expect(await here.licet("import", "list")).toMatchObject({ stdout: "nothing was imported yet\n" });
  });

  test("with proof, each row with its verdict, for its owner's eyes alone", async () => {
    for (const name of ["footer.txt", "privacy.pdf"]) writeFileSync(join(here.folder, name), name);
    writeFileSync(
      join(here.folder, "mapping.yaml"),
      "consents: [{ form: Footer, purpose: newsletter, wording: footer.txt, notice: privacy.pdf, withdrawalStated: true, version: '1' }]",
    );
    const typed = ["import", fixture("klaviyo.csv"), "--purpose", "newsletter", "--mapping", "mapping.yaml"];
    const proof = ["--evidence", "footer.txt", "--evidence", "privacy.pdf"];
    const nobody = await here.licet(...typed, ...proof);
    expect(nobody).toMatchObject({ status: 1 });
    expect(nobody.stderr).toContain("--declared-by NAME");
    const { status, stdout } = await here.licet(
      ...typed,
      ...proof,
      "--declared-by",
      "Inés",
      "--verdicts",
      "verdicts.csv",
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/may be written to, on proof\s+1 {2}25\.0 %/);
    const verdicts = readFileSync(join(here.folder, "verdicts.csv"), "utf8").split("\n");
    expect(verdicts[1]).toMatch(/^2,ana@example\.com,newsletter,proven,2028-\d\d-\d\dT.*,consent,/);
    expect(statSync(join(here.folder, "verdicts.csv")).mode & 0o777).toBe(0o600);
  });

  test("and is on the list of imports, from where it can be taken back", async () => {
    const [{ id }] = (await here.licet("import", "list", "--json")).json() as [{ id: string }];
    const undone = await here.licet("import", "undo", id);
    expect(undone.stdout).toMatch(/^\d+ facts taken back · 2 that bar somebody stay\n$/);
    expect((await here.licet("import", "list")).stdout).toContain("taken back");
  });

  test("rows that cannot be read are put aside with number, reason and what stood there; no cell is a formula", async () => {
    writeFileSync(
      join(here.folder, "list.csv"),
      'email,note\nnobody,"=cmd|x"\nana@example.com,ok\nleo@example.com,ok\nragged@example.com\n',
    );
    const { status, stdout } = await here.licet(
      "import",
      "list.csv",
      "--purpose",
      "newsletter",
      "--map",
      "email=email",
    );
    expect(status).toBe(1);
    expect(stdout).toContain("2 rows left out, see list.csv.rejects.csv");
    const rejects = join(here.folder, "list.csv.rejects.csv");
    expect(readFileSync(rejects, "utf8").split("\n").slice(1, 3)).toEqual([
      "2,address-malformed,expected an address that mail can be sent to in the column of the address,nobody,'=cmd|x",
      '5,row-malformed,"expected 2 cells, got 1",ragged@example.com',
    ]);
    expect(statSync(rejects).mode & 0o777).toBe(0o600);
  });

  test.each([
    [["import", "nowhere.csv", "--purpose", "newsletter"], 1, "`nowhere.csv`"],
    [["import", "list.csv"], 2, "--purpose KEY"],
    [["import", "list.csv", "--purpose", "nothing", "--map", "email=email"], 1, "`nothing`"],
    [["import", "list.csv", "--purpose", "newsletter", "--map", "email=mail"], 2, "expected COLUMN=FIELD"],
    [["import", "list.csv", "--purpose", "newsletter", "--preset", "other"], 2, "there is no preset `other`"],
    [["import", "list.csv", "--purpose", "newsletter"], 1, "no preset fits"],
  ])("what is not understood is said: %j", async (typed, status, words) => {
    const ran = await here.licet(...typed);
    expect(ran.status).toBe(status);
    expect(ran.stderr).toContain(words);
  });
});

test("killed twice in the middle and begun again, it comes to the same as without", async () => {
  const rows = Array.from({ length: 9000 }, (_, nth) =>
    nth % 9 === 4
      ? `person-${nth}@example.com,,yes`
      : nth % 50 === 7
        ? "nobody,,"
        : `person-${nth}@example.com,2026-05-01,`,
  );
  const list = ["email,consent,left", ...rows].join("\n");
  const typed = ["import", "list.csv", "--purpose", "newsletter", "--purpose", "email-tracking", "--json"];
  const columns = ["--map", "email=email", "--map", "consent=consentAt", "--map", "left=stopped"];
  const [straight, killed] = [await shop(), await shop()];
  for (const { folder } of [straight, killed]) writeFileSync(join(folder, "list.csv"), list);
  const expected = await straight.licet(...typed, ...columns);

  for (const parts of [2, 5]) {
    const running = spawn(process.execPath, [join(repository, "src/cli/main.ts"), ...typed, ...columns], {
      cwd: killed.folder,
      env: killed.environment,
      stdio: "ignore",
    });
    await until(running, killed, parts);
    running.kill("SIGKILL");
    await once(running, "exit");
  }
  const resumed = await killed.licet(...typed, ...columns);
  expect(resumed.status).toBe(1);
  expect(resumed.json()).toEqual(expected.json());
  expect(await query(killed, "select count(*) from facts")).toEqual(
    await query(straight, "select count(*) from facts"),
  );
  const rejects = ({ folder }: Place) => readFileSync(join(folder, "list.csv.rejects.csv"), "utf8");
  expect(rejects(killed)).toBe(rejects(straight));
  expect(await killed.licet("verify")).toMatchObject({ status: 0 });
}, 180_000);

/** Until so many parts are on record, while the import still runs. */
async function until(running: ChildProcess, here: Place, parts: number): Promise<void> {
  for (;;) {
    expect(running.exitCode).toBeNull();
    const [found] = await query(here, "select count(*) as parts from import_parts");
    if (Number(found?.parts) >= parts) return;
    await sleep(10);
  }
}

async function query({ environment }: Place, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: environment.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
