// A list as a company has it after some years: consents with and without proof, customers, leavers, clicks, and gaps.
import { prepareImport } from "../../src/app/imports/declare-import.ts";
import { runImport } from "../../src/app/imports/run-import.ts";
import { openTable } from "../../src/app/imports/tables/open-table.ts";
import { startFigures } from "../../src/app/triage/figures.ts";
import { nothingKnown, triagePurpose } from "../../src/app/triage/nothing-known.ts";
import type { TriageReport } from "../../src/app/triage/report.ts";
import { parseInstant } from "../../src/core/instant.ts";
import { deriveSecrets } from "../../src/ledger/secrets.ts";

const now = parseInstant("2026-11-25T10:00:00Z")!;
const columns = {
  Email: "email",
  Country: "country",
  "Signed up": "consentAt",
  Confirmed: "confirmedAt",
  Form: "form",
  "Last order": "boughtAt",
  Left: "stoppedAt",
  "Last click": "activeAt",
} as const;

/** The same list for the same number of people; the last row is none. */
export function listOf(people: number): string {
  let seed = 7;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const one = <Value>(values: readonly Value[]) => values[Math.floor(chance() * values.length)] as Value;
  const within = (days: number) => now - Math.floor(chance() * days * 86_400_000);
  const written = (at: number) => new Date(at).toISOString();
  const countries = ["ES", "ES", "ES", "FR", "FR", "DE", "IT", "PT", "AT", "IE", "BE", "", "NL", "PL"];
  const rows = Array.from({ length: people }, (_, nth) => {
    const signedUp = chance() < 0.7 ? within(1600) : null;
    return [
      `person-${nth}@example.com`,
      one(countries),
      signedUp === null ? "" : written(signedUp),
      signedUp !== null && chance() < 0.5 ? written(signedUp + 600_000) : "",
      signedUp === null ? "" : one(["Footer", "Footer", "Checkout", "Fair 2023"]),
      chance() < 0.45 ? written(within(1500)) : "",
      chance() < 0.06 ? written(within(400)) : "",
      chance() < 0.4 ? written(within(700)) : "",
    ].join(",");
  });
  return [Object.keys(columns).join(","), ...rows, "nobody at all,ES,,,,,,", ""].join("\n");
}

/** The report on it: the words of the footer's form and the page of the checkout are attached. */
export async function reportOn(list: string): Promise<TriageReport> {
  const world = nothingKnown({
    clock: { now: () => now },
    ids: { next: () => "id" },
    secrets: deriveSecrets("5e".repeat(32)),
  });
  const table = await openTable({
    name: "customers.csv",
    async *open() {
      yield Buffer.from(list);
    },
  });
  const attached = (name: string) => ({ name, hash: "ab".repeat(32), sizeBytes: 1 });
  const prepared = await prepareImport(world, table, {
    fileName: "customers.csv",
    purposes: [triagePurpose],
    preset: null,
    file: {
      columns: {},
      states: {},
      consents: [
        {
          form: "Footer",
          purpose: triagePurpose,
          wording: "footer.txt",
          notice: "privacy.txt",
          withdrawalStated: true,
          version: "1",
        },
      ],
      sales: { checkout: "checkout.png", optOutOffered: true, version: "7" },
    },
    said: columns,
    everybody: undefined,
    source: "import",
    evidence: ["footer.txt", "privacy.txt", "checkout.png"].map(attached),
    declaredBy: "Inés Ortega",
    text: null,
  });
  const figures = startFigures([triagePurpose], now);
  const tally = await runImport(world, table, prepared.plan, null, {
    onPart: async (_, triaged) => figures.add(triaged),
  });
  return {
    file: "customers.csv",
    hash: table.surveyed.hash,
    at: now,
    readAs: "columns named by you",
    source: "import",
    rows: tally.rows,
    refused: tally.refused,
    purposes: figures.result(),
  };
}
