// `/p` and `/r`: where anybody may ask for a link to a page about themselves; the answer is the same for every address.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { readRendered, signRendered } from "../../app/consent/rendered.ts";
import { askForLink } from "../../app/messages/ask-for-link.ts";
import type { World } from "../../app/ports.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { LinkedPage } from "../../mail/tokens.ts";
import { emailField } from "./fields.ts";
import { show } from "./layout.ts";
import { readPosted } from "./posted.ts";
import { type Visit, visit } from "./visit.ts";

const paths = { preferences: "/p", rights: "/r" } as const satisfies Record<LinkedPage, string>;

export function linkPages(world: World): Hono {
  const pages = new Hono();
  for (const to of ["preferences", "rights"] as const)
    pages
      .get(paths[to], (c) => ask(c, world, to))
      .post(paths[to], async (c) => {
        const { one } = await readPosted(c);
        const page = readRendered(world, one("token"), null);
        const address = parseAddress(one("email"));
        if (!page) return ask(c, world, to, { typed: one("email") });
        if (!address) {
          const mistake = one("email").trim() === "" ? "address-missing" : "address-malformed";
          return ask(c, world, to, { typed: one("email"), mistake });
        }
        await askForLink(world, address, to, page.language);
        const visited = await visit(c, world);
        const { sent, sentText } = wordsFor(to, visited);
        const body = html`<h1>${sent}</h1><p class="lead">${sentText}</p>`;
        return show(c, { ...visited, title: sent, body });
      });
  return pages;
}

function wordsFor(to: LinkedPage, { copy }: Visit) {
  return to === "preferences" ? { ...copy.link, otherwise: null } : copy.rightsLink;
}

async function ask(
  c: Context,
  world: World,
  to: LinkedPage,
  again?: { readonly typed: string; readonly mistake?: "address-missing" | "address-malformed" },
): Promise<Response> {
  const visited = await visit(c, world);
  const { copy, language, controller } = visited;
  const { title, lead, button, otherwise } = wordsFor(to, visited);
  const wrong = again?.mistake && copy.mistakes[again.mistake];
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${again && !wrong ? html`<p class="note" role="alert">${copy.own.outdated}</p>` : ""}
<form method="post" action="${paths[to]}?lang=${language}" novalidate>
<input type="hidden" name="token" value="${signRendered(world, null, language)}">
${emailField({ label: copy.form.email, value: again?.typed ?? "", wrong })}
<button type="submit">${button}</button>
</form>
${otherwise && controller ? html`<p class="soft after">${otherwise} <a href="mailto:${controller.privacyContact}">${controller.privacyContact}</a></p>` : ""}`;
  const titled = wrong ? `${copy.mistakes.prefix}${title}` : title;
  return show(c, { ...visited, title: titled, body, indexed: !again }, again ? 422 : 200);
}
