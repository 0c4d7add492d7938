// The log as files that any monitor can read and any proxy can keep: checkpoint, tiles, entries (C2SP tlog-tiles).
import { Hono } from "hono";
import { readTile } from "../app/ledger/read-tile.ts";
import { showCheckpoint } from "../app/ledger/show-checkpoint.ts";
import type { World } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import { readTilePath, tileWidth } from "../ledger/tiles.ts";
import { type ApiEnv, keyGuard } from "./auth.ts";
import type { Limit } from "./rate-limit.ts";

/** @param open - whether anybody may read it; else who has a key with the scope `ledger:read`. */
export function ledgerFiles(world: World, open: boolean, limit: Limit): Hono<ApiEnv> {
  const files = new Hono<ApiEnv>();
  const reach = open ? "public" : "private";
  if (!open) files.use(keyGuard(world, limit)("ledger:read"));
  files.use(async (c, next) => {
    await next();
    c.header("X-Content-Type-Options", "nosniff");
  });

  files.get("/checkpoint", async (c) => {
    const checkpoint = await showCheckpoint(world);
    if (checkpoint === null) throw new CodedError("checkpoint-missing");
    c.header("Cache-Control", "no-cache");
    return c.text(checkpoint);
  });

  files.get("/tile/:path{.+}", async (c) => {
    const tile = readTilePath(c.req.param("path"));
    const bytes = tile && (await readTile(world, tile));
    if (!tile || !bytes) throw new CodedError("not-found");
    // A full tile never changes; a partial one is not asked for again once it is full.
    const kept = tile.width === tileWidth ? "max-age=31536000, immutable" : "max-age=60";
    c.header("Cache-Control", `${reach}, ${kept}`);
    return c.body(new Uint8Array(bytes), 200, { "Content-Type": "application/octet-stream" });
  });
  return files;
}
