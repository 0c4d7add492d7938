// `/mailbox`: what the built-in mailbox caught, for trying things out without a mail server.
import { Hono } from "hono";
import { html } from "hono/html";
import type { CaughtMail, World } from "../../app/ports.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { momentInWords } from "../../mail/locale.ts";
import { type ReadMail, readMail } from "../../mail/read-mail.ts";
import type { Copy } from "../copy/copy.ts";
import { type Html, privateHeaders, show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";

const perPage = 50;
const number = ":number{[1-9][0-9]{0,14}}";

/** The frame may open links in a new tab and nothing else: no script, no form, no reach into this page. */
const sandbox = "allow-popups allow-popups-to-escape-sandbox";

export function mailboxPages(world: World): Hono {
  const caught = async (text: string): Promise<{ mail: CaughtMail; read: ReadMail }> => {
    const mail = await world.store.mailbox.find(Number(text));
    if (!mail) throw new CodedError("not-found");
    return { mail, read: await readMail(mail.raw) };
  };
  const mailsTo = async (to: string | null, before: number | null): Promise<readonly CaughtMail[]> => {
    if (to === null) return world.store.mailbox.list({ before, to }, perPage);
    const address = parseAddress(to);
    if (address === null) return [];
    return world.store.mailbox.list({ before, to: subjectIdOf(address, world.secrets) }, perPage);
  };
  return new Hono()
    .get("/mailbox", async (c) => {
      const before = Number(c.req.query("before")) || null;
      const to = c.req.query("to")?.trim() || null;
      const [visited, mails] = await Promise.all([visit(c, world), mailsTo(to, before)]);
      const read = await Promise.all(mails.map(async (mail) => ({ mail, read: await readMail(mail.raw) })));
      const { mailbox } = visited.copy;
      const last = mails.length === perPage ? mails.at(-1) : undefined;
      return show(c, {
        ...visited,
        controller: null,
        title: mailbox.title,
        body: html`<h1>${mailbox.title}</h1>
<p class="lead">${mails.length > 0 ? mailbox.lead : to === null ? mailbox.empty : mailbox.nobody}</p>
${mails.length === 0 && to === null ? "" : search(to, mailbox)}
<ul class="lines">${read.map(({ mail, read }) => listed(mail, read, visited))}</ul>
<p class="row">${before || to ? html`<a href="/mailbox">${mailbox.newest}</a>` : ""}${last ? html`<a href="/mailbox?${new URLSearchParams({ before: String(last.number), ...(to && { to }) })}">${mailbox.older}</a>` : ""}</p>`,
      });
    })
    .get(`/mailbox/${number}`, async (c) => {
      const [visited, { mail, read }] = await Promise.all([visit(c, world), caught(c.req.param("number"))]);
      const title = read.subject || visited.copy.mailbox.noSubject;
      return show(c, { ...visited, controller: null, title, body: opened(mail, read, title, visited) });
    })
    .get(`/mailbox/${number}/body`, async (c) => {
      const { read } = await caught(c.req.param("number"));
      return c.html(inNewTab(read.html ?? ""), 200, {
        ...privateHeaders,
        "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox ${sandbox}`,
        "cache-control": "no-store",
      });
    });
}

function search(to: string | null, words: Copy["mailbox"]): Html {
  return html`<form method="get" action="/mailbox" class="search">
<label class="name">${words.search}<input type="search" name="to" value="${to ?? ""}" autocomplete="off"></label>
<button class="quiet" type="submit">${words.show}</button></form>`;
}

function listed(mail: CaughtMail, { subject }: ReadMail, { copy, language }: Visit): Html {
  return html`<li><a href="/mailbox/${mail.number}">${subject || copy.mailbox.noSubject}</a>
<span class="soft">${mail.forwardPath}, ${momentInWords(mail.receivedAt, language)}</span></li>`;
}

function opened(mail: CaughtMail, read: ReadMail, title: string, { copy, language }: Visit): Html {
  const words = copy.mailbox;
  return html`<p><a href="/mailbox">← ${words.all}</a></p>
<h1>${title}</h1>
<dl>
<dt>${words.from}</dt><dd>${read.from}</dd>
<dt>${words.to}</dt><dd>${mail.forwardPath}</dd>
<dt>${words.received}</dt><dd>${momentInWords(mail.receivedAt, language)}</dd>
</dl>
${oneClick(read, copy)}
${read.html === null ? "" : html`<h2>${words.html}</h2><iframe title="${words.html}" src="/mailbox/${mail.number}/body" sandbox="${sandbox}"></iframe>`}
${read.text === null ? "" : html`<details${read.html === null ? html` open` : ""}><summary>${words.text}</summary><pre>${read.text}</pre></details>`}
<details><summary>${words.headers}</summary><pre>${read.headers.map(([name, value]) => `${name}: ${value}\n`).join("")}</pre></details>`;
}

/** The button that a mail program makes of the two headers (RFC 8058). */
function oneClick({ headers }: ReadMail, { mailbox: words }: Copy): Html | "" {
  const header = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
  const address = /<(https?:[^>]+)>/.exec(header("list-unsubscribe"))?.[1] ?? "";
  if (!URL.canParse(address) || !/List-Unsubscribe=One-Click/i.test(header("list-unsubscribe-post")))
    return "";
  return html`<form method="post" action="${new URL(address).pathname}" class="row note">
<span class="soft">${words.oneClickText}</span>
<input type="hidden" name="List-Unsubscribe" value="One-Click"><button class="quiet" type="submit">${words.oneClick}</button>
</form>`;
}

/** Links of a mail leave the frame. */
function inNewTab(page: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(page)
    ? page.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${page}`;
}
