import { describe, expect, test } from "vitest";
import { composeFormLetter } from "./form-letter.ts";
import type { LetterVariables } from "./letter-variables.ts";
import { compileTemplate, type Template } from "./template.ts";

const variables: LetterVariables = {
  address: "anna@example.com",
  language: "fr",
  country: null,
  purpose: { key: "newsletter", label: "News" },
  controller: { name: "Lunaria", address: "Calle Mayor 1, Madrid", website: null },
  links: {
    unsubscribe: "https://s.example/u",
    preferences: "https://s.example/p",
    why: "https://s.example/w",
  },
};
const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
const compile = (head: string, body: string) =>
  compileTemplate({ format: "html", subject: "Hello", body: page(head, body) });

/** As the person reads it, and as the letter that is composed once says it. */
async function htmlOf(template: Template): Promise<string> {
  const { html } = template.render(variables);
  const settled = template.settle(variables).html;
  expect(settled.map((part) => (typeof part === "string" ? part : part.fill(variables))).join("")).toBe(html);
  return html;
}
/** Whether styles are worked out for each person. */
const forEach = (template: Template) =>
  template.settle(variables).html.some((part) => typeof part !== "string" && !part.solid);

describe("the style sheet of an HTML template", () => {
  test("goes into its elements, the more specific rule first", async () => {
    const html = await htmlOf(
      await compile(
        "<style>p { color: red; margin: 0 } p.note { color: blue }</style>",
        '<p class="note">{{ address }}</p>',
      ),
    );
    expect(html).toContain('<p class="note" style="margin: 0; color: blue;">anna@example.com</p>');
    expect(html).not.toContain("<style");
  });

  test("keeps what cannot stand in an element, and lets it win", async () => {
    const html = await htmlOf(
      await compile(
        "<style>p { color: red } @media (max-width: 600px) { p { color: green } } a:hover { color: blue } @font-face { font-family: X; src: url(https://s.example/x.woff) }</style>",
        "<p>Hi <a href='https://s.example'>there</a></p>",
      ),
    );
    expect(html).toContain('<p style="color: red;">');
    expect(html).toMatch(/@media \(max-width: 600px\) \{\s*p \{\s*color: green !important;/);
    expect(html).toMatch(/a:hover \{\s*color: blue !important;/);
    expect(html).toMatch(/font-family: X;\s*src: url/);
  });

  test("keeps a rule that no program can put into an element, or that holds of none yet", async () => {
    const html = await htmlOf(
      await compile(
        "<style>p { color: red } .later { color: blue } p:is(.a, .b) { margin: 0 } p::before { content: '-' }</style>",
        '<p class="a">Hi</p>',
      ),
    );
    expect(html).toContain('<p class="a" style="color: red;">');
    expect(html).toMatch(/\.later \{\s*color: blue !important;/);
    expect(html).toMatch(/p:is\(\.a,\s*\.b\) \{\s*margin: 0 !important;/);
    expect(html).toMatch(/p::before \{\s*content: '-' !important;/);
  });

  test("that says `data-embed` stays as it is", async () => {
    const html = await htmlOf(await compile("<style data-embed>p { color: red }</style>", "<p>Hi</p>"));
    expect(html).toContain("<p>Hi</p>");
    expect(html).toContain("p { color: red }");
  });

  test.each([
    ["one that is shown to some", "<p>Hi</p>{% if country == 'ES' %}<p>Hola</p>{% endif %}"],
    ["the rows of a table", "<table>{% for n in (1..2) %}<tr><td>{{ n }}</td></tr>{% endfor %}</table>"],
    ["an address in a link", '<p><a href="{{ links.why }}">why</a></p>'],
  ])("is worked out once for %s", async (_, body) => {
    const template = await compile("<style>p, td { color: red }</style>", body);
    expect(forEach(template)).toBe(false);
    expect(await htmlOf(template)).toContain('style="color: red;"');
  });

  test("follows a class that is the same for everybody in a language", async () => {
    const template = await compile(
      "<style>.fr { color: red } .en { color: blue }</style>",
      '<p class="{{ language }}">{{ links.why }}</p>',
    );
    expect(forEach(template)).toBe(false);
    expect(await htmlOf(template)).toContain('<p class="fr" style="color: red;">');
  });

  test.each([
    ["the class", '<p class="{% if address contains "anna" %}red{% endif %}">Hi</p>'],
    ["the whole attribute", '<p {% if address contains "anna" %}class="red"{% endif %}>Hi</p>'],
  ])("is worked out for each person where they decide %s", async (_, body) => {
    const template = await compile("<style>.red { color: red }</style>", body);
    expect(forEach(template)).toBe(true);
    expect(await htmlOf(template)).toMatch(/<p class="red" style="color: red;">/);
  });

  test("counts neighbours as they are shown", async () => {
    const template = await compile(
      "<style>p { color: blue } p:first-child { color: red }</style>",
      '<div>{% if address contains "bea" %}<p>for Bea</p>{% endif %}<p>for all</p></div>',
    );
    expect(await htmlOf(template)).toContain('<p style="color: red;">for all</p>');
  });
});

test("the footer keeps its own looks", async () => {
  const template = await compile("<style>a { color: red } p { color: red }</style>", "<p>Hi</p>");
  const form = await composeFormLetter(template, {
    id: "0192d3a0-0000-7000-8000-0000000000ca",
    sender: { name: "Lunaria", address: "news@lunaria.example" },
    controller: {
      name: "Lunaria",
      address: "Calle Mayor 1",
      registration: "RM 1",
      privacyContact: "p@s.example",
    },
    shared: variables,
  });
  const { raw } = form.fill({
    address: "anna@example.com",
    links: variables.links,
    reversePath: "b@s.example",
    date: 0 as never,
    messageId: "<1@s.example>",
  });
  expect(raw.toString().replaceAll("=\r\n", "")).toContain(
    'style=3D"color:inherit;text-decoration:underline"',
  );
});
