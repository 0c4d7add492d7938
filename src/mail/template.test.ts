import { describe, expect, test } from "vitest";
import { CodedError } from "../errors.ts";
import type { LetterVariables } from "./letter-variables.ts";
import { compileTemplate, imageFilesOf, type TemplateSource } from "./template.ts";

const variables: LetterVariables = {
  address: "anna@example.com",
  language: "fr",
  country: null,
  purpose: { key: "newsletter", label: "News & offers" },
  controller: { name: "Lunaria", address: "Calle Mayor 1, Madrid", website: "https://lunaria.example" },
  links: {
    unsubscribe: "https://lunaria.example/u/t",
    preferences: "https://lunaria.example/p/t",
    why: "https://lunaria.example/w/t?a=1&b=2",
  },
};

const markdown = (body: string, subject = "Hello"): TemplateSource => ({ format: "markdown", subject, body });
const html = (body: string): TemplateSource => ({ format: "html", subject: "Hello", body });
const mjml = (body: string): TemplateSource => ({
  format: "mjml",
  subject: "Hello",
  body: `<mjml><mj-body>${body}</mj-body></mjml>`,
});

async function render(source: TemplateSource, changed: Partial<LetterVariables> = {}) {
  return (await compileTemplate(source)).render({ ...variables, ...changed });
}

async function mistake(source: TemplateSource): Promise<string> {
  const error = await compileTemplate(source).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CodedError) || error.code !== "template-malformed")
    throw new Error(`not refused: ${error}`);
  return error.detail ?? "";
}

describe("a template in Markdown", () => {
  test("becomes an HTML page in the person's language, and text", async () => {
    const mail = await render(
      markdown("# New shoes\n\nSee [the shop]({{ controller.website }}).\n\n- red\n- blue"),
    );
    expect(mail.html).toContain('<html lang="fr">');
    expect(mail.html).toContain('<a href="https://lunaria.example">the shop</a>');
    expect(mail.html).toMatch(/<h1 style="[^"]+">New shoes<\/h1>/);
    expect(mail.text).toBe("New shoes\n\nSee the shop <https://lunaria.example>.\n\n- red\n- blue\n");
  });

  test("escapes what it is told in HTML, and leaves it plain in the text and the subject", async () => {
    const mail = await render(
      markdown("{{ purpose.label }}: {{ address }}", "{{ purpose.label }} for {{ address }}"),
      {
        address: '"<b>"@example.com',
      },
    );
    expect(mail.html).toContain("News &amp; offers: &#34;&lt;b&gt;&#34;@example.com");
    expect(mail.text).toBe('News & offers: "<b>"@example.com\n');
    expect(mail.subject).toBe('News & offers for "<b>"@example.com');
    expect(mail.html).toContain("<title>News &amp; offers for &#34;&lt;b&gt;&#34;@example.com</title>");
  });

  test("never takes what it is told for Markdown", async () => {
    const mail = await render(markdown("Dear {{ address }}"), { address: "*anna*_b_@example.com" });
    expect(mail.html).toContain("Dear *anna*_b_@example.com");
  });

  test("decides by a condition what is shown, in HTML and in text alike", async () => {
    const source = markdown(
      'Hi\n\n{% if country == "ES" %}\n\nOnly in **Spain**.\n\n{% else %}\n\nElsewhere.\n\n{% endif %}',
    );
    const spain = await render(source, { country: "ES" });
    expect(spain.text).toBe("Hi\n\nOnly in Spain.\n");
    expect(spain.html).not.toContain("Elsewhere");
    expect((await render(source)).text).toContain("Elsewhere");
  });

  test("gives a default to what is not known", async () => {
    expect((await render(markdown('From {{ country | default: "somewhere" }}'))).text).toBe(
      "From somewhere\n",
    );
  });

  test("shows Liquid that stands in a raw block", async () => {
    expect((await render(markdown("{% raw %}{{ address }}{% endraw %}"))).text).toBe("{{ address }}\n");
  });

  test("loads nothing from anywhere", async () => {
    const { html: page } = await render(markdown("# Hi\n\nthere"));
    expect(page).not.toMatch(/src=|url\(|@import|<link|<script/);
  });
});

describe("a template in MJML", () => {
  const section = (content: string) => `<mj-section><mj-column>${content}</mj-column></mj-section>`;

  test("becomes responsive HTML and text", async () => {
    const mail = await render(
      mjml(section('<mj-text>Hi {{ address }}</mj-text><mj-button href="{{ links.why }}">Why?</mj-button>')),
    );
    expect(mail.html).toContain('lang="fr"');
    expect(mail.html).toContain('href="https://lunaria.example/w/t?a=1&amp;b=2"');
    expect(mail.text).toContain("Hi anna@example.com");
    expect(mail.text).toContain("Why? <https://lunaria.example/w/t?a=1&b=2>");
  });

  test("fetches no font from a third party", async () => {
    expect((await render(mjml(section("<mj-text>Hi</mj-text>")))).html).not.toMatch(
      /googleapis|@import|<link/,
    );
  });

  test("keeps a condition around a section in the text too", async () => {
    const source = mjml(
      `<mj-raw>{% if country == "ES" %}</mj-raw>${section("<mj-text>Spain</mj-text>")}<mj-raw>{% endif %}</mj-raw>${section("<mj-text>All</mj-text>")}`,
    );
    expect((await render(source, { country: "ES" })).text).toContain("Spain");
    const elsewhere = await render(source);
    expect(elsewhere.text + elsewhere.html).not.toContain("Spain");
  });

  test("that would lose a condition is refused", async () => {
    expect(
      await mistake(mjml(`{% if country == "ES" %}${section("<mj-text>Spain</mj-text>")}{% endif %}`)),
    ).toContain("<mj-raw>");
  });

  test("names the line of an unknown element", async () => {
    expect(await mistake(mjml("\n<mj-shoe>x</mj-shoe>"))).toMatch(/^body, line 2: .*mj-shoe/);
  });

  test("reads no files", async () => {
    expect(await mistake(mjml('<mj-include path="/etc/hostname" />'))).toContain("mj-include");
  });

  test("without an mjml element is refused", async () => {
    expect(await mistake({ format: "mjml", subject: "Hi", body: "<p>Hi</p>" })).toContain("`<mjml>`");
  });
});

describe("a template in HTML", () => {
  test("stays as it was written", async () => {
    const body = "<!doctype html><html><body><p>Hi {{ address }}</p></body></html>";
    expect((await render(html(body))).html).toBe(body.replace("{{ address }}", "anna@example.com"));
  });

  test("has a text that leaves out what a condition leaves out, also inside lists and tables", async () => {
    const source = html('<ul><li>all</li>{% if country == "ES" %}<li>Spain</li>{% endif %}</ul>');
    expect((await render(source)).text).toBe("- all\n");
    expect((await render(source, { country: "ES" })).text).toBe("- all\n\n- Spain\n");
  });

  test("has a text that follows from each page where a condition stands outside of all text", async () => {
    const source = html(
      '<table>{% if country == "ES" %}<tr><td>Spain</td></tr>{% endif %}<tr><td>all</td></tr></table>',
    );
    expect((await render(source)).text).toBe("all\n");
  });

  test("puts into words what a picture shows, and no address of a picture", async () => {
    const { text } = await render(
      html('<p><img src="https://lunaria.example/shoe.png" alt="A red shoe"> New</p>'),
    );
    expect(text).toBe("A red shoe New\n");
  });
});

describe("the text part", () => {
  test("is the marketer's own where there is one", async () => {
    expect((await render({ ...markdown("# Hi"), text: "Hi {{ address }}" })).text).toBe(
      "Hi anna@example.com",
    );
  });
});

describe("a template is refused, and the mistake named by its line, when it", () => {
  test.each([
    [
      "speaks of something unknown",
      "Hi\n\n{{ first_name }}",
      /^body, line 3: unknown variable `first_name`; known are `address`/,
    ],
    ["speaks of a part unknown", "{{ controller.phone }}", /unknown variable `controller\.phone`/],
    ["speaks of a whole group", "{{ links }}", /unknown variable `links`/],
    ["uses an unknown filter", "a\n{{ address | shout }}", /^body, line 2: undefined filter: shout/],
    ["leaves a condition open", "a\n{% if country %}\nb", /^body, line 2: .*not closed/],
    ["uses an unknown tag", "{% launch %}", /^body, line 1: tag "launch" not found/],
    ["would read a file", "{% include 'secret' %}", /tag "include" not found/],
    ["would render a file", "{% render 'secret' %}", /tag "render" not found/],
    ["would take a layout", "{% layout 'secret' %}", /tag "layout" not found/],
    ["would put a value into HTML as it is", "{{ address | raw }}", /undefined filter: raw/],
    ["says nothing", "  \n", /it says nothing in words/],
  ])("%s", async (_, body, expected) => {
    expect(await mistake(markdown(body))).toMatch(expected);
  });

  test.each([
    '<p>Hi<img src="https://t.example/{{ address }}.gif"></p>',
    "<p>Hi<img src=https://t.example/?{{ address }}></p>",
    "<p>Hi<img srcset='https://t.example/{% if country %}a{% endif %} 2x'></p>",
    '<p style="background:url(https://t.example/{{ address }})">Hi</p>',
  ])("would tell who opened it: %s", async (body) => {
    expect(await mistake(html(body))).toContain("the address of an image holds Liquid");
  });

  test.each(["<p>Hi</p><!-- the end", "<p>Hi</p><style>p{color:red}", "<p>Hi</p><textarea>"])(
    "would hide what follows: %s",
    async (body) => {
      expect(await mistake(html(body))).toContain("is never closed");
    },
  );

  test.each(["Hello\r\nBcc: eve@example.com", "Hello\nthere", "Hel\u0000lo", "a\u2028b"])(
    "has more than a line for a subject: %j",
    async (subject) => {
      expect(await mistake(markdown("Hi", subject))).toMatch(/^subject: .*one line/);
    },
  );

  test("has no subject", async () => {
    expect(await mistake(markdown("Hi", " "))).toBe("subject: it is empty");
  });
});

test("a subject that becomes two lines with a person's values is refused", async () => {
  const template = await compileTemplate(markdown("Hi", "For {{ purpose.label }}"));
  expect(() =>
    template.render({ ...variables, purpose: { key: "a", label: "x\r\nBcc: eve@example.com" } }),
  ).toThrow(CodedError);
});

describe("an image", () => {
  const shoe = { name: "shoe.png", type: "image/png", cid: "shoe@licet", bytes: Buffer.from("PNG") };
  const pages: readonly (readonly [string, TemplateSource])[] = [
    ["Markdown", markdown("Hi\n\n![A shoe](<pictures/my shoe.png>)")],
    ["HTML", html('<p>Hi</p><img alt="A shoe" src="pictures/my shoe.png">')],
    [
      "MJML",
      mjml(
        '<mj-section><mj-column><mj-image alt="A shoe" src="pictures/my shoe.png" /></mj-column></mj-section>',
      ),
    ],
  ];

  test.each(pages)("beside a template in %s is found, and becomes a part of the mail", async (_, source) => {
    const [file = "", ...others] = await imageFilesOf(source);
    expect(decodeURI(file)).toBe("pictures/my shoe.png");
    expect(others).toEqual([]);
    const shown = { ...source, images: { [file]: "shoe@licet" } };
    const { html } = (await compileTemplate(shown, { attachments: [shoe] })).render(variables);
    expect(html).toContain('src="cid:shoe@licet"');
    expect(html).not.toContain("my shoe.png");
  });

  test("that is on the web, or a part already, is left where it is", async () => {
    const source = html(
      '<img src="https://s.example/a.png"><img src="cid:shoe@licet"><img src="//s.example/b.png">',
    );
    expect(await imageFilesOf(source)).toEqual([]);
  });

  test("that is nowhere is refused", async () => {
    expect(await mistake(html('<img src="a.png">'))).toContain("the image `a.png` is nowhere on the web");
    expect(await mistake(html('<img src="cid:shoe">'))).toContain("no attachment has that `cid`");
  });

  test("that is attached to be shown, and is not shown, is refused", async () => {
    await expect(compileTemplate(html("<p>Hi</p>"), { attachments: [shoe] })).rejects.toMatchObject({
      code: "attachment-malformed",
      detail: expect.stringContaining("the message shows `cid:shoe@licet` nowhere"),
    });
  });
});
