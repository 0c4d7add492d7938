// The pages for trying things out: the start page and the built-in mailbox.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";
import { buy, subjectOf, type Visitor, verdictOf, visitor } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;

beforeAll(async () => {
  world = await makeWorld();
  ana = visitor(world);
});
afterAll(() => world.close());

test("the start page shows where to look", async () => {
  const { page } = await ana.get("/");
  for (const path of ["/f/sign-up", "/f/order", "/f/catalogue", "/mailbox"])
    expect(page).toContain(`href="${path}?lang=en"`);
  expect(page).toContain("./bin/licet audience --purpose newsletter");
});

test("the start page of a real server lists the forms and no commands", async () => {
  const answer = await createApp(world, { mailbox: false, ready: () => true }).request("/");
  const page = await answer.text();
  expect(page).toContain("Lunaria Calzados");
  expect(page).not.toContain("bin/licet");
});

test("before anything is set up, the start page says what to do", async () => {
  const empty = await makeWorld({ setup: false });
  const { status, page } = await visitor(empty).get("/");
  await empty.close();
  expect(status).toBe(200);
  expect(page).toContain("licet apply licet.yaml");
});

test("the mailbox exists only where it is in use", async () => {
  const app = createApp(world, { mailbox: false, ready: () => true });
  expect((await app.request("/mailbox")).status).toBe(404);
  expect((await app.request("/mailbox/1/body")).status).toBe(404);
});

test("a mail is listed, read without script, and left by its one-click button", async () => {
  expect((await ana.get("/mailbox")).page).toContain("Nothing yet");
  const email = "ana@example.com";
  await buy(world, ana, { email, country: "FR", product: "boots" });
  await sendCampaign(world);
  for (const letter of world.caught)
    await world.store.mailbox.add({
      ...letter,
      subject: subjectOf(world, letter.forwardPath),
      receivedAt: world.clock.now(),
    });

  const list = await ana.get("/mailbox");
  expect(list.page).toContain(email);
  const path = /href="(\/mailbox\/\d+)"/.exec(list.page)?.[1] ?? "";
  const mail = await ana.get(path);
  expect(mail.page).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  const body = await ana.get(`${path}/body`);
  expect(body.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  expect(body.page).toContain('<base target="_blank">');

  const leave = /action="(\/u\/[^"]+)"/.exec(mail.page)?.[1] ?? "";
  await ana.post(leave, { "List-Unsubscribe": "One-Click" });
  expect(await verdictOf(world, email, "newsletter")).toBe("objected");
});

test.each(["/mailbox/999", "/mailbox/0", "/mailbox/abc", "/nothing", "/f", "/c/"])(
  "%s is a clear page",
  async (path) => {
    const { status, page } = await ana.get(path, { "accept-language": "es" });
    expect(status).toBe(404);
    expect(page).toContain("Aquí no hay nada");
  },
);

test("a broken store is a clear page too, with nothing of its insides", async () => {
  const broken = {
    ...world,
    store: {
      ...world.store,
      setup: { ...world.store.setup, current: () => Promise.reject(new Error("secret")) },
    },
  };
  const { status, page } = await visitor(broken).get("/f/sign-up", { "accept-language": "fr" });
  expect(status).toBe(500);
  expect(page).toContain("Quelque chose a échoué de notre côté");
  expect(page).not.toContain("secret");
});
