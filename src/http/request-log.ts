// One line a request, and one a failure. Neither ever holds a token or an address: paths are logged as their templates.
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Logger } from "pino";

export function logRequests(logger: Logger): MiddlewareHandler {
  return async (c, next) => {
    const beganAt = performance.now();
    await next();
    const ms = Math.round((performance.now() - beganAt) * 10) / 10;
    logger.info({ method: c.req.method, path: pathTemplate(c), status: c.res.status, ms }, "request");
  };
}

/** The path as its route declares it, since the real one may hold a token. */
export function pathTemplate(c: Context): string {
  return matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "none";
}

/**
 * What of an unexpected error may be logged: its name, its words without anything that looks like an address, and
 * where it arose. A database error quotes rows in `detail`, a JSON error quotes its input, so nothing else is taken over.
 */
export function loggable(error: unknown): {
  name: string;
  message: string;
  code?: string;
  frames?: readonly string[];
} {
  if (!(error instanceof Error)) return { name: typeof error, message: "thrown value is not an error" };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message: error.message.replace(/\S*[@\uFE6B\uFF20]\S*/g, "…"),
    ...(typeof code === "string" && { code }),
    ...(frames && { frames: frames.map((frame) => frame.trim()) }),
  };
}
