// Who is at the other end: a program that a language model leads. Nothing that it says is evidence of anything.
import type { ApiKey } from "../app/keys/api-keys-table.ts";

export interface Agent {
  /** Stands on record beside what it asked. */
  readonly name: string;
  /** Whose idempotency keys it uses: the id of an API key, or `mcp`. */
  readonly id: string;
  /** What it may do: only tools of these scopes exist for it. */
  readonly scopes: readonly string[];
}

/** The agent of whoever runs the command, on this machine. */
export function localAgent(scopes: readonly string[]): Agent {
  return { name: "mcp", id: "mcp", scopes };
}

/** The agent that shows this key. */
export function agentOf({ id, name, scopes }: Pick<ApiKey, "id" | "name" | "scopes">): Agent {
  return { id, name, scopes };
}
