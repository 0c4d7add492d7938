// The protocol over HTTP, one POST a message and nothing kept between them (Streamable HTTP).
import { createMcpHandler, originValidationResponse } from "@modelcontextprotocol/server";
import type { ApiKey } from "../app/keys/api-keys-table.ts";
import type { World } from "../app/ports.ts";
import { agentOf } from "./agent.ts";
import { Calls } from "./calls.ts";
import { mostMessageBytes } from "./message-bytes.ts";
import { createAgentServer } from "./server.ts";

/** Answers a request whose key is known and in use. */
export type AgentHandler = (request: Request, key: ApiKey) => Promise<Response>;

/** @param onFault - hears of failures that nobody expected. */
export function agentHandler(world: World, onFault: (error: unknown) => void): AgentHandler {
  const calls = new Calls(world.clock);
  const { hostname } = new URL(world.publicUrl);
  const { fetch } = createMcpHandler(
    ({ authInfo }) => {
      const { clientId: id = "", scopes = [], extra } = authInfo ?? {};
      return createAgentServer(world, agentOf({ id, name: String(extra?.name), scopes }), calls, onFault);
    },
    // Nothing is told unasked: there is nothing to subscribe to.
    { maxRequestBodySize: mostMessageBytes, maxSubscriptions: 0 },
  );
  return async (request, { id, name, scopes }) => {
    // A page in somebody's browser that has itself taken for this machine (DNS rebinding) says where it is from.
    const foreign = originValidationResponse(request, [hostname]);
    if (foreign) return foreign;
    // The key itself stays with whoever has checked it.
    return fetch(request, { authInfo: { token: "", clientId: id, scopes: [...scopes], extra: { name } } });
  };
}
