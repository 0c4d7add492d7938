// Each public page and each system mail in every language: shown in it, whole, and with no word of English left over.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import type { World } from "../../src/app/ports.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { parseInstant } from "../../src/core/instant.ts";
import { LANGUAGES, type Language } from "../../src/core/languages.ts";
import { createApp } from "../../src/http/app.ts";
import { type ReadMail, readMail } from "../../src/mail/read-mail.ts";
import { publishedIn } from "../support/published-in.ts";
import { sentences, spoken } from "../support/sentences.ts";
import { withComic } from "../support/with-comic.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import { confirmationPath, type Seen, tokenIn, type Visitor, visitor, wayOutToken } from "./visitor.ts";

let world: TestWorld;
let campaign: string;
const visitors = new Map<Language, Visitor>();

const subscriber = (language: Language) => `subscriber-${language}@example.com`;
const buyer = (language: Language) => `buyer-${language}@example.com`;
const parent = (language: Language) => `parent-${language}@example.com`;
const asker = (language: Language) => `asker-${language}@example.com`;

/** Somebody whose browser wishes one language and nothing else. */
function speaking(language: Language, served: World = world): Visitor {
  const { get, post, ...others } = visitor(served);
  const wished = { "accept-language": language };
  return {
    ...others,
    get: (path, headers) => get(path, { ...wished, ...headers }),
    post: (path, fields, headers) => post(path, fields, { ...wished, ...headers }),
  };
}

const thanked = new Map<string, Seen>();

beforeAll(async () => {
  world = await makeWorld({ setup: false, at: "2026-11-08T10:00:00Z" });
  const [first = "en", ...others] = LANGUAGES;
  await applySetup(world, withComic(publishedIn(first, ...others)));
  for (const language of LANGUAGES) {
    const person = speaking(language);
    visitors.set(language, person);
    const sent = async (form: string, fields: Record<string, string>) => {
      const { page } = await person.get(`/f/${form}`);
      thanked.set(
        `${language} ${form}`,
        await person.post(`/f/${form}`, { token: tokenIn(page), ...fields }),
      );
    };
    await sent("sign-up", { email: subscriber(language), country: "BE", box: "newsletter" });
    await sent("order", { email: buyer(language), country: "FR", product: "boots" });
    await sent("catalogue", { email: asker(language) });
    const kim = {
      email: `kim-${language}@example.net`,
      country: "ES",
      box: "comic",
      birthDate: "2014-03-31",
    };
    await sent("comic", { ...kim, guardian: parent(language) });
  }
  while ((await deliverOutbox(world)) > 0);
  for (const [language, person] of visitors) {
    thanked.set(`${language} asked`, await person.get(await confirmationPath(world, subscriber(language))));
    await person.post(await confirmationPath(world, subscriber(language)));
  }
  world.setClock("2026-11-09T10:00:00Z");
  campaign = await sendCampaign(world);
}, 120_000);
afterAll(() => world.close());

/** What English says where it says at least a few words; sentences with gaps in their pieces. */
const english = [...sentences("en").values()]
  .flatMap((sentence) => (typeof sentence === "string" ? [sentence] : spoken(sentence).split("47")))
  .map((words) => words.trim())
  .filter((words) => /\w+ \w+ \w+/.test(words));

function expectWhole(text: string, language: Language, name: string): void {
  expect(text, name).not.toMatch(/undefined|\[object|\bNaN\b|\bnull\b|=>/);
  for (const other of LANGUAGES.filter((spoken) => spoken !== language))
    expect(text, name).not.toContain(`[${other}]`);
  if (language === "en") return;
  for (const words of english) expect(text, name).not.toContain(words);
  expect(text.replace(/<[^>]*>/g, " "), name).not.toMatch(/\b(the|your|please)\b/i);
}

async function pagesIn(language: Language): Promise<readonly (readonly [name: string, Seen])[]> {
  const person = visitors.get(language) as Visitor;
  const failing = { ...world, store: { ...world.store, setup: { ...world.store.setup } } };
  failing.store.setup.version = () => Promise.reject(new Error("away"));
  const broken = speaking(language, failing);
  const token = wayOutToken(world, subscriber(language), campaign);
  const other = wayOutToken(world, asker(language), null);
  const late = parseInstant("2026-11-08T11:00:00Z") ?? undefined;
  const mistaken = async (form: string) => {
    const { page } = await person.get(`/f/${form}`);
    return person.post(`/f/${form}`, { token: tokenIn(page), country: "XX", email: "no address" });
  };
  return [
    ["the first page", await person.get("/")],
    ["a form to sign up", await person.get("/f/sign-up")],
    ["a form to order", await person.get("/f/order")],
    ["a form to ask", await person.get("/f/catalogue")],
    ["mistakes in signing up", await mistaken("sign-up")],
    ["mistakes in ordering", await mistaken("order")],
    ["mistakes in asking", await mistaken("catalogue")],
    ["a form that was open too long", await person.post("/f/sign-up", { token: "old" })],
    ["a form that is closed", await person.get("/f/none")],
    ["thanks for signing up", thanked.get(`${language} sign-up`) as Seen],
    ["thanks for ordering", thanked.get(`${language} order`) as Seen],
    ["thanks for asking", thanked.get(`${language} catalogue`) as Seen],
    ["a form for children", await person.get("/f/comic")],
    ["too young", await young(person)],
    ["a parent has been asked", thanked.get(`${language} comic`) as Seen],
    ["may this child", await person.get(await guardianPath(language))],
    ["it may", await person.post(await guardianPath(language))],
    ["a child confirms", await person.get(await confirmationPath(world, `kim-${language}@example.net`))],
    ["a notice", await person.get("/n/sign-up/1")],
    ["was it you", thanked.get(`${language} asked`) as Seen],
    ["it was", await person.post(await confirmationPath(world, subscriber(language)))],
    ["too late", await person.get(await confirmationPath(world, subscriber(language), late))],
    ["why a mail came", await person.get(`/w/${token}`)],
    ["why an answer came", await person.get(`/w/${other}`)],
    ["choices", await person.get(`/p/${token}`)],
    ["the way out of one", await person.get(`/u/${token}`)],
    ["out of one", await person.post(`/u/${token}`)],
    ["the way out of all", await person.get(`/u/${other}`)],
    ["out of all", await person.post(`/u/${other}`)],
    ["choices, once out", await person.get(`/p/${token}`)],
    ["why it came, once out", await person.get(`/w/${token}`)],
    ["a torn link", await person.get("/u/torn")],
    ["nothing there", await person.get("/nothing")],
    ["too many at once", await busyPage(language)],
    ["a failure", await broken.get("/n/sign-up/1")],
    ["the mailbox", await person.get("/mailbox?to=nobody@example.com")],
  ];
}

async function young(person: Visitor): Promise<Seen> {
  const { page } = await person.get("/f/comic");
  const kim = { email: "kim@example.net", country: "ES", box: "comic", birthDate: "2014-03-31" };
  return person.post("/f/comic", { token: tokenIn(page), ...kim, guardian: "no address" });
}

async function guardianPath(language: Language): Promise<string> {
  const mails = world.caught.filter(({ forwardPath }) => forwardPath === parent(language));
  const texts = await Promise.all(mails.map(async ({ raw }) => (await readMail(raw)).text ?? ""));
  return texts.flatMap((text) => /(\/g\/[\w-]+)\?/.exec(text)?.[1] ?? []).at(-1) ?? "no link";
}

async function busyPage(language: Language): Promise<Seen> {
  const limits = { posts: { requests: 0, windowSeconds: 60 } };
  const app = createApp(world, { mailbox: true, ready: () => true, limits });
  const answer = await app.request("/f/sign-up", {
    method: "POST",
    headers: { "accept-language": language },
  });
  expect(answer.status).toBe(429);
  return { status: answer.status, headers: answer.headers, page: await answer.text() };
}

async function mailsIn(language: Language): Promise<readonly ReadMail[]> {
  while ((await deliverOutbox(world)) > 0);
  const own = world.caught.filter(({ forwardPath }) => forwardPath.endsWith(`-${language}@example.com`));
  return Promise.all(own.map(({ raw }) => readMail(raw)));
}

describe.each(LANGUAGES)("in %s", (language) => {
  test("every page, whole", async () => {
    for (const [name, { page, headers }] of await pagesIn(language)) {
      expect(headers.get("content-language"), name).toBe(language);
      expect(page, name).toContain(`<html lang="${language}">`);
      expect(/<title>([^<]+)<\/title>/.exec(page)?.[1]?.trim().length, name).toBeGreaterThan(2);
      expect(page, name).toMatch(/<h1>[^<]{2,}<\/h1>/);
      // The switch names each language in itself; what was once ticked and shown is quoted.
      expectWhole(page.replace(/<nav[\s\S]*?<\/nav>/, ""), language, name);
    }
  });

  test("every mail, whole", async () => {
    const mails = await mailsIn(language);
    // Please confirm, was it you, what was asked for, may this child, the campaign, and what Belgium wants acknowledged.
    expect(mails).toHaveLength(6);
    const systemMails = mails.filter(({ subject }) => subject !== "Spring");
    expect(systemMails).toHaveLength(5);
    for (const mail of mails) expectWhole(`${mail.text} ${mail.html}`, language, mail.subject);
    for (const { subject, html } of systemMails) {
      expect(html, subject).toContain(`<html lang="${language}">`);
      expect(subject.length).toBeGreaterThan(5);
    }
  });
});
