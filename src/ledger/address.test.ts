// Which texts are addresses, and which spellings are one mailbox.
import { describe, expect, it } from "vitest";
import { parseAddress } from "./address.ts";

const recognised = (text: string) => parseAddress(text)?.normalised;

describe("one mailbox", () => {
  it.each([
    ['"victim"@example.org'],
    ['"v\\ictim"@example.org'],
    ['"\\v\\i\\c\\t\\i\\m"@example.org'],
    ["VICTIM@EXAMPLE.ORG"],
    [" victim@example.org. "],
  ])("is recognised however it is spelt: %s", (spelling) => {
    expect(recognised(spelling)).toBe("victim@example.org");
  });

  it("is recognised with composed and with decomposed letters", () => {
    expect(recognised("jose\u0301@example.org")).toBe(recognised("jos\u00e9@example.org"));
    expect(recognised('"jose\u0301"@example.org')).toBe(recognised("jos\u00e9@example.org"));
  });

  it("is recognised where its quotes are needed, with as few backslashes as that takes", () => {
    expect(recognised('"\\a b"@example.org')).toBe('"a b"@example.org');
    expect(recognised('"A b"@example.org')).toBe('"a b"@example.org');
    expect(recognised('"a\\"\\\\b"@example.org')).toBe('"a\\"\\\\b"@example.org');
  });

  it("is recognised at an address literal, whatever its zeros and letters", () => {
    const spellings = ["a@[IPv6:2001:db8::1]", "a@[ipv6:2001:DB8:0:0:0:0:0:1]", "a@[IPv6:2001:0db8::0001]"];
    expect(new Set(spellings.map(recognised))).toEqual(new Set(["a@[ipv6:2001:db8::1]"]));
    expect(recognised("a@[192.0.2.1]")).toBe("a@[192.0.2.1]");
  });
});

it("keeps the address as it was typed", () => {
  expect(parseAddress('"V\\ictim"@Example.org')?.typed).toBe('"V\\ictim"@Example.org');
});

it.each([
  ["a+news@example.org", "a@example.org"],
  ["a.b@example.org", "ab@example.org"],
  ['"a@b"@example.org', "a@example.org"],
  ['"a."@example.org', "a@example.org"],
  ["\u00c9@example.org", "\u00e9@example.org"],
])("two mailboxes that only look alike stay two: %s and %s", (one, other) => {
  expect(recognised(one)).toBeDefined();
  expect(recognised(one)).not.toBe(recognised(other));
});

it.each([
  "",
  "@example.org",
  "a@",
  "a@example",
  "a b@example.org",
  '"a@example.org',
  '""@example.org',
  "a@exa mple.org",
  "a@[192.0.2.300]",
  "a@[192.0.2.01]",
  "a@[2001:db8::1]",
  "a@[IPv6:192.0.2.1]",
  // Line ends that no header may hold.
  '"a\u2028b"@example.org',
  '"a\u2029b"@example.org',
  `${"a".repeat(65)}@example.org`,
])("is no address: %s", (text) => {
  expect(parseAddress(text)).toBeNull();
});
