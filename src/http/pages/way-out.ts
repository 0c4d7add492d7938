// `/u/{token}`: the way out of a mail. A POST stops, by one click of a mail program or of the button; a GET changes nothing.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { everything, leadsOutOf, withdraw } from "../../app/consent/withdraw.ts";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import type { Localised } from "../../app/setup/setup.ts";
import { CodedError } from "../../errors.ts";
import { readWayOutToken, type WayOutToken } from "../../mail/tokens.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";

export function wayOutPages(world: World, addressOf: ClientAddress): Hono {
  return (
    new Hono()
      .get("/u/:token", async (c) => {
        const wayOut = tokenOf(c, world);
        const { purpose } = await leadsOutOf(world, wayOut);
        const { label, ...visited } = await about(c, world, wayOut, purpose);
        const { copy, language } = visited;
        const title = label === null ? copy.wayOut.titleAll : copy.wayOut.title;
        return show(c, {
          ...visited,
          title,
          body: html`<h1>${title}</h1>
<p class="lead">${label === null ? copy.wayOut.leadAll : copy.wayOut.lead(label)}</p>
<form method="post" action="/u/${c.req.param("token")}?lang=${language}"><button type="submit">${copy.wayOut.button}</button></form>
<p class="after"><a href="/p/${c.req.param("token")}?lang=${language}">${copy.wayOut.manage}</a></p>`,
        });
      })
      // RFC 8058: no cookie, no sign-in, no redirect, and whatever the body looks like, the person has spoken.
      .post("/u/:token", async (c) => {
        const wayOut = tokenOf(c, world);
        const body = await beginningOf(c.req.raw).catch(() => "");
        const purpose = await withdraw(
          world,
          wayOut,
          /list-unsubscribe/i.test(body) ? "one-click" : "page:way-out",
          readConnection(c, addressOf),
        );
        const { label, ...visited } = await about(c, world, wayOut, purpose);
        const { copy, language } = visited;
        return show(c, {
          ...visited,
          title: copy.wayOut.done,
          body: html`<h1>${copy.wayOut.done}</h1>
<p class="lead">${label === null ? copy.wayOut.doneAll : copy.wayOut.doneText(label)}</p>
<p><a href="/p/${c.req.param("token")}?lang=${language}">${copy.wayOut.manage}</a></p>`,
        });
      })
  );
}

/** As much of a body as any mail program sends; a longer one is not read to its end, and binds as well. */
const longestOneClick = 10_000;

async function beginningOf({ body }: Request): Promise<string> {
  const reader = body?.getReader();
  let text = "";
  while (reader && text.length < longestOneClick) {
    const { done, value } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString("latin1");
  }
  return text;
}

/** @throws CodedError `token-malformed`. */
export function tokenOf(c: Context, world: World): WayOutToken {
  const token = readWayOutToken(c.req.param("token") ?? "", world.secrets.tokenKey);
  if (!token) throw new CodedError("token-malformed");
  return token;
}

/** The label is null where the way leads out of everything. */
async function about(
  c: Context,
  world: World,
  { subject }: WayOutToken,
  purpose: string,
): Promise<Visit & { readonly label: string | null }> {
  const setup = purpose === everything ? null : await world.store.setup.current();
  const label: Localised | undefined = setup?.purposes[purpose]?.content.label;
  const visited = await visit(c, world, { subject, texts: label ? [label] : [] });
  if (purpose === everything) return { ...visited, label: null };
  return { ...visited, label: label ? textIn(label, visited.language) : purpose };
}
