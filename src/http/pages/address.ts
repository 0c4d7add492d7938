// `/a/{token}`: asks whoever holds the new mailbox whether what was chosen at another address is to go on here.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { type Movable, move, readMove } from "../../app/consent/move.ts";
import { readRendered, signRendered } from "../../app/consent/rendered.ts";
import type { World } from "../../app/ports.ts";
import { CodedError } from "../../errors.ts";
import { signWayOutToken } from "../../mail/tokens.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { gone } from "./gone.ts";
import { show } from "./layout.ts";
import { readPosted } from "./posted.ts";
import { visit } from "./visit.ts";

export function addressPages(world: World, addressOf: ClientAddress): Hono {
  return new Hono()
    .get("/a/:token", async (c) => showMove(c, world, await found(c, world)))
    .post("/a/:token", async (c) => {
      const movable = await found(c, world);
      const { one } = await readPosted(c);
      if (movable.state === "open" && readRendered(world, one("token"), movable.token.to))
        await move(world, movable.token, readConnection(c, addressOf));
      return showMove(c, world, await found(c, world));
    });
}

async function found(c: Context, world: World): Promise<Movable> {
  const movable = await readMove(world, c.req.param("token") ?? "");
  if (!movable) throw new CodedError("token-malformed");
  return movable;
}

async function showMove(c: Context, world: World, { token, state }: Movable): Promise<Response> {
  const visited = await visit(c, world, { subject: token.to });
  if (state === "gone") return gone(c, visited);
  const { copy, language } = visited;
  const { address: words } = copy;
  if (state === "expired") {
    const body = html`<h1>${words.expired}</h1><p class="lead">${words.expiredText}</p>`;
    return show(c, { ...visited, title: words.expired, body }, 410);
  }
  if (state === "moved") {
    const own = signWayOutToken({ subject: token.to, campaign: null }, world.secrets.tokenKey);
    const body = html`<h1>${words.done}</h1><p class="lead">${words.doneText}</p>
<p><a class="button" href="/p/${own}?lang=${language}">${copy.wayOut.manage}</a></p>`;
    return show(c, { ...visited, title: words.done, body });
  }
  const body = html`<h1>${words.confirm}</h1><p class="lead">${words.confirmText}</p>
<form method="post" action="/a/${c.req.param("token")}?lang=${language}"><input type="hidden" name="token" value="${signRendered(world, token.to, language)}"><button type="submit">${words.yes}</button></form>
<p class="soft after">${copy.confirm.otherwise}</p>`;
  return show(c, { ...visited, title: words.confirm, body });
}
