// `/c/{token}`: asks whoever holds the mailbox whether ticks or an order were theirs. Opening the page confirms nothing.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { type Act, type Confirmable, confirm, readConfirmation } from "../../app/consent/confirm.ts";
import { orderedProduct, orderedWords } from "../../app/consent/order.ts";
import { signRendered } from "../../app/consent/rendered.ts";
import type { World } from "../../app/ports.ts";
import { wordsShown } from "../../app/subjects/why.ts";
import { parseInstant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { countryInWords, dayInWords, momentInWords } from "../../mail/locale.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { type Html, show } from "./layout.ts";
import { readPosted } from "./posted.ts";
import { type Visit, visit } from "./visit.ts";

export function confirmationPages(world: World, addressOf: ClientAddress): Hono {
  return new Hono()
    .get("/c/:token", async (c) => {
      const read = await readConfirmation(world, c.req.param("token"));
      if (!read) throw new CodedError("token-malformed");
      const visited = await visitFor(c, world, read);
      return read.expired ? expired(c, visited, read) : ask(c, world, visited, read);
    })
    .post("/c/:token", async (c) => {
      const { one } = await readPosted(c);
      const confirmed = await confirm(
        world,
        c.req.param("token"),
        one("act"),
        one("token"),
        readConnection(c, addressOf),
      );
      if (confirmed.outcome === "unknown") throw new CodedError("token-malformed");
      const { read } = confirmed;
      const visited = await visitFor(c, world, read);
      if (confirmed.outcome === "expired") return expired(c, visited, read);
      if (confirmed.outcome === "unclear") return ask(c, world, visited, read);
      const { copy } = visited;
      return show(c, {
        ...visited,
        title: copy.confirm.done,
        body: html`<h1>${copy.confirm.done}</h1>
<p class="lead">${copy.confirm.doneText}</p>
${await quoted(world, visited, confirmed.act)}
${
  confirmed.barred
    ? html`<p class="note">${copy.confirm.barred}</p>${again(visited, confirmed.act)}`
    : html`<p>${copy.confirm.doneLater}</p>`
}`,
      });
    });
}

/** What was ordered is named in the language of the page; words that were ticked stay as they were shown. */
async function visitFor(c: Context, world: World, { token, acts }: Confirmable): Promise<Visit> {
  const ordered = acts.flatMap(({ facts }) => facts).map((fact) => orderedProduct(world, fact));
  const texts = (await Promise.all(ordered)).flatMap((product) => (product ? [product.label] : []));
  return visit(c, world, { subject: token.subject, texts });
}

/** One button for each act: whoever typed the address before or after this person is not confirmed with them. */
async function ask(c: Context, world: World, visited: Visit, read: Confirmable): Promise<Response> {
  const { copy, language } = visited;
  const several = read.acts.length > 1;
  const token = signRendered(world, read.token.subject, language);
  const asked = await Promise.all(
    read.acts.map(async (act) => {
      const [first] = act.facts;
      const lead = act.kind === "order" ? copy.confirm.leadOrder : copy.confirm.lead;
      return html`<p class="lead">${lead(momentInWords(first?.at ?? 0, language))}</p>
${await quoted(world, visited, act)}
<form method="post" action="/c/${c.req.param("token")}?lang=${language}"><input type="hidden" name="token" value="${token}">${
        several ? html`<input type="hidden" name="act" value="${first?.id}">` : ""
      }<button type="submit">${copy.confirm.button}</button></form>`;
    }),
  );
  return show(c, {
    ...visited,
    title: copy.confirm.title,
    body: html`<h1>${copy.confirm.title}</h1>
${several ? html`<p class="note">${copy.confirm.several(read.acts.length)}</p>` : ""}
${asked}
<p class="soft after">${copy.confirm.otherwise} ${copy.confirm.until(momentInWords(read.token.expiresAt, language))}</p>`,
  });
}

function expired(c: Context, visited: Visit, { acts: [act] }: Confirmable): Promise<Response> {
  const { expired: title, expiredText, expiredOrder } = visited.copy.confirm;
  const body = html`<h1>${title}</h1><p class="lead">${act?.kind === "order" ? expiredOrder : expiredText}</p>${again(visited, act)}`;
  return show(c, { ...visited, title, body }, 410);
}

function again({ copy, language }: Visit, act: Act | undefined): Html | "" {
  const form = act?.kind === "consent" ? act.facts[0]?.shown?.form.key : undefined;
  return form
    ? html`<p><a class="button" href="/f/${form}?lang=${language}">${copy.confirm.again}</a></p>`
    : "";
}

/** The very words that stood beside the boxes, or what was ordered and what was told beside it. */
async function quoted(world: World, { copy, language }: Visit, { kind, facts, refused }: Act): Promise<Html> {
  const lines = await Promise.all(
    facts.map(async (fact) => {
      const words = await wordsShown(world, fact);
      const quote = html`<blockquote lang="${fact.shown?.language ?? ""}">${words ?? String(fact.body.purpose)}</blockquote>`;
      if (kind === "consent") return html`<li>${quote}</li>`;
      const told = refused ? html`<p>${copy.confirm.refused}</p>` : html`<p>${copy.confirm.told}</p>${quote}`;
      return html`<li><p><strong>${orderedWords(fact, await orderedProduct(world, fact), language)}</strong></p>${words ? told : ""}</li>`;
    }),
  );
  const stated = (field: string) =>
    facts.map(({ body }) => body[field]).find((value) => typeof value === "string");
  const [country, born] = [stated("country"), stated("birthDate")];
  const name = country && countryInWords(country, language);
  const day = born && parseInstant(`${born}T00:00:00Z`);
  return html`<ul class="lines">${lines}</ul>${name ? html`<p>${copy.confirm.country(name)}</p>` : ""}${
    day ? html`<p>${copy.guardian.born(dayInWords(day, language))}</p>` : ""
  }`;
}
