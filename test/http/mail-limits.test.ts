// How often one address is written to because of forms that anybody can post, and that nothing asked for is lost by it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { onRecord, tokenIn, type Visitor, verdictOf, visitor } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(() => {
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

const signUp = (...box: readonly string[]) => ana.send("sign-up", { email, box });
const lettersTo = (...addresses: readonly string[]) =>
  world.caught.filter(({ forwardPath }) => addresses.includes(forwardPath));
async function at(moment: string): Promise<void> {
  world.setClock(moment);
  while ((await deliverOutbox(world)) > 0);
}
/** The link in the newest mail. */
async function link(): Promise<string> {
  const { text } = await readMail(lettersTo(email).at(-1)?.raw ?? Buffer.alloc(0));
  return /http:\/\/127\.0\.0\.1:4000(\/c\/[\w-]+)/.exec(text ?? "")?.[1] ?? "";
}

test("a second box within ten minutes gets its mail when they have passed", async () => {
  await at("2026-11-23T10:00:00Z");
  await signUp("newsletter");
  await at("2026-11-23T10:01:00Z");
  expect(lettersTo(email)).toHaveLength(1);
  const { page } = await signUp("email-tracking");
  expect(page).toContain("it may take up to a day");
  await at("2026-11-23T10:09:00Z");
  expect(lettersTo(email)).toHaveLength(1);
  await at("2026-11-23T10:11:01Z");
  expect(lettersTo(email)).toHaveLength(2);
  await ana.post(await link());
  expect(await verdictOf(world, email, "email-tracking")).toBe("consent");
  expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
});

test("a flood is three mails a day, and the sign-up that was meant still gets through", async () => {
  let minute = 0;
  for (; minute < 120; minute += 10) {
    await at(new Date(Date.parse("2026-11-24T10:00:00Z") + minute * 61_000).toISOString());
    await signUp("newsletter", "email-tracking");
  }
  await at("2026-11-24T13:00:00Z");
  expect(lettersTo(email)).toHaveLength(3);

  await signUp("newsletter");
  await at("2026-11-25T10:10:00Z");
  expect(lettersTo(email)).toHaveLength(3);
  await at("2026-11-25T10:11:00Z");
  expect(lettersTo(email)).toHaveLength(4);

  const { page } = await ana.get(await link());
  expect(page.match(/<button type="submit">/g)).toHaveLength(2);
  const meant = (await onRecord(world, email)).findLast(({ type }) => type === "consent.given");
  await ana.post(await link(), { act: String(meant?.id) });
  expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  expect(await verdictOf(world, email, "email-tracking")).toBe("doi-unconfirmed");
});

test("every act is on record, whether or not a mail went", async () => {
  await at("2026-11-27T10:00:00Z");
  await Promise.all(Array.from({ length: 6 }, () => signUp("newsletter")));
  await at("2026-11-27T10:00:01Z");
  expect(lettersTo(email)).toHaveLength(1);
  expect(await onRecord(world, email)).toHaveLength(6);
});

test("the spellings of one mailbox are one address", async () => {
  await at("2026-11-28T10:00:00Z");
  const spellings = [email, `"${email.replace("@", '"@')}`, `"\\${email.replace("@", '"@')}`];
  for (const spelling of spellings) {
    const { page } = await ana.get("/f/sign-up");
    const sent = await ana.post("/f/sign-up", { token: tokenIn(page), email: spelling, box: "newsletter" });
    expect(sent.status).toBe(200);
  }
  await at("2026-11-28T10:05:00Z");
  expect(lettersTo(...spellings)).toHaveLength(1);
});

test("the link of a mail that had to wait never outlives two days from the tick", async () => {
  await at("2026-11-30T10:00:00Z");
  await signUp("newsletter");
  await at("2026-11-30T10:05:00Z");
  await signUp("email-tracking");
  await at("2026-11-30T10:15:01Z");
  expect((await ana.get(await link())).page).toContain("2 December 2026 at 10:05 UTC");
});

test("a second request for the same information is answered too, later", async () => {
  await at("2026-12-03T10:00:00Z");
  for (let turn = 0; turn < 3; turn++) {
    await ana.send("catalogue", { email });
    await at(`2026-12-03T10:0${turn}:30Z`);
  }
  expect(lettersTo(email)).toHaveLength(1);
  await at("2026-12-03T10:11:00Z");
  expect(lettersTo(email)).toHaveLength(2);
  await at("2026-12-03T12:00:00Z");
  expect(lettersTo(email)).toHaveLength(2);
});
