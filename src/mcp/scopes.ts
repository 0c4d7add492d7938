// The scopes that open a tool to an agent; nothing that others allow can be reached this way.
import type { Scope } from "../app/keys/scopes.ts";

export const toolScopes = [
  "permits:ask",
  "people:read",
  "audience:read",
  "messages:write",
  "messages:read",
] as const satisfies readonly Scope[];

export type ToolScope = (typeof toolScopes)[number];
