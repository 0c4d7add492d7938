// A receipt on paper: in the person's language, with the form as it was shown, and nothing that the file does not say.
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueReceipt } from "../../src/app/ledger/issue-receipt.ts";
import { printReceipt } from "../../src/app/ledger/print-receipt.ts";
import { receiptDocument } from "../../src/app/ledger/receipt-document.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { LANGUAGES } from "../../src/core/languages.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import type { Block } from "../../src/paper/document.ts";
import { buy, visitor } from "../http/visitor.ts";
import { needs } from "../support/needs.ts";
import type { TestWorld } from "../support/world.ts";
import { email, journeyed } from "./journey.ts";

type Form = Extract<Block, { kind: "form" }>;

let world: TestWorld;
beforeAll(async () => {
  world = await journeyed();
});
afterAll(() => world.close());

const addressOf = (typed: string) => parseAddress(typed) ?? expect.fail("not an address");
const issue = (typed: string) => issueReceipt(world, addressOf(typed), "newsletter");
const formIn = async (typed: string): Promise<Form> =>
  [...receiptDocument(await issue(typed), "en").blocks].find((block) => block.kind === "form") ??
  expect.fail("no form");

test("shows the form as it was: what was typed, which box was ticked and which was not, and the notice", async () => {
  const form = await formIn(email);
  expect(form.fields).toEqual([
    { label: "Email address", value: "Ana.Typed@Example.com" },
    { label: "Country", value: "Spain" },
  ]);
  expect(form.boxes.map(({ ticked }) => ticked)).toEqual([true, false]);
  expect(form.boxes[0]?.wording).toContain("email me its shoe news and offers");
  expect(form.notice?.rows.length).toBeGreaterThan(3);
});

test("a box that was ticked for another purpose on the same form is drawn as ticked", async () => {
  const both = "both@example.com";
  await visitor(world).send("sign-up", { email: both, country: "ES", box: ["newsletter", "email-tracking"] });
  expect((await formIn(both)).boxes.map(({ ticked }) => ticked)).toEqual([true, true]);
});

test("an order shows the soft opt-in in its words, and that it was refused", async () => {
  const buyer = "buyer@example.com";
  await buy(world, visitor(world), { email: buyer, product: "boots", country: "FR", refused: "yes" });
  const { fields, boxes } = await formIn(buyer);
  expect(fields).toContainEqual({ label: "Country", value: "France" });
  expect(boxes.at(-1)).toMatchObject({ ticked: true, wording: expect.stringContaining("similar") });
});

test("after an erasure it shows the form without what was typed on it", async () => {
  const gone = "Gone.Paper@example.com";
  await visitor(world).send("sign-up", { email: gone, country: "ES", box: "newsletter" });
  await erase(world, addressOf(gone), "command");
  const { fields, boxes } = await formIn(gone);
  expect(fields.map(({ value }) => value)).toEqual([undefined, undefined]);
  expect(boxes[0]?.ticked).toBe(true);
  expect(JSON.stringify([...receiptDocument(await issue(gone), "en").blocks]).toLowerCase()).not.toContain(
    "gone.paper",
  );
});

needs("pdftotext").describe("the PDF", (pdftotext) => {
  const read = async (wish?: string) => {
    const input = await printReceipt(world, await issue(email), wish);
    return spawnSync(pdftotext, ["-raw", "-", "-"], { input, encoding: "utf8" }).stdout.replace(/\s+/g, " ");
  };

  test("is in the person's language, and in any other that is asked for; the form stands as it was shown", async () => {
    expect(await read()).toContain("Lunaria Calzados, S.L. may send you this by email");
    const french = await read("fr");
    expect(french).toContain("peut vous envoyer ceci par e-mail");
    expect(french).toContain("email me its shoe news and offers");
  });

  test.each(LANGUAGES)(
    "in %s it names both steps, the address as typed, and what it does not show",
    async (language) => {
      const text = await read(language);
      expect(text).toContain("Ana.Typed@Example.com");
      const { blocks } = receiptDocument(await issue(email), language);
      for (const block of blocks) if (block.kind === "heading") expect(text).toContain(block.text);
    },
  );
});
