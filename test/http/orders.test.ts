// An order: what anybody may have typed opens nothing, a refusal counts at once, and the mailbox's answer makes the sale.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { sweepDue } from "../../src/app/subjects/sweep.ts";
import { parseInstant } from "../../src/core/instant.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import {
  buy,
  onRecord,
  orderPath,
  subjectOf,
  tokenIn,
  type Visitor,
  verdictOf,
  visitor,
  wayOutToken,
} from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
beforeEach(() => {
  world.setClock("2026-11-23T10:00:00Z");
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

const boots = () => ({ email, country: "FR", product: "boots" });
const factsOf = async (type: string) => (await onRecord(world, email)).filter((fact) => fact.type === type);
const recipient = async () => {
  const subject = subjectOf(world, email);
  return (await world.store.people.find([subject])).get(subject)?.recipient;
};

test("anybody can order with a stranger's address: that opens no advertising and chooses no law", async () => {
  const { page } = await ana.send("order", boots());
  const [contract] = await factsOf("contract.started");
  expect(page).toContain(`Your order number is ${contract?.contract}.`);
  expect(page).toContain("Until you press it, the order opens no advertising to this address.");
  expect(await factsOf("sale.concluded")).toEqual([]);
  expect(await verdictOf(world, email, "newsletter")).toBe("no-basis");
  expect(await recipient()).toEqual({});
});

test("one mail about it goes out, lists it, advertises nothing, and leads to the button", async () => {
  const { page: form } = await ana.get("/f/order?lang=es");
  await ana.post("/f/order", { token: tokenIn(form), ...boots() });
  await deliverOutbox(world);
  const [letter, ...more] = world.caught.filter(({ forwardPath }) => forwardPath === email);
  expect(more).toEqual([]);
  const { subject, text } = await readMail(letter?.raw ?? Buffer.alloc(0));
  expect(subject).toContain("¿ha sido usted?");
  expect(text).toMatch(/Botines «Menguante» de piel, 149\s€/);
  const path = /http:\/\/127\.0\.0\.1:4000(\/c\/[\w-]+)/.exec(text ?? "")?.[1] ?? "";
  const { status, page } = await ana.get(`${path}?lang=en`);
  expect(status).toBe(200);
  expect(page).toMatch(/“Menguante” leather ankle boots, 149\s€/);
  expect(page).toContain("Como es cliente, podremos escribirle a esta dirección");
  expect(page).toContain("Country given: France.");
  expect(await factsOf("sale.concluded")).toEqual([]);

  await ana.post(path);
  expect(await verdictOf(world, email, "newsletter")).toBe("soft-opt-in");
});

test("the mailbox's yes makes it a sale of that moment, with what was shown, in the country that was given", async () => {
  await ana.send("order", boots());
  const path = await orderPath(world, email);
  world.setClock("2026-11-23T10:30:00Z");
  const answers = await Promise.all([ana.post(path), ana.post(path)]);
  answers.push(await ana.post(path));
  for (const { status, page } of answers) {
    expect(status).toBe(200);
    expect(page).toContain("Confirmed");
  }
  expect(await factsOf("sale.concluded")).toMatchObject([
    {
      at: "2026-11-23T10:00:00.000Z",
      category: "shoes",
      addressFrom: "customer",
      optOutOffered: true,
      refused: false,
      seller: "lunaria",
      freemium: false,
      form: { version: "1" },
    },
  ]);
  const sale = (await world.store.people.facts(subjectOf(world, email))).find(
    ({ type }) => type === "sale.concluded",
  );
  expect(sale?.body).not.toHaveProperty("paid");
  expect(sale?.shown).toMatchObject({ form: { key: "order" }, page: "http://127.0.0.1:4000/f/order" });
  expect(await recipient()).toEqual({ country: "FR" });
  expect(await verdictOf(world, email, "newsletter")).toBe("soft-opt-in");
});

test("a refusal counts at once and stays, though the order is confirmed", async () => {
  const { page } = await ana.send("order", { ...boots(), refused: "yes" });
  expect(page).toContain("You do not want emails about similar products. That is on record now.");
  expect(await factsOf("sale.negotiated")).toMatchObject([{ refused: true }]);
  const path = await orderPath(world, email);
  expect((await ana.get(path)).page).toContain(
    "The box that objects to emails about similar products was ticked",
  );
  await ana.post(path);
  expect(await verdictOf(world, email, "newsletter")).toBe("refused-at-collection");
});

test.each(["before", "after"])(
  "a refusal on a second press %s the confirmation is not lost",
  async (when) => {
    const { page } = await ana.get("/f/order");
    const fields = { token: tokenIn(page), ...boots() };
    await ana.post("/f/order", fields);
    if (when === "after") await ana.post(await orderPath(world, email));
    world.setClock("2026-11-23T10:00:20Z");
    const again = await ana.post("/f/order", { ...fields, refused: "yes" });
    expect(again.page).toContain("That is on record now");
    if (when === "before") {
      expect((await ana.get(await orderPath(world, email))).page).toContain("was ticked. That stands");
      await ana.post(await orderPath(world, email));
    }
    expect(await verdictOf(world, email, "newsletter")).toBe("refused-at-collection");
    expect(await factsOf("contract.started")).toHaveLength(1);
  },
);

test("of two presses at once neither loses what only it said", async () => {
  const { page } = await ana.get("/f/order");
  const fields = { token: tokenIn(page), ...boots() };
  const running = world.clock.now;
  let tick = running();
  world.clock.now = () => tick++ as ReturnType<typeof running>;
  await Promise.all([
    ana.post("/f/order", fields),
    ana.post("/f/order", { ...fields, refused: "yes", box: "newsletter" }),
  ]);
  world.clock.now = running;
  const types = (await onRecord(world, email)).map(({ type }) => type).toSorted();
  expect(types).toEqual(["consent.given", "contract.started", "sale.negotiated"]);
});

test("an order by a stranger takes nothing from a customer", async () => {
  await buy(world, ana, boots());
  world.setClock("2026-11-23T11:00:00Z");
  await ana.send("order", { email, country: "DE", product: "wax" });
  expect(await verdictOf(world, email, "newsletter")).toBe("soft-opt-in");
  expect(await recipient()).toEqual({ country: "FR" });
});

test("of several orders each has its own button, and one press is a yes to one", async () => {
  await ana.send("order", boots());
  await ana.send("order", { email, country: "DE", product: "wax" });
  const path = await orderPath(world, email);
  const { page } = await ana.get(path);
  expect(page).toContain("press only what was yours");
  expect((await ana.post(path)).page).toContain("press only what was yours");
  expect(await factsOf("sale.concluded")).toEqual([]);
  const [first] = await factsOf("contract.started");
  expect(page).toContain(`name="act" value="${first?.id}"`);
  await ana.post(path, { act: String(first?.id) });
  expect(await factsOf("sale.concluded")).toMatchObject([{ category: "shoes" }]);
  expect(await recipient()).toEqual({ country: "FR" });
});

test("a link that is too old confirms nothing, and does not ask to order again", async () => {
  await ana.send("order", boots());
  const path = await orderPath(world, email, parseInstant("2026-11-23T09:00:00Z") ?? undefined);
  for (const answer of [await ana.get(path), await ana.post(path)]) {
    expect(answer.status).toBe(410);
    expect(answer.page).toContain("The order is no different for it");
    expect(answer.page).not.toContain('class="button"');
  }
  expect(await factsOf("sale.concluded")).toEqual([]);
});

test("a stop between the order and its confirmation holds", async () => {
  await ana.send("order", boots());
  world.setClock("2026-11-23T10:05:00Z");
  await ana.post(`/u/${wayOutToken(world, email, null)}`);
  world.setClock("2026-11-23T10:06:00Z");
  await ana.post(await orderPath(world, email));
  await sweepDue(world);
  expect(await verdictOf(world, email, "newsletter")).toBe("objected");
});
