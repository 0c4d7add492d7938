// Invariant 6: whatever requests arrive, in whatever order, nobody consents by accident, and no form takes anything back.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Face, openFace } from "./strangers/face.ts";
import { places, routeName } from "./strangers/places.ts";
import { type Step, steps } from "./strangers/requests.ts";
import { strangersAt } from "./strangers/strangers.ts";

const runs = process.env.LICET_RUNS === "all" ? 100 : Number(process.env.LICET_RUNS ?? 12);

let face: Face;
let run = 0;
beforeAll(async () => {
  face = await openFace("2026-11-23T10:00:00Z");
});
afterAll(() => face.close());

const usual: Step = {
  route: "",
  who: 0,
  pick: 0,
  link: { fits: "both", spoiling: "whole" },
  token: { fits: "both", spoiling: "whole" },
  fields: {},
  body: "form",
  key: "right",
  looks: false,
  times: 1,
  minutes: 0,
};
const signUp = { box: ["newsletter"], country: ["ES"] };

const childs = { box: ["comic"], country: ["ES"], birthDate: ["2014-02-03"], guardian: ["NEW"] };

/**
 * One signs up and confirms, one orders and confirms, one leaves the mail lying, one asks for links, a correction and a new
 * address, one is a child whose parent agrees, and one a child whose parent has not answered.
 */
const beginning: readonly Step[] = [
  { ...usual, route: "POST /f/:form", looks: true, fields: signUp },
  { ...usual, route: "POST /c/:token", looks: true },
  {
    ...usual,
    route: "POST /f/:form",
    looks: true,
    who: 1,
    pick: 1,
    fields: { product: ["boots"], country: ["FR"] },
  },
  { ...usual, route: "POST /c/:token", looks: true },
  { ...usual, route: "POST /f/:form", looks: true, who: 2, fields: signUp },
  { ...usual, route: "GET /api/v1/forms/:form" },
  { ...usual, route: "GET /api/v1/forms/:form", pick: 1 },
  { ...usual, route: "POST /r", looks: true, who: 1 },
  {
    ...usual,
    route: "POST /r/:token",
    looks: true,
    fields: { act: ["correct"], words: ["My name is Ana."] },
  },
  { ...usual, route: "POST /p", looks: true },
  { ...usual, route: "POST /p/:token", looks: true, fields: { address: ["NEW"] } },
  { ...usual, route: "POST /f/:form", looks: true, who: 3, pick: 3, fields: childs },
  { ...usual, route: "POST /g/:token", looks: true },
  { ...usual, route: "POST /c/:token", looks: true },
  // Of three pages the newest comes first, since `pick` also says which form it is.
  { ...usual, route: "GET /f/:form", pick: 3 },
  { ...usual, route: "POST /f/:form", looks: true, who: 2, pick: 3, fields: childs, minutes: 30 },
];

describe("whatever requests arrive, in whatever order", () => {
  it("every path that is served has its place among them", () => {
    const served = face.app.routes.filter(({ method }) => method !== "ALL").map(routeName);
    expect([...new Set(served)].toSorted()).toEqual(Object.keys(places).toSorted());
  });

  it("whoever does what a page asks for gets what it offers", async () => {
    const { people, take, permits } = strangersAt(face, run);
    for (const step of beginning) await take(step);
    expect([...(await permits())].toSorted()).toEqual([
      [`${people[0]} newsletter`, "consent"],
      [`${people[1]} newsletter`, "soft-opt-in"],
      [`${people[3]} comic`, "consent"],
    ]);
  });

  it("no consent is on record without the token of a page that was shown, and none is ended but by the person or the operator", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 60, size: "max" }), async (taken) => {
        run += 1;
        const { take, scan } = strangersAt(face, run);
        for (const step of [...beginning, ...taken]) await take(step);
        await scan();
      }),
      { numRuns: runs, interruptAfterTimeLimit: 150_000 },
    );
  }, 300_000);

  it("and much was done that may be done", () => {
    expect([...face.reached]).toEqual(
      expect.arrayContaining([
        "POST /f/:form consent.given",
        "POST /c/:token consent.confirmed",
        "POST /g/:token consent.given",
        "POST /c/:token guardian.consented",
        "POST /c/:token sale.concluded",
        "POST /a/:token consent.confirmed",
        "POST /a/:token ends consent",
        "POST /p/:token consent.withdrawn",
        "POST /r/:token rights.requested",
      ]),
    );
  });
});
