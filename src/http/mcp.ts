// POST /mcp: the tools for agents, over HTTP and with a key like the API's.
import { Hono } from "hono";
import type { World } from "../app/ports.ts";
import type { AgentHandler } from "../mcp/handler.ts";
import { toolScopes } from "../mcp/scopes.ts";
import { type ApiEnv, keyGuard } from "./auth.ts";
import type { Limit } from "./rate-limit.ts";

/** @param onFault - hears of failures that nobody expected. */
export function agentFace(world: World, limit: Limit, onFault: (error: unknown) => void): Hono<ApiEnv> {
  const face = new Hono<ApiEnv>();
  let handler: Promise<AgentHandler> | undefined;
  // Few have agents, and the protocol takes a while to load.
  const open = async () => (await import("../mcp/handler.ts")).agentHandler(world, onFault);
  face.post("/", keyGuard(world, limit)(...toolScopes), async (c) => {
    handler ??= open();
    const { status, body, headers } = await (await handler)(c.req.raw, c.var.key);
    const answer = new Response(body, { status, headers });
    answer.headers.set("Cache-Control", "no-store");
    answer.headers.set("X-Content-Type-Options", "nosniff");
    return answer;
  });
  return face;
}
