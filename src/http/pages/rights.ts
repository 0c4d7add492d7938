// `/r/{token}`: all that is held about one person, and what they may do about it. The link comes by mail, and works for a day.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { readRendered } from "../../app/consent/rendered.ts";
import type { World } from "../../app/ports.ts";
import type { RestrictionGround, Right } from "../../app/rights/case.ts";
import * as rights from "../../app/rights/exercise.ts";
import { heldData } from "../../app/rights/held.ts";
import { heldPaper } from "../../app/rights/held-paper.ts";
import { RESTRICTION_GROUNDS } from "../../core/facts.ts";
import { parseCalendarDay } from "../../core/instant.ts";
import { LANGUAGES, type Language } from "../../core/languages.ts";
import { CodedError } from "../../errors.ts";
import { type LinkToken, readLinkToken } from "../../mail/tokens.ts";
import { renderPdf } from "../../paper/render.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { gone } from "./gone.ts";
import { privateHeaders, show } from "./layout.ts";
import { type Posted, readPosted } from "./posted.ts";
import { countriesToLiveIn, erasedBody, type RightsSaid, rightsBody, sureBody } from "./rights-body.ts";
import { visit } from "./visit.ts";

/** Longer than any request that a person writes; the field says so too. */
const longestWords = 5000;

export function rightsPages(world: World, addressOf: ClientAddress): Hono {
  return new Hono()
    .get("/r/:token", (c) => answer(c, world, linkOf(c, world), null))
    .post("/r/:token", async (c) => {
      const link = linkOf(c, world);
      if (isOver(world, link) || !(await isKnown(world, link))) return answer(c, world, link, null);
      const posted = await readPosted(c);
      const page = readRendered(world, posted.one("token"), link.subject);
      if (!page) return answer(c, world, link, "outdated", posted);
      const presser = { subject: link.subject, page, connection: readConnection(c, addressOf) };
      const act = posted.one("act");
      if (act === "pdf" || act === "json") return handOut(c, world, presser, act);
      if (act === "erase") return sure(c, world, link);
      if (act === "erase-now") {
        // Read before, since nothing tells it afterwards.
        const visited = await visit(c, world, link);
        if ((await rights.eraseMyself(world, presser)) === "asked") return answer(c, world, link, "asked");
        return show(c, { ...visited, title: visited.copy.rights.erased, body: erasedBody(visited) });
      }
      return answer(c, world, link, await exercise(world, presser, posted), posted);
    });
}

/** @throws CodedError `token-malformed`. */
function linkOf(c: Context, world: World): LinkToken {
  const link = readLinkToken(c.req.param("token") ?? "", world.secrets.tokenKey);
  if (link?.page !== "rights") throw new CodedError("token-malformed");
  return link;
}

function isOver(world: World, { expiresAt }: LinkToken): boolean {
  return expiresAt < world.clock.now();
}

async function isKnown(world: World, { subject }: LinkToken): Promise<boolean> {
  return ((await world.store.people.find([subject])).get(subject)?.address ?? null) !== null;
}

/** What was typed is shown again where nothing came of it: it must not be lost. */
async function answer(
  c: Context,
  world: World,
  link: LinkToken,
  said: RightsSaid | null,
  posted?: Posted,
): Promise<Response> {
  if (isOver(world, link)) {
    const visited = await visit(c, world);
    const { expired, expiredText, again } = visited.copy.rights;
    const body = html`<h1>${expired}</h1><p class="lead">${expiredText}</p><p><a class="button" href="/r?lang=${visited.language}">${again}</a></p>`;
    return show(c, { ...visited, title: expired, body }, 410);
  }
  if (!(await isKnown(world, link))) return gone(c, await visit(c, world));
  const failed = said === "outdated" || said === "missing" || said === "wrong";
  const visited = await visit(c, world, { subject: link.subject });
  const typed = failed && posted ? { act: posted.one("act"), words: posted.one("words") } : null;
  const body = await rightsBody(world, link.subject, visited, `/r/${c.req.param("token")}`, said, typed);
  return show(c, { ...visited, title: visited.copy.rights.title, body }, failed ? 422 : 200);
}

async function sure(c: Context, world: World, link: LinkToken): Promise<Response> {
  const visited = await visit(c, world, link);
  const body = sureBody(world, link.subject, visited, `/r/${c.req.param("token")}`);
  return show(c, { ...visited, title: visited.copy.rights.sure, body });
}

/** The file is made after the press is on record, so that it says so itself. */
async function handOut(
  c: Context,
  world: World,
  presser: rights.Presser,
  form: "pdf" | "json",
): Promise<Response> {
  await rights.takeOut(world, presser);
  const held = await heldData(world, presser.subject, presser.page.language);
  const bytes =
    form === "json"
      ? Buffer.from(`${JSON.stringify(held, null, 2)}\n`)
      : await renderPdf(heldPaper(held), { createdAt: world.clock.now() });
  return c.body(new Uint8Array(bytes), 200, {
    ...privateHeaders,
    "cache-control": "no-store",
    "content-type": form === "json" ? "application/json; charset=utf-8" : "application/pdf",
    "content-disposition": `attachment; filename="${held.madeAt.slice(0, 10)}-data.${form}"`,
  });
}

async function exercise(world: World, presser: rights.Presser, { one }: Posted): Promise<RightsSaid | null> {
  const act = one("act");
  const waits: Readonly<Record<string, Right>> = {
    "correct-words": "rectification",
    "object-words": "objection",
    other: "other",
  };
  const right = Object.hasOwn(waits, act) ? waits[act] : undefined;
  if (right) {
    const words = one("words").trim().slice(0, longestWords);
    if (words === "") return "missing";
    await rights.ask(world, presser, right, words);
    return "asked";
  }
  if (act === "correct") return correct(world, presser, one);
  if (act === "restrict") {
    const ground = RESTRICTION_GROUNDS.find((known: RestrictionGround) => known === one("ground"));
    if (!ground) return "wrong";
    await rights.restrict(world, presser, ground);
    return "restricted";
  }
  if (act === "lift") {
    await rights.liftRestriction(world, presser);
    return "lifted";
  }
  if (act === "object") {
    await rights.objectToMarketing(world, presser);
    return "objected";
  }
  return null;
}

/** A field that was left as it is changes nothing. */
async function correct(world: World, presser: rights.Presser, one: Posted["one"]): Promise<RightsSaid> {
  const language: Language | undefined = LANGUAGES.find((spoken) => spoken === one("language"));
  const [country, birthDate] = [one("country"), one("birthDate")];
  if (country !== "" && !countriesToLiveIn.includes(country)) return "wrong";
  if (birthDate !== "" && parseCalendarDay(birthDate) === null) return "wrong";
  if (!language && country === "" && birthDate === "") return "missing";
  await rights.correct(world, presser, {
    ...(language && { language }),
    ...(country !== "" && { country }),
    ...(birthDate !== "" && { birthDate }),
  });
  return "corrected";
}
