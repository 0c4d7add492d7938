// The example shop is sound, speaks its three languages, and its people have lived what the demo says.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { OpenForm } from "../../src/app/consent/open-form.ts";
import { histories } from "../../src/app/demo/histories.ts";
import { demoPeople } from "../../src/app/demo/load-demo.ts";
import { planSetup } from "../../src/app/setup/plan.ts";
import type { Clause, Controller, Form, Notice, Published } from "../../src/app/setup/setup.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { decide } from "../../src/core/decide.ts";
import { type Instant, parseInstant } from "../../src/core/instant.ts";
import { parseRecipient } from "../../src/core/question.ts";
import { foldFacts } from "../../src/core/standing.ts";
import { compileTemplate } from "../../src/mail/template.ts";
import { readTemplateFile } from "../../src/mail/template-file.ts";

const read = (file: string) =>
  readFileSync(new URL(`../../examples/lunaria/${file}`, import.meta.url), "utf8");
const text = read("licet.yaml");
const file = readSetupFile(text);
if (!file.ok)
  throw new Error(file.mistakes.map(({ line, problem }) => `line ${line}: ${problem}`).join("\n"));
const { declared } = file;

describe("the set-up of Lunaria", () => {
  test("names the schema that editors check it with", () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/licet\.schema\.json\n/);
  });

  test("is the shop of the acceptance data", () => {
    expect(declared.controller).toMatchObject({
      id: "lunaria",
      country: "ES",
      languages: ["es", "fr", "en"],
    });
    expect(declared.purposes.newsletter).toMatchObject({ kind: "marketing", category: "shoes" });
  });

  test.each(Object.entries(declared.clauses))(
    "says in the clause `%s` who writes and how to stop",
    (_, clause) => {
      for (const words of Object.values(clause.text)) expect(words).toContain(declared.controller.name);
      expect(clause.text).toMatchObject({
        es: expect.stringMatching(/retirar este consentimiento cuando quiera con el enlace/),
        fr: expect.stringMatching(/retirer ce consentement à tout moment grâce au lien/),
        en: expect.stringMatching(/withdraw this consent at any time with the link/),
      });
    },
  );

  test.each(Object.entries(declared.notices))(
    "states in the notice `%s` the seven rows of the first layer",
    (_, notice) => {
      expect(notice.first.map(({ title }) => title.en)).toEqual([
        "Controller",
        "Purpose",
        "Legal basis",
        "Recipients",
        "Transfers outside Europe",
        "Your rights",
        "More information",
      ]);
      expect(notice.second).toMatchObject({
        es: expect.stringContaining("Agencia Española"),
        fr: expect.stringContaining("CNIL"),
        en: expect.stringContaining("Agencia Española"),
      });
    },
  );

  test("uses addresses in reserved domains only", () => {
    for (const [, domain] of text.matchAll(/@([\w.-]+\w)/g)) expect(domain).toMatch(/(^|\.)example$/);
  });
});

describe("the spring campaign", () => {
  test.each([
    ["es", "Piel suave para los primeros días templados", "La primavera se camina"],
    ["fr", "Du cuir souple pour les premiers jours doux", "Le printemps se vit à pied"],
    ["en", "Soft leather for the first mild days", "Spring is for walking"],
  ] as const)("speaks the reader's language: %s", async (language, subject, heading) => {
    const template = await compileTemplate(readTemplateFile("spring.md", read("spring.md")).template);
    const mail = template.render({
      address: "lucia@example.com",
      language,
      country: null,
      purpose: { key: "newsletter", label: "" },
      controller: { name: declared.controller.name, address: declared.controller.address, website: null },
      links: {
        unsubscribe: "https://lunaria.example/u",
        preferences: "https://lunaria.example/p",
        why: "https://lunaria.example/w",
      },
    });
    expect(mail.subject).toBe(subject);
    expect(mail.html).toContain(heading);
    expect(mail.text).toContain(heading);
    expect(mail.text).not.toMatch(/\{[{%]/);
  });
});

describe("the people of the demo", () => {
  const now = parseInstant("2026-11-23T12:00:00Z")!;
  const people = peopleAt(now);

  test("are some hundreds, each with an address of their own in a reserved domain", () => {
    const addresses = people.map(({ who }) => ("address" in who ? who.address.normalised : ""));
    expect(new Set(addresses).size).toBe(people.length);
    for (const address of addresses)
      expect(address).toMatch(/^[a-z.]+@(\w+\.example|example\.(com|org|net))$/);
  });

  test("are refused a little more often than not", () => {
    const permitted = histories.filter(({ comesTo }) => ["consent", "soft-opt-in"].includes(comesTo));
    const share = permitted.reduce((sum, history) => sum + history.people, 0) / people.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.5);
  });

  test("have done nothing that lies in the future", () => {
    for (const { facts } of people) for (const { fact } of facts) expect(fact.at).toBeLessThan(now);
  });

  test("are the same people every time", () => {
    expect(peopleAt(now)).toEqual(people);
  });

  test.each(["2026-11-23T12:00:00Z", "2027-01-01T00:30:00Z", "2028-02-29T23:59:00Z"])(
    "come at %s to what their histories say",
    (moment) => {
      const at = parseInstant(moment)!;
      const expected = histories.flatMap(({ people: count, comesTo }) => Array<string>(count).fill(comesTo));
      expect(peopleAt(at).map((person) => outcome(person, at))).toEqual(expected);
    },
  );

  test("have signed up under the very words that are published", () => {
    const shown = people.flatMap(({ facts }) => facts.flatMap((fact) => fact.shown?.clause ?? []));
    expect(new Set(shown.map(({ key }) => key))).toEqual(new Set(["newsletter", "email-tracking"]));
    for (const { key, version, hash } of shown)
      expect(published<Clause>("clause", key)).toMatchObject({ version, hash });
  });
});

function published<Content>(kind: string, key: string): Published<Content> {
  const found = planSetup(null, declared, () => 0).publish.find(
    (row) => row.kind === kind && row.published.key === key,
  );
  if (!found) throw new Error(`no ${kind} ${key}`);
  return found.published as Published<Content>;
}

function open(key: string): OpenForm {
  const form = published<Form>("form", key);
  return {
    form,
    notice: published<Notice>("notice", form.content.notice),
    boxes: form.content.boxes.map((clause) => published<Clause>("clause", clause)),
    controller: published<Controller>("controller", declared.controller.id),
    languages: declared.controller.languages,
  };
}

function peopleAt(now: Instant) {
  const forms = { signUp: open("sign-up"), order: open("order"), catalogue: open("catalogue") };
  return demoPeople({ now, publicUrl: "http://127.0.0.1:4000", forms, purposes: declared.purposes });
}

function outcome({ recipient, facts }: ReturnType<typeof peopleAt>[number], at: Instant): string {
  const parsed = parseRecipient(recipient, "recipient");
  if (!parsed.ok) throw new Error(parsed.problem);
  const { kind, category } = declared.purposes.newsletter!;
  const verdict = decide(foldFacts(facts.map(({ fact }) => fact)), {
    at,
    controller: { id: "lunaria", country: "ES" },
    recipient: parsed.recipient,
    purpose: { key: "newsletter", kind, category },
  });
  return verdict.outcome === "permit" ? verdict.basis : verdict.code;
}
