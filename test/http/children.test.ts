// Children: a form for them asks how old somebody is, and below the age of the law a parent decides, from a mailbox of their own (GDPR 8).
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { createApp } from "../../src/http/app.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { goodConsent } from "../support/people.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import {
  confirmationPath,
  type Fields,
  onRecord,
  type Seen,
  subjectOf,
  tokenIn,
  type Visitor,
  verdictOf,
  visitor,
  wayOutToken,
} from "./visitor.ts";

/** A comic for children, beside what the shop has for adults. */
const comics = lunaria()
  .replace(
    "\npurposes:\n",
    "\npurposes:\n  comic: { kind: marketing, sender: shop, childDirected: true, label: { es: El cómic, fr: La bande dessinée, en: The comic } }\n",
  )
  .replace(
    "\nclauses:\n",
    `
clauses:
  comic:
    purpose: comic
    text:
      es: Sí, quiero que Lunaria Calzados, S.L. me envíe su cómic por correo electrónico una vez al mes. Puedo parar cuando quiera con el enlace de cada correo.
      fr: Oui, je veux que Lunaria Calzados, S.L. m’envoie sa bande dessinée par courriel une fois par mois. Je peux arrêter quand je veux grâce au lien dans chaque courriel.
      en: Yes, I want Lunaria Calzados, S.L. to email me its comic once a month. I can stop at any time with the link in every email.
`,
  )
  .replace(
    "\nforms:\n",
    `
forms:
  comic:
    kind: signUp
    title: { es: El cómic, fr: La bande dessinée, en: The comic }
    notice: sign-up
    boxes: [comic]
    countries: [ES, FR, DE, CH]
    embedding: { origins: ["https://lunaria.example"] }
`,
  );

let world: TestWorld;
let kim: Visitor;
let number = 0;
let child: string;
let parent: string;

beforeAll(async () => {
  world = await makeWorld();
  kim = visitor(world);
  await applyComics();
});
beforeEach(() => {
  world.setClock("2026-11-23T10:00:00Z");
  number += 1;
  [child, parent] = [`kim-${number}@example.com`, `parent-${number}@example.net`];
});
afterAll(() => world.close());

async function applyComics(change = (text: string) => text): Promise<void> {
  const file = readSetupFile(change(comics));
  if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
  await applySetup(world, file.declared);
}

/** Thirteen years old, where the law of Spain says fourteen. */
const born = "2013-05-04";
const fill = (fields: Fields = {}): Promise<Seen> =>
  kim.send("comic", { email: child, country: "ES", birthDate: born, box: "comic", ...fields });

async function lettersTo(address: string) {
  while ((await deliverOutbox(world)) > 0);
  const letters = world.caught.filter(({ forwardPath }) => forwardPath === address);
  return Promise.all(letters.map(({ raw }) => readMail(raw)));
}
/** The link in the mail to the parent. */
async function link(): Promise<string> {
  const [letter] = await lettersTo(parent);
  return /http:\/\/127\.0\.0\.1:4000(\/g\/[\w-]+\?lang=\w+)/.exec(letter?.text ?? "")?.[1] ?? "no link";
}
const types = async (address: string) => (await onRecord(world, address)).map(({ type }) => type);

describe("a form for children", () => {
  test("asks for the date of birth, and one for adults does not", async () => {
    expect((await kim.get("/f/comic?lang=en")).page).toContain('name="birthDate"');
    const adults = (await kim.get("/f/sign-up?lang=en")).page;
    expect(adults).not.toContain('name="birthDate"');
    expect(adults).not.toContain("guardian");
  });

  test.each([
    ["", "Give the date of birth."],
    ["2013-02-30", "This cannot be a date of birth."],
    ["2027-01-01", "This cannot be a date of birth."],
    ["1850-01-01", "This cannot be a date of birth."],
    ["<b>", "This cannot be a date of birth."],
  ])("does not do without it: `%s`", async (birthDate, sentence) => {
    const { status, page } = await fill({ birthDate });
    expect(status).toBe(422);
    expect(page).toContain(sentence);
    expect(await types(child)).toEqual([]);
  });

  test.each([
    ["ES", "2012-11-23"],
    ["DE", "2010-11-23"],
    ["CH", "2020-01-01"],
  ])(
    "whoever is old enough in %s decides alone, once their mailbox has answered",
    async (country, birthDate) => {
      const { page } = await fill({ country, birthDate });
      expect(page).toContain("Now look in your mailbox");
      expect(await verdictOf(world, child, "comic")).not.toBe("consent");
      const path = await confirmationPath(world, child);
      expect((await kim.get(path)).page).toContain("Date of birth given:");
      await kim.post(path);
      expect(await verdictOf(world, child, "comic")).toBe("consent");
      expect(await lettersTo(parent)).toEqual([]);
    },
  );

  test("whose country is unknown needs to be as old as the strictest law says", async () => {
    expect((await fill({ country: "", birthDate: "2010-11-24" })).page).toContain("Younger than 16");
  });
});

describe("below the age of the law", () => {
  test("the page says so, and asks for a parent; nothing is on record", async () => {
    const { status, page } = await fill();
    expect(status).toBe(422);
    expect(page).toContain("Younger than 14: a parent has to agree");
    expect(page).toContain('name="guardian"');
    expect(page).toContain(`value="${born}"`);
    expect(page).not.toContain("checked");
    expect(await types(child)).toEqual([]);
  });

  test.each([
    ["no address", "does not look like an email address"],
    ["CHILD", "must be another one"],
    ["CHILD+mum", "must be another one"],
  ])("the parent’s mailbox is another one than the child’s: %s", async (typed, sentence) => {
    const guardian = typed.replace("CHILD+mum", child.replace("@", "+mum@")).replace("CHILD", child);
    const { status, page } = await fill({ guardian });
    expect(status).toBe(422);
    expect(page).toContain(sentence);
    expect(await types(child)).toEqual([]);
  });

  test("the parent is asked, and until they agree nothing of the child is kept and nothing is sent to it", async () => {
    const { status, page } = await fill({ guardian: parent });
    expect(status).toBe(200);
    expect(page).toContain("A parent has been asked");
    expect(page).toContain("30 November 2026");
    const [letter, ...others] = await lettersTo(parent);
    expect(others).toEqual([]);
    expect(letter?.subject).toContain("May this child get mail");
    expect(`${letter?.text} ${letter?.html}`).not.toContain(child);
    expect(await lettersTo(child)).toEqual([]);
    expect(await types(child)).toEqual([]);
    expect(await types(parent)).toEqual(["link.requested"]);
    expect((await world.store.people.find([subjectOf(world, child)])).size).toBe(0);
    // `licet verify` finds whatever went out without proof.
    expect(
      await query(
        "select cardinality(evidence) as cited from outbox where kind = 'guardian' and state = 'sent'",
      ),
    ).not.toContainEqual({ cited: 0 });
    expect(await world.store.log.unproved()).toBeNull();
    const [left] = await query("select count(*)::int as rows from partings");
    expect(left).toEqual({ rows: 0 });
    expect((await world.store.people.find([subjectOf(world, parent)])).values().next().value?.address).toBe(
      null,
    );
  });

  test("the link shows what is asked, in words and with the notice, and opening it records nothing", async () => {
    await fill({ guardian: parent });
    const path = await link();
    const { status, page } = await kim.get(path);
    expect(status).toBe(200);
    for (const words of [
      child,
      "Date of birth given: 4 May 2013.",
      "Yes, I want Lunaria Calzados, S.L. to email me its comic",
      "you are of age",
      "Basic information on data protection",
    ])
      expect(page).toContain(words);
    expect(path).not.toContain(Buffer.from(child).toString("base64url").slice(4, 16));
    await kim.head(path);
    expect(await types(child)).toEqual([]);
  });

  test("the parent’s consent goes on record with its evidence, then the child’s mailbox is asked, and then it starts", async () => {
    await fill({ guardian: parent });
    world.setClock("2026-11-24T10:00:00Z");
    const path = await link();
    const { page } = await kim.post(path);
    expect(page).toContain("Your consent is on record");
    const facts = await onRecord(world, child);
    expect(facts.map(({ type }) => type)).toEqual(["consent.given"]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        type: "consent.given",
        by: "guardian",
        at: "2026-11-24T10:00:00.000Z",
        doubleOptIn: true,
      }),
    );
    expect(await verdictOf(world, child, "comic")).toBe("under-age");
    expect((await lettersTo(child)).length).toBe(1);
    world.setClock("2026-11-24T11:00:00Z");
    const confirmation = await confirmationPath(world, child);
    await kim.post(confirmation);
    await kim.post(confirmation);
    expect((await onRecord(world, child)).filter(({ type }) => type === "guardian.consented")).toEqual([
      expect.objectContaining({
        at: "2026-11-24T10:00:00.000Z",
        evidence: expect.stringContaining(parent),
      }),
    ]);
    expect(await verdictOf(world, child, "comic")).toBe("consent");
    const known = (await world.store.people.find([subjectOf(world, child)])).values().next().value;
    expect(known?.recipient).toEqual({ country: "ES", birthDate: 20130504 });
    // What names people is sealed, and goes with an erasure.
    const rows = await query(
      "select body::text as body from facts where type in ('guardian.consented', 'consent.given')",
    );
    expect(JSON.stringify(rows)).not.toContain(parent);
    expect(JSON.stringify(rows)).not.toContain(born);
  });

  test("pressed twice, or by a program that saw no page, it is one consent or none", async () => {
    await fill({ guardian: parent });
    const path = await link();
    const app = createApp(world, { mailbox: false, ready: () => true });
    await app.request(path, { method: "POST", body: new URLSearchParams({}) });
    expect(await types(child)).toEqual([]);
    const token = tokenIn((await kim.get(path)).page);
    await Promise.all([1, 2, 3].map(() => kim.post(path, { token })));
    expect(await types(child)).toEqual(["consent.given"]);
    expect((await lettersTo(child)).length).toBe(1);
  });

  test("a week later the link has ended, and nothing was ever kept", async () => {
    await fill({ guardian: parent });
    const path = await link();
    const token = tokenIn((await kim.get(path)).page);
    world.setClock("2026-11-30T10:00:01Z");
    const { status, page } = await kim.post(path, { token });
    expect(status).toBe(410);
    expect(page).toContain("This link has ended");
    expect(await types(child)).toEqual([]);
  });

  test.each(["torn", "AAAA", "x".repeat(400)])("a link that is not ours opens nothing: %s", async (torn) => {
    expect((await kim.get(`/g/${torn}`)).status).toBe(400);
    expect((await kim.post(`/g/${torn}`, { token: "x" })).status).toBe(400);
  });

  test("the same page sent twice asks the parent once; one child’s mail never takes the place of another’s", async () => {
    const token = tokenIn((await kim.get("/f/comic?lang=en")).page);
    const fields = { token, email: child, country: "ES", birthDate: born, box: "comic", guardian: parent };
    await kim.post("/f/comic", fields);
    await kim.post("/f/comic", fields);
    await fill({ email: `sister-${child}`, guardian: parent });
    world.setClock("2026-11-23T11:00:00Z");
    const letters = await lettersTo(parent);
    expect(letters).toHaveLength(2);
    expect(new Set(letters.map(({ text }) => /\/g\/[\w-]+/.exec(text ?? "")?.[0])).size).toBe(2);
  });

  test("a stranger who agrees from a mailbox of their own changes nothing for a child that is on record", async () => {
    const sale = {
      ...{ id: "boots", type: "sale.concluded", at: "2026-11-01T10:00:00Z", category: "shoes", paid: true },
      ...{ addressFrom: "customer", optOutOffered: true, form: { version: "1" } },
    };
    const recipient = { country: "ES", kind: "natural", birthDate: born };
    const read = readLine({ email: child, recipient, facts: [sale] }, "file");
    if (!read.ok) throw new Error(read.problem);
    await record(world, [read.entry]);
    expect(await verdictOf(world, child, "newsletter")).toBe("under-age");
    await fill({ guardian: parent });
    await kim.post(await link());
    expect(await types(child)).toContain("consent.given");
    expect(await verdictOf(world, child, "newsletter")).toBe("under-age");
    expect(await verdictOf(world, child, "comic")).not.toBe("consent");
  });

  test("whoever stops stops, and the guardian’s consent opens nothing again by itself", async () => {
    await fill({ guardian: parent });
    const path = await link();
    await kim.post(path);
    await kim.post(await confirmationPath(world, child));
    world.setClock("2026-11-24T10:00:00Z");
    await kim.post(`/p/${wayOutToken(world, child, null)}`, { leave: "*" });
    expect(await verdictOf(world, child, "comic")).toBe("objected");
    await kim.post(path, { token: tokenIn((await kim.get(path)).page) });
    expect(await verdictOf(world, child, "comic")).toBe("objected");
  });
});

test("an order goes on; what was ticked beside it waits for the parent", async () => {
  await applyComics((text) => text.replace("boxes: [newsletter]\n", "boxes: [newsletter, comic]\n"));
  const fields = { email: child, country: "ES", product: "boots", birthDate: born };
  expect((await kim.send("order", { ...fields, birthDate: "" })).status).toBe(200);
  const { page } = await kim.send("order", { ...fields, box: ["newsletter", "comic"], guardian: parent });
  expect(page).toContain("Thank you for your order");
  expect(page).toContain("A mail with a link is on its way to the parent or guardian.");
  expect(await types(child)).toEqual(["contract.started", "contract.started"]);
  expect((await kim.get(await link())).page).toContain("to email me its shoe news and offers");
  await applyComics();
});

describe("elsewhere than on the form", () => {
  test("the page of one’s choices says plainly that a parent decides, and joins nothing for children by itself", async () => {
    await kim.send("sign-up", { email: child, country: "ES", box: "newsletter" });
    await kim.post(await confirmationPath(world, child));
    const path = `/p/${wayOutToken(world, child, null)}`;
    const { page } = await kim.get(path);
    expect(page).toContain("We write to children only with the consent of a parent or guardian.");
    expect(page).not.toContain('name="join" value="comic"');
    expect(page).toContain("/f/comic?lang=en");
    expect((await kim.post(path, { join: "comic" })).status).toBe(422);
  });

  test("a page of the shop’s own gets no such form, since it could not ask", async () => {
    const app = createApp(world, { mailbox: false, ready: () => true });
    const answer = await app.request("/api/v1/forms/comic", {
      headers: { origin: "https://lunaria.example" },
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ type: "urn:licet:error:form-for-children" });
  });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test("a stranger who fills the form in with somebody's address makes nobody younger, though it asks for no double opt-in", async () => {
  await applyComics((text) =>
    text.replace(
      "    boxes: [comic]\n    countries: [ES, FR, DE, CH]",
      "    boxes: [comic]\n    doubleOptIn: false\n    countries: [ES, FR]",
    ),
  );
  const facts = [goodConsent()];
  const read = readLine({ email: child, recipient: { country: "IE", kind: "natural" }, facts }, "file");
  if (!read.ok) throw new Error(read.problem);
  await record(world, [read.entry]);
  expect(await verdictOf(world, child, "newsletter")).toBe("consent");
  // Old enough in the country that was typed, and not in the one that is known.
  const { status, page } = await kim.send("comic", {
    email: child,
    box: "comic",
    country: "ES",
    birthDate: "2011-05-04",
  });
  expect(status).toBe(200);
  expect(await verdictOf(world, child, "newsletter")).toBe("consent");
  expect(page).toContain("Now look in your mailbox");
  await applyComics();
});
