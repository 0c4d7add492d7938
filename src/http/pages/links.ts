// `/p`: where anybody may ask for a link to the page of their choices; the answer is the same for every address.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { readRendered, signRendered } from "../../app/consent/rendered.ts";
import { askForLink } from "../../app/messages/ask-for-link.ts";
import type { World } from "../../app/ports.ts";
import { parseAddress } from "../../ledger/address.ts";
import { emailField } from "./fields.ts";
import { show } from "./layout.ts";
import { readPosted } from "./posted.ts";
import { visit } from "./visit.ts";

export function linkPages(world: World): Hono {
  return new Hono()
    .get("/p", (c) => ask(c, world))
    .post("/p", async (c) => {
      const { one } = await readPosted(c);
      const page = readRendered(world, one("token"), null);
      const address = parseAddress(one("email"));
      if (!page) return ask(c, world, { typed: one("email") });
      if (!address) {
        const mistake = one("email").trim() === "" ? "address-missing" : "address-malformed";
        return ask(c, world, { typed: one("email"), mistake });
      }
      await askForLink(world, address, "preferences", page.language);
      const visited = await visit(c, world);
      const { sent, sentText } = visited.copy.link;
      const body = html`<h1>${sent}</h1><p class="lead">${sentText}</p>`;
      return show(c, { ...visited, title: sent, body });
    });
}

async function ask(
  c: Context,
  world: World,
  again?: { readonly typed: string; readonly mistake?: "address-missing" | "address-malformed" },
): Promise<Response> {
  const visited = await visit(c, world);
  const { copy, language } = visited;
  const { title, lead, button } = copy.link;
  const wrong = again?.mistake && copy.mistakes[again.mistake];
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${again && !wrong ? html`<p class="note" role="alert">${copy.own.outdated}</p>` : ""}
<form method="post" action="/p?lang=${language}" novalidate>
<input type="hidden" name="token" value="${signRendered(world, null, language)}">
${emailField({ label: copy.form.email, value: again?.typed ?? "", wrong })}
<button type="submit">${button}</button>
</form>`;
  const titled = wrong ? `${copy.mistakes.prefix}${title}` : title;
  return show(c, { ...visited, title: titled, body, indexed: !again }, again ? 422 : 200);
}
