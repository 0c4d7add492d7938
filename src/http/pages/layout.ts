// The frame of every public page, and the headers that keep it private: no script, no referrer, no frame, no store.

import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { textIn } from "../../app/setup/in-language.ts";
import type { Controller } from "../../app/setup/setup.ts";
import type { Theme } from "../../app/setup/theme.ts";
import type { Language } from "../../core/languages.ts";
import { colonIn } from "../../mail/locale.ts";
import { type Copy, copyIn } from "../copy/copy.ts";
import { stylePath } from "./style.ts";

/** A piece of a page, escaped. */
export type Html = ReturnType<typeof html>;

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** Who writes, for the head and the foot of the page. */
  readonly controller: Controller | null;
  /** Languages on offer; the answer to a POST has no switch, since it would lose what was sent. */
  readonly languages?: readonly Language[];
  /** Whether search engines may keep it; never where the address holds a token. */
  readonly indexed?: boolean;
  /** Where it differs from the controller's. */
  readonly theme?: Theme | undefined;
  /** Whether it has a script of ours; nothing on it depends on that. */
  readonly scripted?: boolean;
  /** Origins that show it in a frame, without head and foot; null or absent: nobody may frame it. */
  readonly framedBy?: readonly string[] | null;
}

const policy = ({ framedBy = null, scripted = false }: Pick<Page, "framedBy" | "scripted">) =>
  [
    "default-src 'none'",
    ...(scripted ? ["script-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy?.join(" ") ?? "'none'"}`,
  ].join("; ");

export const privateHeaders = {
  "content-security-policy": policy({}),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
} as const;

/** Answers with a page. Nothing is kept by the browser or on the way: most pages are about one person. */
export async function show(c: Context, page: Page, status: ContentfulStatusCode = 200): Promise<Response> {
  const headers = {
    ...privateHeaders,
    "content-security-policy": policy(page),
    "cache-control": "no-store",
    "content-language": page.language,
    vary: "accept-language",
    ...(page.indexed ? {} : { "x-robots-tag": "noindex, nofollow" }),
  };
  return c.html(await frame(c, page), status, headers);
}

function frame(c: Context, page: Page): Html {
  const copy = copyIn(page.language);
  const { controller } = page;
  const theme = page.theme ?? controller?.theme;
  const framed = Boolean(page.framedBy);
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}${controller ? ` · ${controller.name}` : ""}</title>
<link rel="stylesheet" href="${stylePath(theme)}">
<link rel="icon" href="data:,">
</head>
<body${framed ? html` class="framed"` : ""}>
${framed ? "" : head(c, page, copy, theme)}
<main><div class="column">${page.body}</div></main>
${controller && !framed ? foot(controller, page.language) : ""}
</body>
</html>`;
}

function head(c: Context, page: Page, copy: Copy, theme: Theme | undefined): Html {
  const { logo } = theme ?? {};
  const brand = logo
    ? html`<img class="logo" src="/assets/${logo.file}" alt="${textIn(logo.alt, page.language)}">`
    : html`<span class="brand">${page.controller?.name ?? "Licet"}</span>`;
  return html`<header><div class="column">
${brand}
${c.req.method !== "POST" && page.languages && page.languages.length > 1 ? languageSwitch(c, page.language, page.languages, copy.language) : ""}
</div></header>`;
}

function languageSwitch(c: Context, chosen: Language, offered: readonly Language[], label: string): Html {
  const item = (language: Language) => {
    const name = copyIn(language).name;
    return language === chosen
      ? html`<li><span aria-current="true" lang="${language}">${name}</span></li>`
      : html`<li><a href="${c.req.path}?lang=${language}" lang="${language}" hreflang="${language}">${name}</a></li>`;
  };
  return html`<nav aria-label="${label}"><ul>${offered.map(item)}</ul></nav>`;
}

function foot(controller: Controller, language: Language): Html {
  const copy = copyIn(language);
  const colon = colonIn(language);
  return html`<footer><div class="column">
<p>${controller.name}, ${controller.address}</p>
<p>${copy.registration}${colon}${controller.registration}</p>
<p>${copy.privacyContact}${colon}<a href="mailto:${controller.privacyContact}">${controller.privacyContact}</a></p>
</div></footer>`;
}
