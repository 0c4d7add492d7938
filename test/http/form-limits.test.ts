// That a form is no weapon: against one mailbox under many spellings, or against many mailboxes; and that it keeps every act.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { parseInstant } from "../../src/core/instant.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { onRecord, tokenIn, type Visitor, verdictOf, visited, visitor } from "./visitor.ts";

let world: TestWorld;
let number = 0;
let name: string;
let now = parseInstant("2026-11-23T10:00:00Z") ?? 0;

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  name = `person-${++number}`;
  await later(3 * 24 * 60);
});
afterAll(() => world.close());

/** So many minutes on, with every mail sent that is due by then. */
async function later(minutes: number): Promise<void> {
  now += minutes * 60_000;
  world.setClock(new Date(now).toISOString());
  while ((await deliverOutbox(world)) > 0);
}

const signUp = (who: Visitor, email: string) => who.send("sign-up", { email, box: "newsletter" });
const lettersTo = (begin: string) => world.caught.filter(({ forwardPath }) => forwardPath.startsWith(begin));

describe("the spellings of one mailbox", () => {
  test("count together for mail, and remain different people", async () => {
    const ana = visitor(world);
    for (const tag of ["a", "b", "c", "d", "e"]) {
      expect((await signUp(ana, `${name}+${tag}@example.com`)).status).toBe(200);
      await later(11);
    }
    expect(lettersTo(`${name}+`)).toHaveLength(3);
    for (const tag of ["a", "b", "c", "d", "e"])
      expect(await onRecord(world, `${name}+${tag}@example.com`)).toHaveLength(1);
    expect(await onRecord(world, `${name}@example.com`)).toEqual([]);
    await later(24 * 60);
    expect(lettersTo(`${name}+`)).toHaveLength(5);
  });

  test("with dots too, where they are known to mean nothing", async () => {
    const ana = visitor(world);
    await signUp(ana, `${name}.x@gmail.com`);
    await signUp(ana, `${name}.x+1@googlemail.com`);
    await signUp(ana, `${name}.x@example.com`);
    await signUp(ana, `${name}x@example.com`);
    await later(1);
    expect(
      lettersTo(name)
        .map(({ forwardPath }) => forwardPath.split("@")[1])
        .sort(),
    ).toEqual(["example.com", "example.com", "gmail.com"]);
  });

  test("never keep a mail from the plain address", async () => {
    const ana = visitor(world);
    for (const tag of ["1", "2", "3", "4"]) await signUp(ana, `${name}+${tag}@example.com`);
    await signUp(ana, `${name}@example.com`);
    await later(1);
    expect(lettersTo(`${name}@`)).toHaveLength(1);
  });

  test("flooded for longer than a link lives, get no mail that could do nothing any more", async () => {
    const ana = visitor(world);
    for (let tag = 0; tag < 12; tag++) await signUp(ana, `${name}+${tag}@example.com`);
    for (let step = 0; step < 5 * 4; step++) await later(6 * 60);
    expect(lettersTo(`${name}+`)).toHaveLength(7);
    expect(await verdictOf(world, `${name}+11@example.com`, "newsletter")).toMatch(/^doi-/);
  });
});

describe("list bombing", () => {
  const limits = {
    network: { requests: 3, windowSeconds: 600 },
    form: { requests: 100, windowSeconds: 600 },
  };
  const from = (networkAddress: string) => ({ networkAddress, userAgent: "test" });

  test("from one network is a mail a minute, with every act on record and the same page for everybody", async () => {
    const app = visited(world, { forms: limits });
    const pages = new Set<string>();
    for (let victim = 0; victim < 8; victim++) {
      const bot = visitor(world, from(`198.51.100.${victim}`), app);
      pages.add((await signUp(bot, `${name}-${victim}@example.com`)).page);
    }
    expect(pages.size).toBe(1);
    for (let victim = 0; victim < 8; victim++)
      expect(await onRecord(world, `${name}-${victim}@example.com`)).toHaveLength(1);
    await later(0);
    expect(lettersTo(`${name}-`)).toHaveLength(4);
    await later(2);
    expect(lettersTo(`${name}-`)).toHaveLength(6);
    const other = visitor(world, from("203.0.113.9"), app);
    await signUp(other, `${name}-other@example.com`);
    await later(0);
    expect(lettersTo(`${name}-other`)).toHaveLength(1);
  });

  test("is counted by the network of an IPv6 address, and not for this machine", async () => {
    const app = visited(world, { forms: limits });
    for (let victim = 0; victim < 6; victim++) {
      await signUp(visitor(world, from(`2001:db8:1:2::${victim}`), app), `${name}-six-${victim}@example.com`);
      await signUp(visitor(world, from("127.0.0.1"), app), `${name}-here-${victim}@example.com`);
    }
    await later(0);
    expect(lettersTo(`${name}-six`)).toHaveLength(4);
    expect(lettersTo(`${name}-here`)).toHaveLength(6);
  });

  test("from everywhere at once is slowed for that form, and for no other", async () => {
    const app = visited(world, { forms: { ...limits, form: { requests: 3, windowSeconds: 600 } } });
    for (let victim = 0; victim < 8; victim++)
      await signUp(visitor(world, from(`198.51.${victim}.1`), app), `${name}-${victim}@example.com`);
    await visitor(world, from("203.0.113.9"), app).send("catalogue", { email: `${name}-asks@example.com` });
    await later(0);
    expect(lettersTo(`${name}-asks`)).toHaveLength(1);
    expect(lettersTo(`${name}-`)).toHaveLength(1 + 4);
    await later(1);
    expect(lettersTo(`${name}-`)).toHaveLength(1 + 8);
  });
});

describe("the field that no person sees", () => {
  test("filled in: the same page as for anybody, and nothing on record", async () => {
    const ana = visitor(world);
    const { page } = await ana.get("/f/sign-up");
    const fields = { token: tokenIn(page), email: `${name}@example.com`, box: "newsletter" };
    const trapped = await ana.post("/f/sign-up", { ...fields, homepage: "https://spam.example" });
    expect(await onRecord(world, fields.email)).toEqual([]);
    const real = await ana.post("/f/sign-up", { ...fields, homepage: "" });
    expect(trapped.page).toBe(real.page);
    expect(await onRecord(world, fields.email)).toHaveLength(1);
  });
});
