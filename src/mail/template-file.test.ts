import { describe, expect, test } from "vitest";
import { readTemplateFile } from "./template-file.ts";

describe("a template file", () => {
  test.each([
    ["spring.md", "markdown"],
    ["spring.MJML", "mjml"],
    ["mails/spring.html", "html"],
  ])("named %s is %s", (name, format) => {
    expect(readTemplateFile(name, "---\nsubject: Hello\n---\nBody\n")).toEqual({
      template: { format, subject: "Hello", body: "Body\n" },
      message: {},
    });
  });

  test("may bring its own text part", () => {
    expect(
      readTemplateFile("a.html", "---\nsubject: Hi\ntext: |\n  Plain\n---\n<p>Hi</p>").template.text,
    ).toBe("Plain\n");
  });

  test("may have Windows line ends and a byte order mark", () => {
    expect(
      readTemplateFile("a.md", "\uFEFF---\r\nsubject: Hi\r\n---\r\nBody\r\n---\r\nmore").template.body,
    ).toBe("Body\r\n---\r\nmore");
  });

  test("declares what it holds, and what the company rules ask for", () => {
    const front = "subject: Hi\nblocks: [editorial, promo]\nroleFit: buys shoes\nlia: lia-3\nart14: true";
    expect(readTemplateFile("a.md", `---\n${front}\n---\nx`).message).toEqual({
      blocks: ["editorial", "promo"],
      roleFit: "buys shoes",
      lia: "lia-3",
      art14: true,
    });
  });

  test.each([
    ["a.md", "---\nsubject: Hi\nart14: yes please\n---\nx", /`art14` has a value of the wrong kind/],
    ["a.txt", "---\nsubject: Hi\n---\nx", /should end in `\.md`/],
    ["a.md", "Hi", /begin with a line `---`/],
    ["a.md", "---\ntext: Hi\n---\nx", /`subject` is missing/],
    ["a.md", "---\nsubject: {{ address }}\n---\nx", /quote it if it begins with `\{`|no YAML/],
    ["a.md", "---\nsubject: Hi\nsender: x\n---\nx", /unknown field `sender`/],
    ["a.md", "---\nsubject: [\n---\nx", /no YAML/],
    ["a.md", "---\nHi\n---\nx", /`subject` is missing/],
  ])("%s with %j is refused, saying what to write", (name, text, expected) => {
    expect(() => readTemplateFile(name, text)).toThrow(expected);
  });
});
