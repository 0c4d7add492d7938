// Who asks, by bearer key (RFC 6750), whether the key may, and whether it asks too often.
import type { MiddlewareHandler } from "hono";
import type { ApiKey } from "../app/keys/api-keys-table.ts";
import { checkApiKey } from "../app/keys/check-api-key.ts";
import type { Scope } from "../app/keys/scopes.ts";
import type { World } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import { type Limit, rateLimit } from "./rate-limit.ts";

export interface ApiEnv {
  Variables: { key: ApiKey };
}

/** A guard for one route: lets in a known key with one of these scopes, `limit` times a window. */
export type Guard = (...scopes: readonly [Scope, ...Scope[]]) => MiddlewareHandler<ApiEnv>;

export function keyGuard(world: World, limit: Limit): Guard {
  const count = rateLimit(limit, world.clock);
  return (...scopes) =>
    async (c, next) => {
      const secret = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
      if (secret === undefined) {
        c.header("WWW-Authenticate", 'Bearer realm="licet"');
        throw new CodedError("api-key-missing");
      }
      const key = await checkApiKey(world, secret);
      if (key === null) {
        c.header("WWW-Authenticate", 'Bearer realm="licet", error="invalid_token"');
        throw new CodedError("api-key-unknown");
      }
      count(c, key.id);
      if (!scopes.some((scope) => key.scopes.includes(scope))) {
        c.header(
          "WWW-Authenticate",
          `Bearer realm="licet", error="insufficient_scope", scope="${scopes.join(" ")}"`,
        );
        throw new CodedError(
          "scope-missing",
          `it needs ${scopes.map((scope) => `\`${scope}\``).join(" or ")}`,
        );
      }
      c.set("key", key);
      await next();
    };
}
