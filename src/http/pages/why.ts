// `/w/{token}`: why a person got a mail: the authorisation that was used, when and where it was given, and in which words.
import { Hono } from "hono";
import { html } from "hono/html";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import { type Act, type Reason, why } from "../../app/subjects/why.ts";
import { RECIPIENT_WORDS } from "../../core/recipients/recipients.ts";
import { momentInWords } from "../../mail/locale.ts";
import type { Copy } from "../copy/copy.ts";
import { citationsInWords } from "./citations.ts";
import { gone } from "./gone.ts";
import { type Html, show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";
import { tokenOf } from "./way-out.ts";

export function whyPages(world: World): Hono {
  return new Hono().get("/w/:token", async (c) => {
    const wayOut = tokenOf(c, world);
    const reason = await why(world, wayOut);
    if (reason === "erased") return gone(c, await visit(c, world));
    const label = reason?.purpose.label;
    const visited = await visit(c, world, { subject: wayOut.subject, texts: label ? [label] : [] });
    const { copy, language } = visited;
    const token = c.req.param("token");
    if (reason) return show(c, { ...visited, title: copy.why.title, body: told(reason, token, visited) });
    const text = wayOut.campaign === null ? copy.why.answered : copy.why.notFoundText;
    const title = wayOut.campaign === null ? copy.why.title : copy.why.notFound;
    const manage = html`<p><a href="/p/${token}?lang=${language}">${copy.wayOut.manage}</a></p>`;
    return show(c, { ...visited, title, body: html`<h1>${title}</h1><p class="lead">${text}</p>${manage}` });
  });
}

function told(reason: Reason, token: string, { copy, language }: Visit): Html {
  const { purpose, sentAt, basis, citations, acts, uses, holds } = reason;
  return html`<h1>${copy.why.title}</h1>
<p class="lead">${copy.why.lead(purpose.label ? textIn(purpose.label, language) : purpose.key, momentInWords(sentAt, language))}</p>
<p>${copy.why.relied} <strong>${RECIPIENT_WORDS[language][basis]}</strong></p>
${acts.map((act) => story(act, copy, language))}
<dl>
<dt>${copy.why.used}</dt><dd>${copy.why.usedText(momentInWords(sentAt, language))}</dd>
<dt>${copy.why.articles}</dt><dd>${citationsInWords(citations, language)}</dd>
</dl>
${
  holds
    ? html`<form method="post" action="/u/${token}?lang=${language}"><button type="submit">${copy.why.stop}</button></form>`
    : html`<p class="note">${copy.why.since}</p>`
}
${acts.map((act) => asShown(act, copy))}
<h2>${copy.seen.uses}</h2>
<ul class="lines">${uses.map(
    ({ at, state }) =>
      html`<li>${momentInWords(at, language)}${state === "uncertain" ? html` <span class="soft">(${copy.seen.uncertain})</span>` : ""}</li>`,
  )}</ul>
<p class="after"><a href="/p/${token}?lang=${language}">${copy.wayOut.manage}</a></p>`;
}

/** Told, not drawn: nothing on a page looks like a box that is ticked already. */
function asShown({ form }: Act, { seen, whole, form: words }: Copy): Html | "" {
  if (!form) return "";
  return html`<details>
<summary>${seen.form}</summary>
<div class="paper" lang="${form.language}">
<h3>${form.title}</h3>
${form.intro ? html`<p>${form.intro}</p>` : ""}
${form.boxes.map(
  ({ text, ticked }) => html`<p><strong>${ticked ? seen.ticked : seen.notTicked}</strong> ${text}</p>`,
)}
<table><caption>${words.notice}</caption><tbody>${form.notice.first.map(
    ({ title, text }) => html`<tr><th scope="row">${title}</th><td>${text}</td></tr>`,
  )}</tbody></table>
</div>
<p><a href="/n/${form.notice.key}/${form.notice.version}?lang=${form.language}">${whole}</a></p>
</details>`;
}

function story({ fact, words, confirmedAt }: Act, copy: Copy, language: Visit["language"]): Html {
  const { shown, body } = fact;
  const clause = body.clause as { readonly hash?: string } | undefined;
  const mark = shown?.clause?.hash ?? clause?.hash ?? shown?.form.hash;
  return html`<h2>${heading(fact.type, copy)}</h2>
${words ? html`<blockquote class="told" lang="${shown?.language ?? ""}">${words}</blockquote>` : ""}
<dl>
<dt>${copy.why.when}</dt><dd>${momentInWords(fact.at, language)}</dd>
${shown ? html`<dt>${copy.why.where}</dt><dd><a href="${shown.page}">${shown.page}</a></dd>` : ""}
${shown ? "" : html`<dt>${copy.why.where}</dt><dd>${copy.why.elsewhere(fact.source)}</dd>`}
${confirmedAt === null ? "" : html`<dt>${copy.why.confirmed}</dt><dd>${copy.why.confirmedText(momentInWords(confirmedAt, language))}</dd>`}
${mark ? html`<dt>${copy.why.number}</dt><dd class="mark">${mark}</dd>` : ""}
</dl>`;
}

function heading(type: string, { why: words }: Copy): string {
  if (type === "consent.given") return words.consentGiven;
  if (type.startsWith("sale.")) return words.sale;
  if (type === "information.requested") return words.request;
  return type === "contract.started" ? words.contract : words.other;
}
