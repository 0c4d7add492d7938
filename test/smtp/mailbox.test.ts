import { afterEach, describe, expect, test } from "vitest";
import type { Instant } from "../../src/core/instant.ts";
import { composeFormLetter } from "../../src/mail/form-letter.ts";
import { messageIdOf } from "../../src/mail/headers.ts";
import { readMail } from "../../src/mail/read-mail.ts";
import { compileTemplate } from "../../src/mail/template.ts";
import { type IncomingMail, openMailbox } from "../../src/smtp/mailbox.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { aLetter, withPermit } from "./letters.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function mailbox(onMail?: (mail: IncomingMail) => Promise<void>) {
  const caught: IncomingMail[] = [];
  const box = await openMailbox(
    onMail ??
      (async (mail) => {
        caught.push(mail);
      }),
  );
  const post = openRelay(box.url, { width: 4 });
  open.push(
    () => box.close(),
    () => post.close(),
  );
  return { box, post, caught };
}

describe("the mailbox", () => {
  test("keeps what was composed, byte for byte", async () => {
    const { post, caught } = await mailbox();
    const controller = {
      name: "Lunaria",
      address: "Calle Mayor 1",
      registration: "T 1",
      privacyContact: "p@lunaria.example",
    };
    const links = {
      unsubscribe: "https://l.example/u/t",
      preferences: "https://l.example/p/t",
      why: "https://l.example/w/t",
    };
    const purpose = { key: "newsletter", label: "Nouveautés" };
    const template = await compileTemplate({
      format: "markdown",
      subject: "Été à {{ controller.name }} — 50 %",
      body: `# Ça commence\n\n.\n\n.dot ${"long ".repeat(600)}\n\n{{ address }}`,
    });
    const form = await composeFormLetter(template, {
      id: "0192d3a0-0000-7000-8000-0000000000ca",
      controller,
      sender: { name: "Été, S.L.", address: "news@lunaria.example" },
      shared: { language: "fr", country: "FR", purpose, controller: { ...controller, website: null } },
    });
    const letter = form.fill({
      address: "zoë@bücher.example",
      links,
      reversePath: "news@lunaria.example",
      date: 1_795_435_200_000 as Instant,
      messageId: messageIdOf("0192d3a0-0000-7000-8000-000000000001", "news@lunaria.example"),
    });

    expect((await post.deliver(withPermit, letter)).kind).toBe("sent");
    expect(caught).toHaveLength(1);
    expect(caught[0]?.reversePath).toBe("news@lunaria.example");
    expect(caught[0]?.raw.equals(letter.raw)).toBe(true);
    const read = await readMail(caught[0]?.raw ?? Buffer.alloc(0));
    expect(read.subject).toBe("Été à Lunaria — 50 %");
    expect(read.from).toBe('"Été, S.L." <news@lunaria.example>');
    expect(read.to).toBe("zoë@bücher.example");
    expect(read.text).toContain(".dot long long");
    expect(read.text).toContain("Se désinscrire\u00a0: <https://l.example/u/t>");
    expect(read.html).toContain("Ça commence");
    expect(Object.fromEntries(read.headers)).toMatchObject({
      "List-Unsubscribe": "<https://l.example/u/t>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  test("takes many letters at once", async () => {
    const { post, caught } = await mailbox();
    const people = Array.from({ length: 200 }, (_, person) => `person-${person}@example.com`);
    await Promise.all(people.map((address) => post.deliver(withPermit, aLetter(address))));
    expect(caught.map(({ forwardPath }) => forwardPath).sort()).toEqual(people.sort());
  });

  test("says 250 only after the mail is kept", async () => {
    let kept = false;
    const { post } = await mailbox(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      kept = true;
    });
    expect((await post.deliver(withPermit, aLetter())).kind).toBe("sent");
    expect(kept).toBe(true);
  });

  test("says 451 when the mail could not be kept, and nothing of why", async () => {
    const { post } = await mailbox(async () => {
      throw new Error("disk of anna.lee@example.com is full");
    });
    const handover = await post.deliver(withPermit, aLetter());
    expect(handover).toMatchObject({ kind: "refused-by-relay", permanent: false, status: "4.3.0" });
    expect(handover.reply).not.toContain("disk");
  });

  test("listens on this machine alone", async () => {
    const { box } = await mailbox();
    expect(box.url).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
  });

  test("says so when its port is taken", async () => {
    const { box } = await mailbox();
    await expect(openMailbox(async () => {}, { port: Number(new URL(box.url).port) })).rejects.toThrow(
      /EADDRINUSE/,
    );
  });
});
