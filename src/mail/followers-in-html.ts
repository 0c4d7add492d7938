// Finds in an HTML text what follows people, and where: what is cut out, and nothing else, is changed.
import { Tokenizer } from "htmlparser2";
import { followingLink, tellsOpening, webAddress } from "./followers.ts";

/** One place of a text that follows people. */
export interface Follower {
  readonly kind: "pixel" | "link";
  /** Where it would tell. */
  readonly host: string;
  readonly start: number;
  readonly end: number;
  /** What stands there instead; null: a link whose target nobody but the tool knows. */
  readonly instead: string | null;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Of the name, of the value, and of the whole with its quotes. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly attributes: Attribute[];
}

/** Elements that show an image, besides `input type=image`. */
const images = new Set(["img", "image", "amp-img", "v:image", "v:imagedata"]);
/** Attributes of any element that are fetched when the mail is shown. */
const fetched = new Set(["src", "srcset", "background", "poster", "data", "xlink:href"]);
const pressed = new Set(["href", "action", "formaction"]);
/** An image of at most this many points, in either direction, shows nothing. */
const mostUnseenPoints = 2;

/**
 * Remote images that nobody sees or that a tool is known to count openings with, and links that lead through a tool.
 *
 * @param html - its bytes, read as latin1: those of any charset that ASCII is a part of stay what they are.
 * @returns in the order of the text; no two overlap.
 */
export function followersInHtml(html: string): Follower[] {
  const found: Follower[] = [];
  look(html, 0, found, true);
  return found.sort((one, other) => one.start - other.start);
}

/** The same of a text without markup, whose addresses mail programs make links of. */
export function followersInText(text: string): Follower[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/gi)].flatMap(({ 0: whole, index: start }) => {
    const address = unpunctuated(whole);
    const link = followingLink(legible(address));
    if (link === null) return [];
    return [{ kind: "link", host: link.host, start, end: start + address.length, instead: link.target }];
  });
}

function look(html: string, offset: number, found: Follower[], heedsConditions: boolean): void {
  let tag: Tag = { name: "", start: 0, attributes: [] };
  let name = { start: 0, end: 0 };
  let value = "";
  let within = "";
  let base: string | null = null;
  const end = (at: number) => {
    if (tag.name === "base") base ??= settingOf(tag, "href");
    within = tag.name;
    lookAtTag(tag, at, { html, offset, base }, found);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(from, to) {
        tag = { name: html.slice(from, to).toLowerCase(), start: from - 1, attributes: [] };
      },
      onattribname(from, to) {
        name = { start: from, end: to };
        value = "";
      },
      onattribdata(from, to) {
        value += html.slice(from, to);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend(_quote, to) {
        const [before = ""] = /^\s*(?:=\s*["']?)?/.exec(html.slice(name.end, to)) ?? [];
        tag.attributes.push({
          name: html.slice(name.start, name.end).toLowerCase(),
          value,
          start: name.start,
          valueStart: name.end + before.length,
          valueEnd: /["']$/.test(before) ? to - 1 : to,
          end: to,
        });
      },
      onopentagend: (at) => end(at + 1),
      onselfclosingtag: (at) => end(at + 1),
      onclosetag() {
        within = "";
      },
      ontext(from, to) {
        if (within === "style") lookInStyle(html.slice(from, to), offset + from, found);
      },
      oncomment(from, to, endOffset) {
        if (!heedsConditions) return;
        // What only Outlook reads is a comment to everybody else.
        const text = html.slice(from, to - endOffset);
        const [condition] = /^\[if[^\]]*\]>/i.exec(text) ?? [];
        if (condition !== undefined)
          look(text.slice(condition.length), offset + from + condition.length, found, false);
      },
      ontextentity() {},
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function lookAtTag(
  tag: Tag,
  end: number,
  { html, offset, base }: { html: string; offset: number; base: string | null },
  found: Follower[],
): void {
  const host = pixelHost(tag, base);
  if (host !== null) {
    found.push({ kind: "pixel", host, start: offset + tag.start, end: offset + end, instead: "" });
    return;
  }
  for (const attribute of tag.attributes) {
    const { name, value, start, valueStart, valueEnd } = attribute;
    if (fetched.has(name) || (name === "href" && tag.name === "link")) {
      const telling =
        candidates(name, value, base).find(tellsOpening) ?? unseenBackground(tag, attribute, base);
      if (telling)
        found.push({
          kind: "pixel",
          host: webAddress(telling)?.host ?? "",
          start: offset + start,
          end: offset + attribute.end,
          instead: "",
        });
    } else if (pressed.has(name) && tag.name !== "base") {
      const link = followingLink(absolute(legible(value), base));
      if (link !== null)
        found.push({
          kind: "link",
          host: link.host,
          start: offset + valueStart,
          end: offset + valueEnd,
          instead: link.target === null ? null : escapeAttribute(link.target),
        });
    } else if (name === "style" && value.includes("(")) {
      lookInStyle(html.slice(valueStart, valueEnd), offset + valueStart, found);
    }
  }
}

/** Where an image would tell that it was shown, if that is all it is for. */
function pixelHost(tag: Tag, base: string | null): string | null {
  const isImage =
    images.has(tag.name) || (tag.name === "input" && settingOf(tag, "type")?.toLowerCase() === "image");
  if (!isImage) return null;
  const addresses = tag.attributes
    .filter(({ name }) => fetched.has(name) || name === "href")
    .flatMap(({ name, value }) => candidates(name, value, base));
  const [first] = addresses;
  if (first === undefined) return null;
  const telling = isUnseen(tag) ? first : addresses.find(tellsOpening);
  return telling === undefined ? null : (webAddress(telling)?.host ?? null);
}

function unseenBackground(tag: Tag, { name, value }: Attribute, base: string | null): string | undefined {
  return name === "background" && isUnseen(tag) ? candidates(name, value, base)[0] : undefined;
}

/** The addresses of the web in an attribute. */
function candidates(name: string, value: string, base: string | null): string[] {
  const texts = name === "srcset" ? value.split(",").map((one) => one.trim().split(/\s/)[0] ?? "") : [value];
  return texts.map((text) => absolute(legible(text), base)).filter((text) => webAddress(text) !== null);
}

/** By its attributes or its own style: too small to be seen, or hidden. */
function isUnseen(tag: Tag): boolean {
  if (tag.attributes.some(({ name }) => name === "hidden")) return true;
  if (["width", "height"].some((name) => isTiny(settingOf(tag, name)))) return true;
  const style = settingOf(tag, "style");
  if (style === null) return false;
  return style.split(";").some((declaration) => {
    const [property = "", to = ""] = declaration.split(/[:!]/).map((part) => part.trim().toLowerCase());
    if (/^(?:max-)?(?:width|height)$/.test(property)) return isTiny(to);
    if (property === "display") return to === "none";
    if (property === "visibility") return to === "hidden" || to === "collapse";
    if (property === "opacity") return /^0*\.?0*$/.test(to) && to !== "";
    return /^(?:left|right|top|bottom)$/.test(property) && /^-\d{4,}/.test(to);
  });
}

function isTiny(size: string | null): boolean {
  const [, number, unit = ""] = /^\s*(\d*\.?\d+)\s*(px|pt|%|[a-z]*)/i.exec(size ?? "") ?? [];
  if (number === undefined) return false;
  return Number(number) === 0 || (/^(?:px|pt|)$/i.test(unit) && Number(number) <= mostUnseenPoints);
}

function lookInStyle(css: string, offset: number, found: Follower[]): void {
  for (const { 0: whole, 1: inner = "", index } of css.matchAll(/url\(([^()]*)\)/gi)) {
    const address = inner.replace(/&(?:quot|#39|apos);|["'\s]/g, "").replaceAll("&amp;", "&");
    if (!tellsOpening(address)) continue;
    const start = offset + index;
    const host = webAddress(address)?.host ?? "";
    found.push({ kind: "pixel", host, start, end: start + whole.length, instead: "" });
  }
}

/** Without what ends a sentence, or a bracket, around an address in a text. */
function unpunctuated(address: string): string {
  let end = address.length;
  while (end > 0 && ").,;:!?'*]".includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

function settingOf(tag: Tag, name: string): string | null {
  return tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Browsers leave line ends out of an address; and what is not ASCII in it is UTF-8, if it can be. */
function legible(address: string): string {
  const text = address.replace(/[\t\r\n]/g, "").trim();
  return /^[\x20-\x7e]*$/.test(text) ? text : Buffer.from(text, "latin1").toString();
}

function absolute(address: string, base: string | null): string {
  if (base === null || webAddress(address) !== null || webAddress(base) === null) return address;
  return URL.parse(address, base)?.href ?? address;
}

function escapeAttribute(target: string): string {
  return target.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
