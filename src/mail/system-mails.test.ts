import { describe, expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import type { Language } from "../core/languages.ts";
import { confirmationMail, informationMail, withdrawalAckMail } from "./system-mails.ts";

const controller = {
  name: "Lunaria & Co",
  address: "Calle Mayor 1, Madrid",
  registration: "RM Madrid, T 1",
  privacyContact: "privacy@lunaria.example",
};
const at = 1_795_435_200_000 as Instant;
const confirmation = (language: Language) =>
  confirmationMail({
    controller,
    language,
    purposes: ["News & offers", "Events"],
    link: "https://lunaria.example/c/token?x=1&y=2",
    expiresAt: at,
  });

describe("the confirmation mail", () => {
  test("says who asks, what for, until when, and what to do if it was not you", () => {
    const { subject, text } = confirmation("en");
    expect(subject).toBe("Please confirm: mail from Lunaria & Co");
    expect(text).toBe(`This address was entered on a form of Lunaria & Co, to receive by email:

- News & offers
- Events

Confirm <https://lunaria.example/c/token?x=1&y=2>

The link works until 23 November 2026 at 12:00 UTC.

If it was not you, do nothing: without your confirmation you will receive nothing.

________

Sent by Lunaria & Co
Calle Mayor 1, Madrid
RM Madrid, T 1
Data protection: privacy@lunaria.example
`);
  });

  test.each([
    ["fr", "23 novembre 2026", "Confirmer", "ne faites rien"],
    ["es", "23 de noviembre de 2026", "Confirmar", "no haga nada"],
  ] as const)("speaks %s", (language, date, button, nothing) => {
    const { html, text } = confirmation(language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(
      new RegExp(`<a href="https://lunaria.example/c/token\\?x=1&amp;y=2"[^>]*>${button}</a>`),
    );
    for (const words of [date, nothing]) expect(text).toContain(words);
  });

  test("has one link, no picture, and fetches nothing", () => {
    const { html } = confirmation("en");
    expect(html.match(/href=/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|src=|url\(|<link|@import/);
  });

  test("escapes what it is told", () => {
    const { html } = confirmationMail({
      controller,
      language: "en",
      purposes: ["<img src=x>"],
      link: 'https://x.example/"',
      expiresAt: at,
    });
    expect(html).not.toContain("<img");
    expect(html).toContain("https://x.example/&quot;");
  });
});

describe("the acknowledgement of a withdrawal", () => {
  test("says what ended and since when, and tries to win nobody back", () => {
    const { subject, html, text } = withdrawalAckMail({
      controller,
      language: "es",
      purposes: ["Novedades"],
      at,
    });
    expect(subject).toBe("Lunaria & Co dejará de escribirle");
    expect(text).toContain("- Novedades");
    expect(text).toContain("23 de noviembre de 2026");
    expect(html).not.toContain("href=");
  });

  test("speaks of all advertising where all of it ended", () => {
    expect(withdrawalAckMail({ controller, language: "en", purposes: [], at }).text).toContain(
      "no longer send you any advertising",
    );
  });
});

describe("the answer to a request for information", () => {
  const variables = {
    address: "anna@example.com",
    language: "fr" as const,
    country: "FR",
    purpose: { key: "catalogue", label: "Catalogue" },
    controller: { name: controller.name, address: controller.address, website: null },
    links: {
      unsubscribe: "https://x.example/u",
      preferences: "https://x.example/p",
      why: "https://x.example/w",
    },
  };

  test("is what the form promised, with the identity of the controller and the reason", async () => {
    const mail = await informationMail({
      controller,
      answer: { subject: "Votre catalogue", body: "# Bonjour\n\nVoici, {{ address }}." },
      variables,
    });
    expect(mail.subject).toBe("Votre catalogue");
    expect(mail.text).toContain("Voici, anna@example.com.");
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("parce que vous l’avez demandé");
      expect(part).toContain("RM Madrid, T 1");
      expect(part).toContain("https://x.example/w");
    }
  });
});
