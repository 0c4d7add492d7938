// Every link that a mail may hold, spoiled on its way: a clear page in the person's language, and nothing happens by it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "../../src/core/instant.ts";
import {
  signAddressToken,
  signConfirmationToken,
  signLinkToken,
  signWayOutToken,
} from "../../src/mail/tokens.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { confirmationPath, onRecord, subjectOf, type Visitor, verdictOf, visitor } from "./visitor.ts";

let world: TestWorld;
let ana: Visitor;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  ana = visitor(world);
});
beforeEach(async () => {
  email = `person-${++number}@example.com`;
  await ana.send("sign-up", { email, country: "ES", box: "newsletter" });
  await ana.post(await confirmationPath(world, email));
});
afterAll(() => world.close());

const links = ["c", "a", "r", "p", "u", "w", "g"] as const;
type Link = (typeof links)[number];

/** A link of each kind, as a mail to this person holds it; a parent's cannot be made without its mail. */
function linkOf(letter: Link, expiresAt = world.clock.now() + 3_600_000): string {
  const [subject, key] = [subjectOf(world, email), world.secrets.tokenKey];
  const until = { expiresAt: expiresAt as Instant };
  if (letter === "c") return signConfirmationToken({ subject, facts: ["consent"], ...until }, key);
  if (letter === "a")
    return signAddressToken({ from: subject, to: subject, change: "change", ...until }, key);
  if (letter === "r") return signLinkToken({ subject, page: "rights", ...until }, key);
  if (letter === "p") return signLinkToken({ subject, page: "preferences", ...until }, key);
  return signWayOutToken({ subject, campaign: null }, key);
}

const spoilings: readonly (readonly [string, (link: string, other: string) => string])[] = [
  ["cut short", (link) => link.slice(0, -1)],
  ["cut to nothing much", (link) => link.slice(0, 7)],
  ["with a letter changed", (link) => `${link.slice(0, 9)}${link[9] === "A" ? "B" : "A"}${link.slice(10)}`],
  ["with something behind it", (link) => `${link}AAAA`],
  ["in capitals", (link) => link.toUpperCase()],
  ["of another kind", (_, other) => other],
  ["made up", () => "A".repeat(64)],
];

describe.each(links)("a link /%s/…", (letter) => {
  test.each(spoilings)("%s: a clear page in the person's language, and nothing happens", async (_, spoil) => {
    // The way out is opened by /u, /p and /w alike.
    const other = letter === "r" || letter === "u" || letter === "w" ? linkOf("p") : linkOf("r");
    const path = `/${letter}/${spoil(linkOf(letter), other)}?lang=fr`;
    const before = await onRecord(world, email);
    const answers = [await ana.get(path)];
    if (letter !== "w") answers.push(await ana.post(path, { token: "none", leave: "*", act: "erase-now" }));
    for (const { status, headers, page } of answers) {
      expect([status, headers.get("content-language")]).toEqual([400, "fr"]);
      expect(page).toContain('<html lang="fr">');
      expect(page).not.toMatch(/\bat \S+ \(|\.ts:\d|undefined|Error\b/);
    }
    expect(await onRecord(world, email)).toEqual(before);
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
  });
});

describe("a link of which the time is over", () => {
  test.each(["c", "a", "r"] as const)("/%s/… says so, and nothing happens", async (letter) => {
    const facts = await world.store.people.facts(subjectOf(world, email));
    const given = facts.find(({ type }) => type === "consent.given")?.id ?? "";
    const late = (world.clock.now() - 1) as Instant;
    const link =
      letter === "c"
        ? signConfirmationToken(
            { subject: subjectOf(world, email), facts: [given], expiresAt: late },
            world.secrets.tokenKey,
          )
        : linkOf(letter, late);
    const { status, headers } = await ana.get(`/${letter}/${link}?lang=es`);
    expect([status, headers.get("content-language")]).toEqual([410, "es"]);
    await ana.post(`/${letter}/${link}?lang=es`, { token: "none", act: "erase-now" });
    expect((await world.store.people.facts(subjectOf(world, email))).length).toBe(facts.length);
  });
});

describe("scripts in every field", () => {
  const script = '"><script>alert(1)</script>';
  const names = ["token", "email", "address", "act", "words", "ground", "join", "leave", "often", "language"];
  const fields = Object.fromEntries(
    [...names, "right", "country", "birthDate"].map((name) => [name, script]),
  );

  test.each(links.filter((letter) => letter !== "w" && letter !== "g"))(
    "of /%s/… are text",
    async (letter) => {
      const { page } = await ana.post(`/${letter}/${linkOf(letter)}?lang=${script}`, fields);
      expect(page).toContain("</html>");
      expect(page).not.toMatch(/<script/i);
    },
  );

  test.each(["/p", "/r"])("of %s are text", async (path) => {
    const { page } = await ana.post(path, fields);
    expect(page).toContain("</html>");
    expect(page).not.toMatch(/<script/i);
  });

  test("of a request by right come back as text, where they could not be sent", async () => {
    const link = linkOf("r");
    const { page } = await ana.post(`/r/${link}`, { token: "none", act: "other", words: script });
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toMatch(/<script/i);
  });
});
