// `<licet-consent>` as one module, under a name that stays and under its own hash.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Context, Hono } from "hono";

/** Kept by browsers for as long, and asked for again after it. */
const freshSeconds = 600;

/**
 * Serves it to pages of any origin: what it shows there, the form decides.
 *
 * Whoever names a version that is served no longer is led to the one that is: a page that pinned it goes on asking.
 */
export function widget(): Hono {
  const script = readFileSync(join(import.meta.dirname, "..", "..", "widget", "licet-consent.js"), "utf8");
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 12);
  const pinned = `licet-consent-${hash}.js`;

  function serve(c: Context, cacheControl: string): Response {
    const etag = `"${hash}"`;
    const headers = {
      "access-control-allow-origin": "*",
      "cache-control": cacheControl,
      "cross-origin-resource-policy": "cross-origin",
      etag,
      "x-content-type-options": "nosniff",
    };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    return c.body(script, 200, { ...headers, "content-type": "text/javascript; charset=utf-8" });
  }

  return new Hono()
    .get("/licet-consent.js", (c) => serve(c, `public, max-age=${freshSeconds}`))
    .get("/:version{licet-consent-[0-9a-f]{12}\\.js}", (c) => {
      if (c.req.param("version") === pinned) return serve(c, "public, max-age=31536000, immutable");
      c.header("Access-Control-Allow-Origin", "*");
      c.header("Cache-Control", "no-store");
      return c.redirect("licet-consent.js", 307);
    });
}
