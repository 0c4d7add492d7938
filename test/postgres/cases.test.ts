// Requests by right, as whoever answers them sees them: the month, the two further ones, and the answer.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { answerCase, extendCase } from "../../src/app/rights/answer-case.ts";
import { type Right, timeliness } from "../../src/app/rights/case.ts";
import { erase } from "../../src/app/rights/erase.ts";
import { countCases, findCase, listCases } from "../../src/app/rights/list-cases.ts";
import { openCase } from "../../src/app/rights/open-case.ts";
import { formatInstant, type Instant, parseInstant } from "../../src/core/instant.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { goodConsent, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  world.setClock("2026-11-25T10:00:00Z");
  world.caught.length = 0;
  email = `person-${++number}@example.com`;
  await tell(world, email, goodConsent());
});
afterAll(() => world.close());

const addressOf = (text: string) => parseAddress(text) ?? expect.fail("not an address");
async function open(right: Right, of = email, received = "2026-11-25T09:00:00Z") {
  const receivedAt = parseInstant(received) as Instant;
  const asked = { address: addressOf(of), right, via: "letter", receivedAt } as const;
  return openCase(world, { ...asked, words: "please", identity: "known in the shop" }, "command");
}
async function mails() {
  while ((await deliverOutbox(world)) > 0);
  return Promise.all(
    world.caught.map(async ({ raw, forwardPath }) => ({ ...(await readMail(raw)), forwardPath })),
  );
}

describe("a request that came by letter", () => {
  test("runs from the day on which it came, also where it is put on record later", async () => {
    const { opened, known } = await open("access", email, "2026-11-10T09:00:00Z");
    expect(known).toBe(true);
    expect(formatInstant(opened.dueAt)).toBe("2026-12-10T20:59:59.999Z");
    expect(opened).toMatchObject({ words: "please", identity: "known in the shop", via: "letter" });
    expect(formatInstant(opened.recordedAt)).toBe("2026-11-25T10:00:00.000Z");
  });

  test("cannot have come tomorrow", async () => {
    await expect(open("access", email, "2026-11-26T10:00:00Z")).rejects.toMatchObject({ code: "fact-ahead" });
  });

  test("of a stranger keeps neither address nor words", async () => {
    const { opened, known } = await open("access", "stranger@example.net");
    expect(known).toBe(false);
    expect(opened.words).toBeNull();
    expect((await world.store.people.find([opened.subject])).get(opened.subject)?.address).toBeNull();
  });
});

describe("what waits", () => {
  test("is listed by the day it is due, told to be late when it is, and no longer once it is answered", async () => {
    const late = (await open("access", email, "2026-10-20T09:00:00Z")).opened;
    const soon = (await open("other", email, "2026-10-30T09:00:00Z")).opened;
    const open1 = (await open("rectification")).opened;
    const mine = async () =>
      (await listCases(world, "open")).filter(({ subject }) => subject === late.subject);
    expect((await mine()).map(({ id }) => id)).toEqual([late.id, soon.id, open1.id]);
    expect((await mine()).map((one) => timeliness(one, world.clock.now()))).toEqual([
      "late",
      "due-soon",
      "open",
    ]);
    expect(await countCases(world)).toMatchObject({ late: 1, dueSoon: 1 });
    await answerCase(world, late.id, { outcome: "granted", by: "elsewhere" }, "command");
    expect((await mine()).map(({ id }) => id)).toEqual([soon.id, open1.id]);
    expect(timeliness(await findCase(world, late.id), world.clock.now())).toBe("answered-late");
    expect(await mails()).toEqual([]);
  });
});

describe("two further months", () => {
  test("are taken once, in the first month, and the person is told why", async () => {
    const { opened } = await open("access");
    const extended = await extendCase(world, opened.id, { reasons: "We hold a great deal." }, "command");
    expect(formatInstant(extended.dueAt)).toBe("2027-02-25T20:59:59.999Z");
    const [mail] = await mails();
    expect(mail?.text).toContain("We hold a great deal.");
    expect(mail?.text).toContain("25 de febrero de 2027");
    await expect(extendCase(world, opened.id, { reasons: "more" }, "command")).rejects.toMatchObject({
      code: "case-extended",
    });
  });

  test("are not to be had without reasons, nor when the month is over", async () => {
    const { opened } = await open("access", email, "2026-10-20T09:00:00Z");
    await expect(extendCase(world, opened.id, { reasons: " " }, "command")).rejects.toMatchObject({
      code: "case-reasons-missing",
    });
    await expect(extendCase(world, opened.id, { reasons: "late" }, "command")).rejects.toMatchObject({
      code: "case-extension-late",
    });
  });
});

describe("an answer", () => {
  test("goes by mail in the person's language, however barred their mail is, and ends the case", async () => {
    await tell(world, email, { id: "r", type: "restriction.applied", at: "2026-11-20T10:00:00Z" });
    const { opened } = await open("rectification");
    await answerCase(world, opened.id, { outcome: "granted", words: "Corregido.", by: "mail" }, "command");
    const [mail] = await mails();
    expect(mail?.text).toContain("rectificar datos");
    expect(mail?.text).toContain("Corregido.");
    expect(await world.store.rights.mails(opened.subject, opened.id)).toMatchObject([
      { step: "answered", state: "sent" },
    ]);
    await expect(
      answerCase(world, opened.id, { outcome: "granted", by: "mail" }, "command"),
    ).rejects.toMatchObject({ code: "case-answered" });
  });

  test("that refuses says why, and where to complain", async () => {
    const { opened } = await open("portability");
    const refused = { outcome: "refused", by: "mail" } as const;
    await expect(answerCase(world, opened.id, refused, "command")).rejects.toMatchObject({
      code: "case-reasons-missing",
    });
    await answerCase(world, opened.id, { ...refused, words: "No es posible." }, "command");
    expect((await mails())[0]?.text).toContain("reclamar ante una autoridad");
  });

  test("that grants an erasure waits for it, and then goes to the address that is named", async () => {
    const { opened } = await open("erasure");
    const granted = { outcome: "granted", by: "mail" } as const;
    await expect(answerCase(world, opened.id, granted, "command")).rejects.toMatchObject({
      code: "case-not-erased",
    });
    await erase(world, addressOf(email), "command");
    await expect(answerCase(world, opened.id, granted, "command")).rejects.toMatchObject({
      code: "case-address-missing",
    });
    const other = { ...granted, address: addressOf("other@example.com") };
    await expect(answerCase(world, opened.id, other, "command")).rejects.toMatchObject({
      code: "case-address-other",
    });
    await answerCase(world, opened.id, { ...granted, address: addressOf(email), words: "Adiós." }, "command");
    const [mail] = await mails();
    expect(mail?.forwardPath).toBe(email);
    expect(mail?.text).toContain("Adiós.");
    expect((await world.store.rights.holdings(opened.subject))?.partings).toEqual([]);
    expect(await world.store.log.unproved()).toBeNull();
  });

  test("given by two at the same moment is one", async () => {
    const { opened } = await open("other");
    const answers = ["one", "two"].map((words) =>
      answerCase(world, opened.id, { outcome: "granted", words, by: "mail" }, "command"),
    );
    const settled = await Promise.allSettled(answers);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });
});

test("a request of no such id is said to be unknown", async () => {
  await expect(findCase(world, "nothing")).rejects.toMatchObject({ code: "case-unknown" });
});
