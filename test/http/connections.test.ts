// Where an act came from corroborates it: it is sealed, kept as long as the country's row of law says, and then let go of.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetConnections } from "../../src/app/consent/connections.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { explain } from "../../src/app/subjects/explain.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { tell } from "../support/people.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import { confirmationPath, orderPath, subjectOf, tokenIn, wayOutToken } from "./visitor.ts";

let world: TestWorld;
const day = 86_400_000;
/** Of the machine, since an audit holds what was recorded against the clock of the database. */
const now = new Date().toISOString();
const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
beforeEach(async () => {
  world = await makeWorld({ at: now });
});
afterEach(() => world.close());

type Fields = Readonly<Record<string, string>>;
/** Somebody at this network address, with a browser of this name. */
async function ask(
  path: string,
  fields?: Fields,
  from = "203.0.113.9",
  agent = "Browser/1",
): Promise<string> {
  const app = createApp(world, { mailbox: false, ready: () => true });
  const body = fields && new URLSearchParams(fields);
  const answer = await app.request(
    path,
    { ...(body && { method: "POST", body }), headers: { "user-agent": agent } },
    { incoming: { socket: { remoteAddress: from } } },
  );
  return answer.text();
}
/** Presses the button of a confirmation page. */
async function confirm(path: string, from?: string, agent?: string): Promise<string> {
  return ask(path, { token: tokenIn(await ask(path)) }, from, agent);
}
const send = async (form: string, fields: Fields) =>
  ask(`/f/${form}`, { token: tokenIn(await ask(`/f/${form}`)), ...fields });

/** Each fact on record with where it came from and for how many days from now, by its type. */
async function held(email: string): Promise<Record<string, unknown>> {
  const subject = subjectOf(world, email);
  const connections = await world.store.people.connections(subject);
  const facts = (await world.store.people.facts(subject)).filter(({ type }) => type !== "subject.described");
  return Object.fromEntries(
    facts.map(({ id, type }) => {
      const { from, forgetAt } = connections.get(id) ?? {};
      return [
        type,
        from === undefined ? null : { ...from, days: ((forgetAt ?? 0) - world.clock.now()) / day },
      ];
    }),
  );
}
const browser = { networkAddress: "203.0.113.9", userAgent: "Browser/1" };
const sound = async () => {
  await sequence(world);
  return (await verifyLog(world)).fault;
};

describe("where an act on a page came from is kept", () => {
  it("for a form and for the confirmation, each with its own", async () => {
    const email = "two-steps@example.com";
    await send("sign-up", { email, country: "ES", box: "newsletter" });
    await confirm(await confirmationPath(world, email), "198.51.100.4", "Phone/2");
    expect(await held(email)).toEqual({
      "consent.given": { ...browser, days: 30 },
      "consent.confirmed": { networkAddress: "198.51.100.4", userAgent: "Phone/2", days: 30 },
    });
  });

  it("for an order and its confirmation, a way out by page and by one click, and a choice on one's own page", async () => {
    const email = "many@example.com";
    await send("order", { email, country: "ES", product: "boots" });
    await confirm(await orderPath(world, email));
    const out = wayOutToken(world, email, null);
    await ask(`/u/${out}`, { "List-Unsubscribe": "One-Click" }, "192.0.2.33", "Provider/3");
    expect(await held(email)).toMatchObject({
      "contract.started": browser,
      "sale.concluded": browser,
      "consent.withdrawn": { networkAddress: "192.0.2.33", userAgent: "Provider/3", days: 30 },
      "objection.raised": { networkAddress: "192.0.2.33" },
    });
    const other = "choice@example.com";
    await send("sign-up", { email: other, country: "ES", box: "newsletter" });
    await ask(`/p/${wayOutToken(world, other, null)}`, { leave: "newsletter" });
    expect(await held(other)).toMatchObject({ "consent.withdrawn": browser });
  });

  it("for nothing that another system tells", async () => {
    await tell(world, "told@example.com", { id: "click", type: "activity.observed", at: now });
    expect(await held("told@example.com")).toEqual({ "activity.observed": null });
  });

  it("longer where courts ask for it, by the country that came with the act; unknown, for the strict default", async () => {
    await send("sign-up", { email: "de@example.com", country: "DE", box: "newsletter" });
    await send("sign-up", { email: "unknown@example.com", box: "newsletter" });
    expect(await held("de@example.com")).toMatchObject({ "consent.given": { days: 1095 } });
    expect(await held("unknown@example.com")).toMatchObject({ "consent.given": { days: 30 } });
  });

  it("and shown by `explain`, until it is gone", async () => {
    const email = "shown@example.com";
    await send("sign-up", { email, country: "ES", box: "newsletter" });
    await confirm(await confirmationPath(world, email));
    const cited = async () =>
      (await explain(world, parseAddress(email)!, "newsletter", world.clock.now())).purposes[0]?.evidence.map(
        ({ connection }) => connection?.from ?? null,
      );
    expect(await cited()).toEqual([browser, browser]);
    world.setClock(later(30 * day));
    await forgetConnections(world);
    expect(await cited()).toEqual([null, null]);
  });
});

describe("a controller of its own strictness", () => {
  const apply = async (cells: string) => {
    const own = `\ntightenings:\n  less:\n    reason: We need it for a week at most\n    cells: ${cells}\n`;
    const read = readSetupFile(lunaria() + own);
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    await applySetup(world, read.declared);
  };
  it("keeps it for a shorter time", async () => {
    await apply("{ connectionDays: 7 }");
    await send("sign-up", { email: "week@example.com", country: "DE", box: "newsletter" });
    expect(await held("week@example.com")).toMatchObject({ "consent.given": { days: 7 } });
  });

  it("collects nothing", async () => {
    await apply("{ connectionDays: 0 }");
    await send("sign-up", { email: "none@example.com", country: "DE", box: "newsletter" });
    expect(await held("none@example.com")).toEqual({ "consent.given": null });
  });

  it("cannot keep it longer than any row does, and by a longer term for all loosens none", async () => {
    const longer = readSetupFile(
      `${lunaria()}\ntightenings:\n  more:\n    jurisdiction: ES\n    reason: We want it\n    cells: { connectionDays: 31 }\n`,
    );
    expect(longer.ok ? [] : longer.mistakes).toMatchObject([
      { problem: expect.stringContaining("would loosen the law") },
    ]);
    await apply("{ connectionDays: 400 }");
    await send("sign-up", { email: "es@example.com", country: "ES", box: "newsletter" });
    await send("sign-up", { email: "de2@example.com", country: "DE", box: "newsletter" });
    expect(await held("es@example.com")).toMatchObject({ "consent.given": { days: 30 } });
    expect(await held("de2@example.com")).toMatchObject({ "consent.given": { days: 400 } });
  });
});

describe("when its time has come", () => {
  it("it goes, and no sooner; the fact stays, and the log is sound before and after", async () => {
    const email = "goes@example.com";
    await send("sign-up", { email, country: "ES", box: "newsletter" });
    expect(await sound()).toBeNull();
    world.setClock(later(30 * day - 1));
    await forgetConnections(world);
    expect(await held(email)).toMatchObject({ "consent.given": browser });
    world.setClock(later(30 * day));
    expect(await forgetConnections(world)).toBeGreaterThan(0);
    expect(await held(email)).toEqual({ "consent.given": null });
    expect(await sound()).toBeNull();
    expect(await forgetConnections(world)).toBe(0);
  });

  it("with the person it goes at once, and the log is sound; nothing is kept of a click on an old link", async () => {
    const email = "erased@example.com";
    await send("sign-up", { email, country: "DE", box: "newsletter" });
    expect(await sound()).toBeNull();
    await erase(world, parseAddress(email)!, "command");
    expect(await held(email)).toEqual({ "consent.given": null, "subject.erased": null });
    await ask(`/u/${wayOutToken(world, email, null)}`, {});
    expect(await held(email)).toMatchObject({ "consent.withdrawn": null });
    expect(await sound()).toBeNull();
  });
});
