import { describe, expect, test } from "vitest";
import { minify } from "./minify.ts";

const small = (page: string) => minify(page, /zq\d+z/);

describe("a page loses what nobody sees", () => {
  test("white space between words and elements, down to one", () => {
    expect(small("<p>\n    Hi   there,\t\tAnna\r\n</p>\n\n   <p>Bye</p>")).toBe(
      "<p>\nHi there, Anna\n</p>\n<p>Bye</p>",
    );
  });

  test("comments, and the indentation of style sheets", () => {
    expect(small("<style>\n    p { color: red }\n\n    a { color: blue }\n</style><!-- mine -->")).toBe(
      "<style>\np { color: red }\na { color: blue }\n</style>",
    );
  });
});

describe("a page keeps", () => {
  test.each([
    ["the space between two words on one line", "<b>a</b> <i>b</i>"],
    ["a space that does not break", "a\u00a0\u00a0b"],
    ["what was written as it is to be shown", "<pre>  a\n    b</pre><textarea>  a\n  b</textarea>"],
    ["white space that a style shows", '<p style="white-space: pre-wrap">a\n    b</p>'],
    ["what a program of another maker reads", "<!--[if mso]>  <table><tr><td>  <![endif]-->"],
    ["what all others read", "<!--[if !mso]><!-->a<!--<![endif]-->"],
    ["an attribute", '<a title="two  spaces > here">x</a>'],
    ["Liquid, also in a comment", "<!-- zq0z --> zq1z"],
    ["a bracket that begins nothing", "1 < 2"],
  ])("%s", (_, page) => {
    expect(small(page)).toBe(page);
  });
});
