// `/c/{token}`: asks whoever holds the mailbox whether the ticks were theirs. Opening the page confirms nothing.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { confirm, readConfirmation } from "../../app/consent/confirm.ts";
import type { RecordedFact, World } from "../../app/ports.ts";
import { wordsShown } from "../../app/subjects/why.ts";
import { CodedError } from "../../errors.ts";
import { type Html, inWords, show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";

export function confirmationPages(world: World): Hono {
  return new Hono()
    .get("/c/:token", async (c) => {
      const read = await readConfirmation(world, c.req.param("token"));
      if (!read) throw new CodedError("token-malformed");
      const visited = await visit(c, world, read.token.subject);
      if (read.expired) return expired(c, visited, read.consents);
      const { copy, language } = visited;
      return show(c, {
        ...visited,
        title: copy.confirm.title,
        body: html`<h1>${copy.confirm.title}</h1>
<p class="lead">${copy.confirm.lead(inWords(read.consents[0]?.at ?? 0, language))}</p>
${await quoted(world, read.consents)}
<form method="post" action="/c/${c.req.param("token")}?lang=${language}"><button type="submit">${copy.confirm.button}</button></form>
<p class="soft after">${copy.confirm.otherwise} ${copy.confirm.until(inWords(read.token.expiresAt, language))}</p>`,
      });
    })
    .post("/c/:token", async (c) => {
      const text = c.req.param("token");
      const confirmed = await confirm(world, text);
      if (confirmed.outcome === "unknown") throw new CodedError("token-malformed");
      const visited = await visit(c, world, (await readConfirmation(world, text))?.token.subject);
      if (confirmed.outcome === "expired") return expired(c, visited, confirmed.consents);
      const { copy } = visited;
      return show(c, {
        ...visited,
        title: copy.confirm.done,
        body: html`<h1>${copy.confirm.done}</h1>
<p class="lead">${copy.confirm.doneText}</p>
${await quoted(world, confirmed.consents)}
${
  confirmed.barred
    ? html`<p class="note">${copy.confirm.barred}</p>${again(visited, confirmed.consents)}`
    : html`<p>${copy.confirm.doneLater}</p>`
}`,
      });
    });
}

function expired(c: Context, visited: Visit, consents: readonly RecordedFact[]): Promise<Response> {
  const { copy } = visited;
  const body = html`<h1>${copy.confirm.expired}</h1><p class="lead">${copy.confirm.expiredText}</p>${again(visited, consents)}`;
  return show(c, { ...visited, title: copy.confirm.expired, body }, 410);
}

function again({ copy, language }: Visit, consents: readonly RecordedFact[]): Html | "" {
  const form = consents[0]?.shown?.form.key;
  return form
    ? html`<p><a class="button" href="/f/${form}?lang=${language}">${copy.confirm.again}</a></p>`
    : "";
}

async function quoted(world: World, consents: readonly RecordedFact[]): Promise<Html> {
  const words = await Promise.all(
    consents.map(async (consent) => ({
      text: (await wordsShown(world, consent)) ?? String(consent.body.purpose),
      language: consent.shown?.language ?? "",
    })),
  );
  return html`<ul class="lines">${words.map(({ text, language }) => html`<li><blockquote lang="${language}">${text}</blockquote></li>`)}</ul>`;
}
