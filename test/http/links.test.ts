// Asking for a link to one's choices: the same answer for everybody, and no bar keeps anybody from their own page.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { createApp } from "../../src/http/app.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { onRecord, subjectOf, tokenIn, type Visitor, verdictOf, visitor } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(async () => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.com`;
  await tell(world, email, goodConsent());
});
afterAll(() => world.close());

async function ask(address: string, lang = "en") {
  const token = tokenIn((await ana.get(`/p?lang=${lang}`)).page);
  return ana.post(`/p?lang=${lang}`, { token, email: address });
}
async function lettersTo(address: string) {
  while ((await deliverOutbox(world)) > 0);
  return Promise.all(
    world.caught.filter(({ forwardPath }) => forwardPath === address).map(({ raw }) => readMail(raw)),
  );
}
const linkIn = (text: string | null | undefined) =>
  /http:\/\/127\.0\.0\.1:4000(\/p\/[\w-]+\?lang=\w+)/.exec(text ?? "")?.[1] ?? "";

test("a link comes to the mailbox, in the language of the page, and opens the page of all choices", async () => {
  expect((await ask(email, "fr")).status).toBe(200);
  const [mail] = await lettersTo(email);
  expect(mail?.subject).toContain("Le lien vers vos choix");
  const { status, page } = await ana.get(linkIn(mail?.text));
  expect(status).toBe(200);
  expect(page).toContain("Vos choix");
  expect((await onRecord(world, email)).map(({ type }) => type)).toEqual(["consent.given", "link.requested"]);
  expect(await world.store.log.unproved()).toBeNull();
});

test("the page says the same whether the address is known, unknown or odd, and nobody unknown is written down", async () => {
  const known = await ask(email);
  for (const stranger of ["nobody@example.com", '"odd one"@example.com', "ana+tag@xn--bcher-kva.example"]) {
    const unknown = await ask(stranger);
    expect(unknown.page).toBe(known.page);
    expect(await lettersTo(stranger)).toEqual([]);
    expect((await world.store.people.find([subjectOf(world, stranger)])).size).toBe(0);
  }
});

test("who objected, or restricted the use of their data, gets it all the same", async () => {
  const at = "2026-11-20T10:00:00Z";
  await tell(
    world,
    email,
    { id: "objected", type: "objection.raised", at, scope: "direct-marketing" },
    { id: "restricted", type: "restriction.applied", at },
  );
  await ask(email);
  expect(await lettersTo(email)).toHaveLength(1);
  expect(await verdictOf(world, email, "newsletter")).toBe("restricted");
});

test("asked for again and again, it fills no mailbox", async () => {
  for (let minute = 0; minute < 60; minute += 2) {
    world.setClock(new Date(Date.parse("2026-11-23T10:00:00Z") + minute * 60_000).toISOString());
    await ask(email);
    await lettersTo(email);
  }
  expect(await lettersTo(email)).toHaveLength(3);
});

test("a press without a page that was shown sends nothing", async () => {
  const app = createApp(world, { mailbox: false, ready: () => true });
  for (const fields of [{ email }, { email, token: "x" }]) {
    const answer = await app.request("/p", { method: "POST", body: new URLSearchParams(fields) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(email);
  }
  expect(await lettersTo(email)).toEqual([]);
});

test.each([
  ["", "Type your email address."],
  ["ana@", "This does not look like an email address."],
])("what is no address (`%s`) is said beside the field", async (typed, words) => {
  const { status, page } = await ask(typed);
  expect(status).toBe(422);
  expect(page).toContain(words);
});
