// Applying a set-up versions what changed, and nothing else.
import { describe, expect, test } from "vitest";
import { canonicalHash } from "../../ledger/canonical.ts";
import { applySetup, previewSetup } from "./apply.ts";
import { type Plan, planSetup } from "./plan.ts";
import type { DeclaredSetup, PublicationContent, PublicationKind, Published, Setup } from "./setup.ts";

const declared: DeclaredSetup = {
  controller: {
    id: "lunaria",
    name: "Lunaria Calzados, S.L.",
    address: "Calle de la Luna Nueva, 14, 28004 Madrid",
    registration: "NIF B00000000",
    country: "ES",
    privacyContact: "privacidad@lunaria.example",
    languages: ["en"],
  },
  senders: { shop: { name: "Lunaria", address: "hola@lunaria.example" } },
  purposes: {
    newsletter: { kind: "marketing", category: "shoes", label: { en: "News" }, sender: "shop" },
    sms: { kind: "marketing", label: { en: "Short news" }, sender: "shop" },
  },
  clauses: {
    newsletter: { purpose: "newsletter", text: { en: "Yes" } },
    sms: { purpose: "sms", text: { en: "Yes, in short" } },
  },
  notices: {
    short: { first: [], second: { en: "First line\nSecond line\nThird line" }, withdrawalStated: true },
  },
  forms: {
    "sign-up": {
      kind: "signUp",
      title: { en: "News" },
      notice: "short",
      boxes: ["newsletter"],
      doubleOptIn: true,
      confirmationHours: 48,
    },
    "short-news": {
      kind: "signUp",
      title: { en: "News" },
      notice: "short",
      boxes: ["sms"],
      doubleOptIn: true,
      confirmationHours: 48,
    },
  },
  tightenings: {},
};

const newWording: DeclaredSetup = {
  ...declared,
  clauses: { ...declared.clauses, newsletter: { purpose: "newsletter", text: { en: "Yes, please" } } },
};
const { sms: _purpose, ...purposes } = declared.purposes;
const { sms: _clause, ...clauses } = declared.clauses;
const { "short-news": _form, ...forms } = declared.forms;
const withoutShortNews: DeclaredSetup = { ...declared, purposes, clauses, forms };

type Row = { kind: PublicationKind; published: Published<PublicationContent[PublicationKind]> };

/** The set-up table in memory: rows are only ever added. */
function memory() {
  const rows: Row[] = [];
  const inForce = new Map<string, Row>();
  let writes = 0;
  const of = (kind: PublicationKind) =>
    Object.fromEntries(
      [...inForce.values()]
        .filter((row) => row.kind === kind)
        .map(({ published }) => [published.key, published]),
    );
  const setup = {
    async current() {
      const controller = Object.values(of("controller"))[0];
      return controller === undefined
        ? null
        : ({
            controller,
            senders: of("sender"),
            purposes: of("purpose"),
            clauses: of("clause"),
            notices: of("notice"),
            forms: of("form"),
            tightenings: of("tightening"),
          } as Setup);
    },
    async version(kind: PublicationKind, key: string, version: number) {
      return (
        rows.find(
          (row) => row.kind === kind && row.published.key === key && row.published.version === version,
        )?.published ?? null
      );
    },
    async publish(publications: readonly Row[], retire: readonly { kind: PublicationKind; key: string }[]) {
      writes++;
      for (const row of publications) {
        rows.push(row);
        inForce.set(`${row.kind} ${row.published.key}`, row);
      }
      for (const { kind, key } of retire) inForce.delete(`${kind} ${key}`);
    },
  };
  const dropped: (readonly string[])[] = [];
  const tables = {
    setup,
    permissions: { dropPurposesExcept: async (kept: readonly string[]) => void dropped.push(kept) },
  };
  const world = {
    clock: { now: () => 0 },
    store: { transaction: (work: (given: typeof tables) => unknown) => work(tables) },
  };
  return {
    rows,
    dropped,
    writes: () => writes,
    preview: (wanted: DeclaredSetup) => previewSetup(setup as never, wanted),
    apply: (wanted: DeclaredSetup) => applySetup(world as never, wanted),
  };
}

/** `clause newsletter: newVersion 2`, leaving out what is unchanged. */
function told(plan: Plan): string[] {
  return plan.changes
    .filter(({ change }) => change !== "unchanged")
    .map(({ kind, key, change, version }) => `${kind} ${key}: ${change} ${version}`);
}

describe("a first set-up", () => {
  test("publishes everything as version 1, each under the hash of its content", () => {
    const plan = planSetup(null, declared, () => 0);
    expect(plan.publish).toHaveLength(9);
    for (const { published } of plan.publish) {
      expect(published.version).toBe(1);
      expect(published.hash).toBe(canonicalHash(published.content));
    }
  });

  test("pins in each form the versions of what it shows", () => {
    const form = planSetup(null, declared, () => 0).publish.find(
      ({ published }) => published.key === "sign-up",
    )?.published.content;
    expect(form).toMatchObject({ pinned: { notice: 1, clauses: { newsletter: 1 } } });
  });
});

describe("the same set-up again", () => {
  test("changes nothing and writes nothing", async () => {
    const table = memory();
    await table.apply(declared);
    const again = await table.apply(structuredClone(declared));
    expect(told(again)).toEqual([]);
    expect(again.changes).toHaveLength(9);
    expect(table.writes()).toBe(1);
    expect(table.dropped).toHaveLength(1);
  });

  test("is the same whatever the order of its keys", async () => {
    const table = memory();
    await table.apply(declared);
    const { kind, ...rest } = declared.purposes.newsletter!;
    expect(
      told(
        await table.preview({
          ...declared,
          purposes: { ...declared.purposes, newsletter: { ...rest, kind } },
        }),
      ),
    ).toEqual([]);
  });
});

describe("a changed wording", () => {
  test("is a new version of the clause, and of each form that shows it", async () => {
    const table = memory();
    await table.apply(declared);
    expect(told(await table.apply(newWording))).toEqual([
      "clause newsletter: newVersion 2",
      "form sign-up: newVersion 2",
    ]);
    expect(table.rows.at(-1)?.published).toMatchObject({
      key: "sign-up",
      content: { pinned: { notice: 1, clauses: { newsletter: 2 } } },
    });
  });

  test("leaves the old one on record as it was", async () => {
    const table = memory();
    await table.apply(declared);
    await table.apply(newWording);
    expect(
      table.rows.find(({ kind, published }) => kind === "clause" && published.version === 1)?.published
        .content,
    ).toEqual(declared.clauses.newsletter);
  });

  test("is shown as the lines that differ", async () => {
    const table = memory();
    await table.apply(declared);
    const { short } = declared.notices;
    const plan = await table.preview({
      ...declared,
      notices: { short: { ...short!, second: { en: "First line\nAnother\nThird line" } } },
    });
    expect(plan.changes.find(({ kind }) => kind === "notice")?.differences).toEqual([
      { path: "second.en", before: ["Second line"], after: ["Another"] },
    ]);
  });

  test("is only looked at by a preview", async () => {
    const table = memory();
    await table.apply(declared);
    await table.preview(newWording);
    expect(told(await table.preview(newWording))).toHaveLength(2);
    expect(table.writes()).toBe(1);
  });
});

describe("what is declared no longer", () => {
  test("is retired, and its permissions go with it", async () => {
    const table = memory();
    await table.apply(declared);
    expect(told(await table.apply(withoutShortNews))).toEqual([
      "purpose sms: retired 1",
      "clause sms: retired 1",
      "form short-news: retired 1",
    ]);
    expect(table.dropped.at(-1)).toEqual(["newsletter"]);
  });

  test("goes on counting when it comes back", async () => {
    const table = memory();
    await table.apply(declared);
    await table.apply(withoutShortNews);
    expect(told(await table.apply(declared))).toEqual([
      "purpose sms: added 2",
      "clause sms: added 2",
      "form short-news: added 2",
    ]);
    expect(table.rows.at(-1)?.published.content).toMatchObject({ pinned: { clauses: { sms: 2 } } });
  });
});

describe("the controller", () => {
  test("may move: that is a new version", async () => {
    const table = memory();
    await table.apply(declared);
    const moved = { ...declared, controller: { ...declared.controller, country: "FR" } };
    expect(told(await table.apply(moved))).toEqual(["controller lunaria: newVersion 2"]);
  });

  test("never changes its id, because every fact on record names it", async () => {
    const table = memory();
    await table.apply(declared);
    const renamed = { ...declared, controller: { ...declared.controller, id: "solaria" } };
    await expect(table.apply(renamed)).rejects.toMatchObject({
      code: "setup-malformed",
      detail: expect.stringContaining("cannot become `solaria`"),
    });
    expect(table.writes()).toBe(1);
  });
});
