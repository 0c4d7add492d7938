// What a form shows, what it takes, and what it puts on record.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OutboxRequest } from "../../src/app/messages/outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import {
  confirmationPath,
  onRecord,
  subjectOf,
  tokenIn,
  type Visitor,
  verdictOf,
  visitor,
} from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  ana = visitor(world);
});
beforeEach(() => {
  email = `person-${++number}@example.com`;
});
afterAll(() => world.close());

const mailsAsked = async (kind: OutboxRequest["kind"]) =>
  (await world.store.outbox.recent([{ subject: subjectOf(world, email), kind }], 0 as never)).length;

describe("what a form shows", () => {
  test.each([
    ["en", "News from Lunaria", "Basic information on data protection"],
    ["fr", "Des nouvelles de Lunaria", "Informations de base sur la protection des données"],
    ["es", "Noticias de Lunaria", "Información básica sobre protección de datos"],
  ])(
    "in %s, with the words beside each box and the notice in the same view",
    async (language, title, notice) => {
      const { status, page, headers } = await ana.get(`/f/sign-up?lang=${language}`);
      expect(status).toBe(200);
      expect(headers.get("content-language")).toBe(language);
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain(title);
      expect(page).toContain(notice);
      expect(page.match(/type="checkbox"/g)).toHaveLength(2);
      expect(page).toMatch(
        /<label class="choice" for="box-0"><input type="checkbox"[^>]*><span>[^<]*Lunaria/,
      );
      expect(page).toContain("/n/sign-up/1");
    },
  );

  test("the language is the one asked for, else the browser's, else the controller's first", async () => {
    const language = async (path: string, wished: string) =>
      (await ana.get(path, { "accept-language": wished })).headers.get("content-language");
    expect(await language("/f/sign-up?lang=fr", "en")).toBe("fr");
    expect(await language("/f/sign-up?lang=xx", "de, fr-CA;q=0.8, en;q=0.9")).toBe("en");
    expect(await language("/f/sign-up", "fr-CH, en;q=0.5")).toBe("fr");
    expect(await language("/f/sign-up", "de")).toBe("es");
  });

  test("every page comes without script, and is kept by nobody", async () => {
    const { page, headers } = await ana.get("/f/order");
    expect(page).not.toMatch(/<script|\son[a-z]+=|javascript:/i);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("page and style together weigh less than 20 kB", async () => {
    const { page } = await ana.get("/f/order");
    const style = await ana.get(/href="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? "");
    expect(style.status).toBe(200);
    expect(page.length + style.page.length).toBeLessThan(20_000);
  });

  test("an unknown form is a clear page", async () => {
    for (const key of ["nothing", "constructor", "__proto__"]) {
      const { status, page } = await ana.get(`/f/${key}`);
      expect(status).toBe(404);
      expect(page).toContain("This form is closed");
    }
  });

  test("the whole notice is there in any version that was shown", async () => {
    const { status, page } = await ana.get("/n/sign-up/1?lang=fr");
    expect(status).toBe(200);
    expect(page).toContain("Qui est responsable");
    expect((await ana.get("/n/sign-up/9")).status).toBe(404);
  });
});

describe("no box is ever ticked for anybody", () => {
  const ticked = /<input type="checkbox"[^>]*\b(checked|required)\b/;

  test.each(["sign-up", "order", "catalogue"])("not on the first view of `%s`", async (form) => {
    for (const language of ["en", "fr", "es"])
      expect((await ana.get(`/f/${form}?lang=${language}`)).page).not.toMatch(ticked);
  });

  test("not after a mistake, whatever the person had ticked", async () => {
    const { status, page } = await ana.send("order", {
      email: "no address",
      box: "newsletter",
      refused: "yes",
    });
    expect(status).toBe(422);
    expect(page).not.toMatch(ticked);
    expect(page).toContain("please tick them again");
  });
});

describe("a mistake", () => {
  test("is told beside its field, and nothing that was typed is lost", async () => {
    const { status, page } = await ana.send("order", { email: "ana@", country: "FR", product: "sandals" });
    expect(status).toBe(422);
    expect(page).toMatch(
      /<input type="email"[^>]*value="ana@"[^>]*aria-describedby="email-wrong" aria-invalid="true"/,
    );
    expect(page).toContain('<span class="wrong" id="email-wrong">This does not look like an email address.');
    expect(page).toContain('<a href="#email">');
    expect(page).toContain('<option value="FR" selected>');
    expect(page).toMatch(/value="sandals"[^>]* checked/);
    expect(page).toMatch(/<div class="summary" role="alert" tabindex="-1" autofocus>/);
  });

  test("keeps a refusal without ticking a box for it", async () => {
    const { page } = await ana.send("order", { email: "", product: "boots", refused: "yes" });
    expect(page).toContain('<input type="hidden" name="refused" value="yes">');
    await ana.post("/f/order", { token: tokenIn(page), email, product: "boots", refused: "yes" });
    expect(await onRecord(world, email)).toMatchObject([
      { type: "contract.started" },
      { type: "sale.negotiated", refused: true },
    ]);
  });

  test("a sign-up without a single tick asks for nothing, and says so", async () => {
    const { status, page } = await ana.send("sign-up", { email });
    expect(status).toBe(422);
    expect(page).toContain("Tick at least one box.");
    expect(await onRecord(world, email)).toEqual([]);
  });

  test("what was typed comes back escaped", async () => {
    const { page } = await ana.send("sign-up", { email: '"><script>alert(1)</script>' });
    expect(page).not.toContain("<script>");
  });
});

describe("the token", () => {
  test.each([
    ["forged", (token: string) => `${token.slice(0, -6)}AAAAAA`],
    ["truncated", (token: string) => token.slice(0, 40)],
    ["absent", () => ""],
  ])("%s: the form is shown again with what was typed, and nothing is on record", async (_, spoil) => {
    const { page } = await ana.get("/f/sign-up");
    const again = await ana.post("/f/sign-up", {
      token: spoil(tokenIn(page)),
      email,
      country: "DE",
      box: "newsletter",
    });
    expect(again.status).toBe(422);
    expect(again.page).toContain("did not arrive whole");
    expect(again.page).toContain(`value="${email}"`);
    expect(again.page).toContain('<option value="DE" selected>');
    expect(await onRecord(world, email)).toEqual([]);
  });

  test("of one form does not open another", async () => {
    const { page } = await ana.get("/f/catalogue");
    expect((await ana.post("/f/sign-up", { token: tokenIn(page), email, box: "newsletter" })).status).toBe(
      422,
    );
  });

  test("a body that is no form at all is answered with the form", async () => {
    const answer = await ana.post(
      "/f/sign-up",
      {},
      { "content-type": "multipart/form-data; boundary=nothing" },
    );
    expect(answer.status).toBe(422);
  });
});

describe("what goes on record", () => {
  test("one consent for each ticked box, with the very wording, notice, language and page", async () => {
    const { page } = await ana.get("/f/sign-up?lang=fr");
    const sent = await ana.post("/f/sign-up", {
      token: tokenIn(page),
      email,
      country: "FR",
      box: ["newsletter", "email-tracking"],
    });
    expect(sent.status).toBe(200);
    expect(sent.page).toContain("Consultez maintenant votre messagerie");

    const setup = await world.store.setup.current();
    const clause = setup?.clauses.newsletter;
    const facts = (await world.store.people.facts(subjectOf(world, email))).filter(
      ({ type }) => type === "consent.given",
    );
    expect(facts.map(({ body }) => body.purpose)).toEqual(["newsletter", "email-tracking"]);
    expect(facts[0]?.body).toMatchObject({
      at: "2026-11-23T10:00:00.000Z",
      category: "shoes",
      channel: "email",
      by: "subject",
      method: "web-form",
      clause: { hash: clause?.hash, version: String(clause?.version) },
      form: { version: "1" },
      notice: { version: "1", withdrawalStated: true },
      prechecked: false,
      bundledWithTerms: false,
      requiredForService: false,
      doubleOptIn: true,
      purposes: ["newsletter"],
      controllers: ["lunaria"],
    });
    expect(facts[0]?.shown).toMatchObject({
      clause: { key: "newsletter", version: 1, hash: clause?.hash },
      language: "fr",
      page: "http://127.0.0.1:4000/f/sign-up",
    });
    expect(await verdictOf(world, email, "newsletter")).toBe("doi-unconfirmed");
    expect(await mailsAsked("doubleOptIn")).toBe(1);
  });

  test("a box that the form does not show is nothing", async () => {
    await ana.send("order", { email, product: "boots", box: ["email-tracking", "constructor"] });
    expect(await onRecord(world, email)).toMatchObject([{ type: "contract.started" }]);
  });

  test("a request for information is that, until its term, and asks for its answer alone", async () => {
    await ana.send("catalogue", { email });
    const [request] = await onRecord(world, email);
    expect(request).toMatchObject({ type: "information.requested", responses: 1 });
    expect(await mailsAsked("requestedInformation")).toBe(1);
    expect(await verdictOf(world, email, "newsletter")).toBe("no-basis");
  });

  test("the same page sent twice, even at once, is one act", async () => {
    const { page } = await ana.get("/f/order");
    const fields = { token: tokenIn(page), email, product: "boots", box: "newsletter" };
    const answers = await Promise.all([1, 2, 3].map(() => ana.post("/f/order", fields)));
    world.setClock("2026-11-23T10:00:30Z");
    answers.push(await ana.post("/f/order", fields));
    world.setClock("2026-11-23T10:00:00Z");
    expect(new Set(answers.map((answer) => answer.status + answer.page))).toHaveProperty("size", 1);
    expect(await onRecord(world, email)).toHaveLength(2);
    expect(await mailsAsked("doubleOptIn")).toBe(1);
  });

  test("a page of an older version counts under the wording that it showed", async () => {
    const { page } = await ana.get("/f/sign-up?lang=en");
    const file = readFileSync(join(import.meta.dirname, "../../examples/lunaria/licet.yaml"), "utf8");
    const next = readSetupFile(
      file.replace("at most twice a month. I can\n", "at most once a month. I can\n"),
    );
    if (!next.ok) throw new Error("the changed set-up is malformed");
    await applySetup(world, next.declared);
    expect((await ana.get("/f/sign-up?lang=en")).page).toContain("at most once a month");

    await ana.post("/f/sign-up", { token: tokenIn(page), email, box: "newsletter" });
    expect(await onRecord(world, email)).toMatchObject([
      { clause: { version: "1" }, form: { version: "1" } },
    ]);
  });
});

describe("repeating a form", () => {
  test("never lowers a confirmed state", async () => {
    await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
    await ana.post(await confirmationPath(world, email));
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    world.setClock("2026-11-23T11:00:00Z");
    await ana.send("sign-up", { email, country: "DE", box: "newsletter" });
    world.setClock("2026-11-23T10:00:00Z");
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });

  test("never tells whether the address is known", async () => {
    const first = await ana.send("sign-up", { email, box: "newsletter" });
    const second = await ana.send("sign-up", { email, box: "newsletter" });
    expect(second).toEqual({ ...first, headers: expect.anything() });
  });
});
