// `licet triage`: a list sorted with no set-up and nothing stored, and the report on it.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { AGES, CHANNELS, sumOf } from "../../src/app/triage/figures.ts";
import { nextSteps, type TriageReport, toDelete } from "../../src/app/triage/report.ts";
import { triagePage } from "../../src/http/report/triage-page.ts";
import { complaints, overflow } from "../browser/look.ts";
import { place } from "../cli/run.ts";
import { needs } from "../support/needs.ts";
import { listOf, reportOn } from "./list.ts";

let report: TriageReport;
beforeAll(async () => {
  report = await reportOn(listOf(2000));
});

describe("the report", () => {
  it("counts everybody once in each of its parts", () => {
    const [figures] = report.purposes;
    if (!figures) throw new Error("no figures");
    const { people, groups, reasons, countries, forms, ages, channels, unneeded } = figures;
    expect(report).toMatchObject({ rows: 2001, refused: 1 });
    expect(people).toBe(2000);
    expect(sumOf(groups)).toBe(2000);
    const all = (values: readonly { readonly groups: typeof groups }[]) =>
      values.reduce((sum, one) => sum + sumOf(one.groups), 0);
    expect([all(countries), all(forms), all(ages)]).toEqual([2000, 2000, 2000]);
    expect(reasons.reduce((sum, one) => sum + one.people, 0)).toBe(2000);
    expect(ages.map(({ age }) => age)).toEqual(AGES);
    expect(CHANNELS.reduce((sum, channel) => sum + channels[channel], 0)).toBe(groups.ask);
    expect(unneeded).toBeLessThanOrEqual(groups.ask);
    expect(countries.some(({ country }) => country === null)).toBe(true);
  });

  it("says what to do for each group, and never to ask by mail whoever may not be written to", () => {
    const [figures] = report.purposes;
    if (!figures) throw new Error("no figures");
    const steps = nextSteps(figures, report.at);
    expect(steps.every(({ people }) => people > 0)).toBe(true);
    expect(steps.map(({ title }) => title)).toContain("Ask with a box at their next order");
    expect(toDelete(figures).map(({ people }) => people)).toEqual([figures.unneeded, figures.groups.never]);
  });

  it("shows what the file says as text, whatever it holds", async () => {
    const page = await triagePage({ ...report, file: "<script>alert(1)</script>.csv" });
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });
});

describe("the command", () => {
  const { folder, licet } = place();
  const path = join(folder, "customers.csv");
  const map = [
    "Email=email",
    "Country=country",
    "Signed up=consentAt",
    "Last order=boughtAt",
    "Left=stoppedAt",
  ];
  const typed = ["triage", path, ...map.flatMap((one) => ["--map", one])];
  beforeAll(() => writeFileSync(path, listOf(300)));

  it("sorts a file with no set-up, writes the report, and stores nothing", async () => {
    const { status, stdout } = await licet(...typed);
    expect(status).toBe(1);
    expect(stdout).toContain("1 row left out");
    expect(stdout).toContain("never");
    expect(statSync(`${path}.html`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${path}.html`, "utf8")).toContain("Who may be written to");
    expect(existsSync(join(folder, ".licet"))).toBe(false);
  }, 60_000);

  it("writes it as JSON and on paper, too", async () => {
    const [json, pdf] = [join(folder, "r.json"), join(folder, "r.pdf")];
    const { stdout } = await licet(...typed, "--report", json, "--report", pdf, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ rows: 301, refused: 1 });
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
      file: "customers.csv",
      purposes: [{ people: 300, deleteBy: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }],
    });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
  }, 60_000);

  it("takes the country that is said for those of whom the file says none, and no other", async () => {
    const list = join(folder, "two.csv");
    writeFileSync(list, "Email,Country,Bought\na@example.com,,2026-11-01\nb@example.com,FR,2026-11-01\n");
    const report = join(folder, "two.json");
    const columns = ["--map", "Email=email", "--map", "Country=country", "--map", "Bought=boughtAt"];
    await licet("triage", list, ...columns, "--country", "ES", "--report", report);
    const { purposes } = JSON.parse(readFileSync(report, "utf8")) as TriageReport;
    expect(purposes[0]?.countries.map(({ country }) => country).sort()).toEqual(["ES", "FR"]);
  }, 60_000);

  it("says which names a report can have before it reads anything", async () => {
    const { status, stderr } = await licet(...typed, "--report", "report.doc");
    expect(status).toBe(2);
    expect(stderr).toContain(".html, .pdf, .json");
  }, 60_000);
});

needs("chromium").describe("in a browser", (executablePath) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());

  test.each(["light", "dark"] as const)(
    "axe finds nothing to complain of, small neither: %s",
    async (colorScheme) => {
      const tab = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } });
      const asked: string[] = [];
      tab.on("request", (request) => asked.push(request.url()));
      await tab.setContent(await triagePage(report));
      expect(await complaints(tab)).toEqual([]);
      expect(await overflow(tab)).toBe(0);
      expect(asked).toEqual([]);
      await tab.close();
    },
  );
});
