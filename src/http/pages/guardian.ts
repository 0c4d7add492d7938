// `/g/{token}`: asks a parent or guardian whether a child may have what it ticked. Opening the page records nothing.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { type ChildsWish, consentForChild, readChildsWish } from "../../app/consent/guardian-consent.ts";
import { signRendered } from "../../app/consent/rendered.ts";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import { noticeTexts } from "../../app/setup/texts.ts";
import { type Instant, parseInstant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { dayInWords, momentInWords } from "../../mail/locale.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { noticeTable } from "./form-page.ts";
import { type Html, show } from "./layout.ts";
import { readPosted } from "./posted.ts";
import { type Visit, visit } from "./visit.ts";

export function guardianPages(world: World, addressOf: ClientAddress): Hono {
  return new Hono()
    .get("/g/:token", async (c) => showWish(c, world, await found(c, world)))
    .post("/g/:token", async (c) => {
      const wish = await found(c, world);
      const { one } = await readPosted(c);
      if (wish.state === "open")
        await consentForChild(world, wish, one("token"), readConnection(c, addressOf));
      return showWish(c, world, await found(c, world));
    });
}

async function found(c: Context, world: World): Promise<ChildsWish> {
  const wish = await readChildsWish(world, c.req.param("token") ?? "");
  if (!wish) throw new CodedError("token-malformed");
  return wish;
}

async function showWish(c: Context, world: World, wish: ChildsWish): Promise<Response> {
  const texts = [...wish.boxes.map(({ content }) => content.text), ...noticeTexts(wish.open.notice.content)];
  const visited = await visit(c, world, { texts });
  const { guardian: words, confirm } = visited.copy;
  if (wish.state === "expired") {
    const body = html`<h1>${words.expired}</h1><p class="lead">${words.expiredText}</p>`;
    return show(c, { ...visited, title: words.expired, body }, 410);
  }
  if (wish.state === "consented") {
    const body = html`<h1>${words.done}</h1><p class="lead">${words.doneMail}</p><p>${words.doneText}</p>`;
    return show(c, { ...visited, title: words.done, body });
  }
  const token = signRendered(world, wish.subject, visited.language);
  const until = momentInWords(wish.token.expiresAt, visited.language);
  const body = html`<h1>${words.title}</h1>
${asked(wish, visited)}
<form method="post" action="/g/${c.req.param("token")}?lang=${visited.language}"><input type="hidden" name="token" value="${token}">
<p>${words.statement}</p>
<button type="submit">${words.button}</button></form>
<p class="soft after">${words.otherwise} ${confirm.until(until)}</p>`;
  return show(c, { ...visited, title: words.title, body });
}

/** Whose child, born when, and the very words that stood beside the boxes, with the notice. */
function asked({ token, open, boxes }: ChildsWish, { copy, language }: Visit): Html {
  const { guardian: words } = copy;
  const born = parseInstant(`${token.birthDate}T00:00:00Z`) as Instant;
  const shown = token.form.language;
  return html`<p class="lead">${words.lead}</p>
<p><strong>${token.child}</strong></p>
<p>${words.born(dayInWords(born, language))}</p>
<p>${words.words}</p>
${boxes.map(({ content }) => html`<blockquote lang="${shown}">${textIn(content.text, shown)}</blockquote>`)}
<div class="notice after">${noticeTable(open.notice.content, language, copy.form.notice)}
<p><a href="/n/${open.notice.key}/${open.notice.version}?lang=${language}" target="_blank" rel="noopener">${copy.whole}</a></p></div>`;
}
