// `/o/{token}` and `/l/{token}`: the image and the links of letters to people who said yes to being measured. Nothing else of
// the request is kept: no network address, no browser, no cookie.
import { type Context, Hono } from "hono";
import { measure } from "../../app/measuring/measure.ts";
import type { World } from "../../app/ports.ts";
import { CodedError } from "../../errors.ts";
import { type MeasureToken, readMeasureToken } from "../../mail/tokens.ts";

/** One transparent point. */
const point = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

export function measurePages(world: World): Hono {
  const tokenOf = (c: Context): MeasureToken => {
    const token = readMeasureToken(c.req.param("token") ?? "", world.secrets.tokenKey);
    if (token === null) throw new CodedError("token-malformed");
    return token;
  };
  return new Hono()
    .get("/o/:token", async (c) => {
      await measure(world, { ...tokenOf(c), link: 0 }, { counts: isPerson(c) });
      return c.body(new Uint8Array(point), 200, { "Content-Type": "image/gif", "Cache-Control": "no-store" });
    })
    .get("/l/:token", async (c) => {
      const address = await measure(world, tokenOf(c), { counts: isPerson(c) });
      if (address === null) throw new CodedError("not-found");
      c.header("Cache-Control", "no-store");
      c.header("Referrer-Policy", "no-referrer");
      return c.redirect(address, 302);
    });
}

/** A browser that fetches ahead, or a program that looks whether the address is there, has not followed anything. */
function isPerson(c: Context): boolean {
  const ahead = `${c.req.header("sec-purpose") ?? ""} ${c.req.header("purpose") ?? ""} ${c.req.header("x-moz") ?? ""}`;
  return c.req.method === "GET" && !/prefetch|prerender|preview/i.test(ahead);
}
