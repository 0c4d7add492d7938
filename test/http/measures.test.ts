// Opens and clicks: followed of nobody but those who said yes to that, and of them no longer than they mean it.
import { setTimeout as sleep } from "node:timers/promises";
import { simpleParser } from "mailparser";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { record } from "../../src/app/consent/record.ts";
import { readLine } from "../../src/app/imports/read-line.ts";
import { forgetMeasures } from "../../src/app/measuring/forget-measures.ts";
import type { PostOffice } from "../../src/app/ports.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { sweepDue } from "../../src/app/subjects/sweep.ts";
import { createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { sendCampaign } from "./campaign.ts";

const [ana, leo] = ["ana@example.com", "leo@example.com"];
const shop = "https://shop.example/boots?size=40&colour=red";
const template = {
  format: "markdown",
  subject: "Spring",
  body: `[Boots](${shop}) and [boots again](${shop}), [about us](https://shop.example/), [write](mailto:a@shop.example), [yours](https://shop.example/?of={{ address }})`,
} as const;
const measurable = { ...goodConsent("measure"), purpose: "email-tracking", purposes: ["email-tracking"] };
const no = (at: string) => ({ id: `no-${at}`, type: "consent.withdrawn", purpose: "email-tracking", at });

let world: TestWorld;
let app: ReturnType<typeof createApp>;
let database: pg.Client;
beforeEach(async () => {
  world = await makeWorld();
  app = createApp(world, { mailbox: false, ready: () => true });
  database = new pg.Client(world.databaseUrl);
  await database.connect();
});
afterEach(async () => {
  await database.end();
  await world.close();
});

async function mailTo(
  email: string,
): Promise<{ html: string; text: string; links: string[]; image: string | null }> {
  const letter = world.caught.findLast(({ forwardPath }) => forwardPath === email);
  const mail = await simpleParser(letter?.raw ?? "");
  const html = mail.html || "";
  const links = [...html.matchAll(/href="(http:\/\/127\.0\.0\.1:4000\/l\/[^"]+)"/g)].map(
    ([, link]) => link ?? "",
  );
  const [, image = null] = /<img src="(http:\/\/127\.0\.0\.1:4000\/o\/[^"]+)"/.exec(html) ?? [];
  return { html, text: mail.text ?? "", links, image };
}
const get = (address: string | null | undefined, headers: Record<string, string> = {}, method = "GET") =>
  app.request(new URL(address ?? "").pathname, { method, headers });
const followed = async (email: string) =>
  (
    await database.query("select link_no, times from measures where subject_id = $1 order by link_no", [
      subjectOf(world, email),
    ])
  ).rows.map(({ link_no, times }) => [link_no, times]);

it("a yes to being measured ends at its own date, also in what is stored, while the newsletter goes on", async () => {
  const ends = world.clock.now() + 3_600_000;
  const given = new Date(ends - 1095 * 86_400_000).toISOString();
  await tell(world, ana, { ...measurable, at: given }, goodConsent());
  const stored = async () =>
    (await world.store.permissions.ofSubject(subjectOf(world, ana))).find(
      ({ purpose }) => purpose === "newsletter",
    );
  expect(await stored()).toMatchObject({ verdict: { outcome: "permit", tracking: "full" }, dueAt: ends + 1 });
  world.setClock(new Date(ends + 1).toISOString());
  await sweepDue(world);
  expect(await stored()).toMatchObject({ verdict: { outcome: "permit", tracking: "none" } });
});

describe("a campaign to somebody who said yes to being measured, and to somebody who did not", () => {
  it("follows the one, and gives the other plain links and no image", async () => {
    await tell(world, ana, goodConsent(), measurable);
    await tell(world, leo, goodConsent());
    const campaign = await sendCampaign(world, template);

    const plain = await mailTo(leo);
    expect({ links: plain.links, image: plain.image }).toEqual({ links: [], image: null });
    expect(plain.html).toContain(shop.replace("&", "&amp;"));

    const mail = await mailTo(ana);
    expect(mail.links).toHaveLength(3);
    expect(mail.html).toContain("mailto:a@shop.example");
    expect(mail.html).toContain("https://shop.example/?of=ana@example.com");
    expect(mail.text).toContain(shop);
    expect(mail.html).not.toMatch(/\/l\/[^"]+"[^>]*>[^<]*(?:Unsubscribe|baja|Why)/i);

    const [boots, again, about] = mail.links;
    expect(boots).toBe(again);
    for (const link of [boots, boots, about]) {
      const response = await get(link);
      expect([response.status, response.headers.get("set-cookie")]).toEqual([302, null]);
      expect(response.headers.get("location")).toBe(link === boots ? shop : "https://shop.example/");
    }
    const image = await get(mail.image);
    expect([image.status, image.headers.get("content-type"), image.headers.get("cache-control")]).toEqual([
      200,
      "image/gif",
      "no-store",
    ]);
    expect(await followed(ana)).toEqual([
      [0, 1],
      [1, 2],
      [2, 1],
    ]);
    expect(await world.store.measures.measured(campaign)).toEqual([
      { link: null, people: 1, times: 1 },
      { link: shop, people: 1, times: 2 },
      { link: "https://shop.example/", people: 1, times: 1 },
    ]);
  });

  it("counts nobody who looks ahead", async () => {
    await tell(world, ana, goodConsent(), measurable);
    await sendCampaign(world, template);
    const { links } = await mailTo(ana);
    await get(links[0], {}, "HEAD");
    await get(links[0], { "sec-purpose": "prefetch;prerender" });
    expect(await followed(ana)).toEqual([]);
  });
});

describe("somebody who takes the yes back", () => {
  it("is followed no more in mails already sent, reaches what they clicked, and what was followed is deleted", async () => {
    await tell(world, ana, goodConsent(), measurable);
    const campaign = await sendCampaign(world, template);
    const { links, image } = await mailTo(ana);
    await get(links[0]);
    await tell(world, ana, no(new Date().toISOString()));
    expect((await get(links[0])).headers.get("location")).toBe(shop);
    expect((await get(image)).status).toBe(200);
    expect(await followed(ana)).toEqual([[1, 1]]);
    expect(await forgetMeasures(world)).toBe(1);
    expect(await followed(ana)).toEqual([]);
    // The figure that names nobody stays.
    expect(await world.store.measures.measured(campaign)).toEqual([{ link: shop, people: 1, times: 1 }]);
  });

  it("while the letter waits for the mail server gets it written anew, without", async () => {
    await tell(world, ana, goodConsent(), measurable);
    let written = 0;
    const post: PostOffice = {
      name: world.post.name,
      width: 1,
      close: () => world.post.close(),
      deliver: async (lastAsk, letter) => {
        written += 1;
        if (written === 1) {
          expect(letter.raw.toString()).toContain("/o/");
          await tell(world, ana, no(new Date().toISOString()));
          // Longer than an answer is good for.
          await sleep(1100);
        }
        return world.post.deliver(lastAsk, letter);
      },
    };
    await sendCampaign({ ...world, post }, template);
    expect(written).toBe(2);
    expect(world.caught).toHaveLength(1);
    expect(await mailTo(ana)).toMatchObject({ links: [], image: null });
  });

  it("by an erasure leaves nothing", async () => {
    await tell(world, ana, goodConsent(), measurable);
    await sendCampaign(world, template);
    const { links } = await mailTo(ana);
    await get(links[0]);
    await erase(world, parseAddress(ana)!, "file");
    expect(await followed(ana)).toEqual([]);
    await get(links[0]);
    expect(await followed(ana)).toEqual([]);
  });
});

it("where the law lets the day of the last opening be kept, no more is", async () => {
  const recipient = { country: "FR", kind: "natural" };
  const line = readLine({ email: leo, recipient, facts: [goodConsent()] }, "file");
  if (!line.ok) throw new Error(line.problem);
  await record(world, [line.entry]);
  await sendCampaign(world, template);
  const { links, image, html } = await mailTo(leo);
  expect(links).toEqual([]);
  expect(html).toContain(shop.replace("&", "&amp;"));
  await get(image);
  expect(await followed(leo)).toEqual([]);
  const { rows } = await database.query("select opened_on::text as day from last_opened");
  expect(rows).toEqual([{ day: new Date().toISOString().slice(0, 10) }]);
});

it("a forged or torn token leads nowhere and is put down nowhere", async () => {
  await tell(world, ana, goodConsent(), measurable);
  await sendCampaign(world, template);
  const { links } = await mailTo(ana);
  const [link = ""] = links;
  for (const torn of [link.slice(0, -2), `${link}AA`, link.replace(/\/l\/../, "/l/zz")])
    expect((await get(torn)).status).toBe(400);
  expect(await followed(ana)).toEqual([]);
});
