// An export of each system, as it writes them: recognised by its columns, and sorted as the law sorts it.
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { fixture, importFile, newsletter } from "./world-import.ts";

let world: TestWorld;
beforeEach(async () => {
  await world?.close();
  world = await makeWorld({ at: "2026-11-25T12:00:00Z" });
});
afterAll(() => world.close());

const expected: readonly [file: string, preset: string, verdicts: Record<string, string>, refused: number][] =
  [
    [
      "mailchimp-subscribed.csv",
      "mailchimp",
      {
        "ana@example.com": "ask no-proof",
        "bea@example.org": "ask no-proof",
        "carl@example.net": "ask no-basis",
        "dora@example.com": "ask legacy-consent",
        "eve@example.com": "ask no-proof",
      },
      0,
    ],
    [
      "mailchimp-unsubscribed.csv",
      "mailchimp",
      { "EVE@EXAMPLE.COM": "never objected", "fay@example.com": "never objected" },
      0,
    ],
    ["mailchimp-cleaned.csv", "mailchimp", { "gus@example.com": "never address-invalid" }, 0],
    [
      "brevo.csv",
      "brevo",
      {
        "ana@example.com": "ask no-basis",
        "leo@example.com": "never objected",
        "mia@example.com": "never address-invalid",
      },
      1,
    ],
    [
      "klaviyo.csv",
      "klaviyo",
      {
        "ana@example.com": "ask no-proof",
        "leo@example.com": "never objected",
        "mia@example.com": "ask no-basis",
        "noa@example.com": "never objected",
      },
      0,
    ],
    [
      "hubspot.csv",
      "hubspot",
      {
        "ana@example.com": "ask no-basis",
        "leo@example.com": "never objected",
        "mia@example.com": "never address-invalid",
        "noa@example.com": "never objected",
      },
      0,
    ],
    [
      "hubspot-leavers.csv",
      "hubspot-leavers",
      {
        "ana@example.com": "never objected",
        "leo@example.com": "never complaint-as-objection",
        "mia@example.com": "never address-invalid",
        "noa@example.com": "never objected",
      },
      0,
    ],
    [
      "listmonk.csv",
      "listmonk",
      {
        "ana@example.com": "ask no-basis",
        "leo@example.com": "never objected",
        "mia@example.com": "never objected",
      },
      0,
    ],
    ["mautic.csv", "mautic", { "ana@example.com": "ask no-basis", "leo@example.com": "never objected" }, 0],
    [
      "woocommerce.csv",
      "woocommerce",
      {
        "ana@example.com": "ask not-from-customer",
        "leo@example.com": "ask no-basis",
        "mia@example.com": "ask no-basis",
        "noa@example.com": "ask not-from-customer",
      },
      0,
    ],
    ["shopify.csv", "shopify", { "ana@example.com": "ask no-basis", "leo@example.com": "ask no-basis" }, 1],
  ];

describe.each(expected)("%s", (file, preset, verdicts, refused) => {
  test("is recognised, and a claim without proof opens nothing", async () => {
    const dry = await importFile(world, fixture(file), { dry: true });
    expect(dry.preset).toBe(preset);
    expect(newsletter(dry)).toEqual(verdicts);
    expect(await world.store.people.count()).toBe(0);
    const imported = await importFile(world, fixture(file));
    expect(newsletter(imported)).toEqual(verdicts);
    expect(imported.refused).toHaveLength(refused);
    expect({ ...imported.tally, recorded: 0 }).toEqual({ ...dry.tally, recorded: 0 });
  });
});
