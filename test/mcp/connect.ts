// An agent as the usual hosts make one: the client of the protocol's own SDK, in each of the two generations that are in use.
import { Client, StreamableHTTPClientTransport, type Transport } from "@modelcontextprotocol/client";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import type { World } from "../../src/app/ports.ts";
import type { createApp } from "../../src/http/app.ts";
import { toolScopes } from "../../src/mcp/scopes.ts";

/** `legacy`: opens with `initialize`; `auto`: asks by `server/discover` first. */
export type Generation = "legacy" | "auto";

export interface Connected {
  readonly client: Client;
  readonly tools: () => Promise<readonly string[]>;
  /** What the tool answered; the client holds it to the schema that the tool declares. */
  use(tool: string, input: object): Promise<Readonly<Record<string, unknown>>>;
  /** What it answered instead, where the call failed. */
  fail(tool: string, input: object): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export async function connect(transport: Transport, generation: Generation = "auto"): Promise<Connected> {
  const client = new Client({ name: "agent", version: "1" }, { versionNegotiation: { mode: generation } });
  await client.connect(transport);
  const call = async (name: string, input: object) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...input } });
    const [said] = content;
    const text = said?.type === "text" ? said.text : "";
    return { isError: isError === true, text, structuredContent };
  };
  return {
    client,
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    async use(tool, input) {
      const { isError, text, structuredContent } = await call(tool, input);
      if (isError || JSON.stringify(structuredContent) !== text) throw new Error(text);
      return structuredContent as Record<string, unknown>;
    },
    async fail(tool, input) {
      const { isError, text } = await call(tool, input);
      if (!isError) throw new Error(`it did not fail: ${text}`);
      return text.startsWith("{") ? JSON.parse(text) : { text };
    },
    close: () => client.close(),
  };
}

/** A new key, and what bears it. */
export async function keyFor(
  world: World,
  { name = "assistant", scopes = toolScopes }: { name?: string; scopes?: readonly string[] } = {},
): Promise<{ readonly authorization: string }> {
  const { secret } = await createApiKey(world, { name, scopes });
  return { authorization: `Bearer ${secret}` };
}

/** An agent that comes over HTTP. */
export async function overHttp(
  app: ReturnType<typeof createApp>,
  headers: Readonly<Record<string, string>>,
  generation?: Generation,
): Promise<Connected> {
  const transport = new StreamableHTTPClientTransport(new URL("http://127.0.0.1:4000/mcp"), {
    fetch: async (url, init) => app.request(String(url), init),
    requestInit: { headers },
  });
  return connect(transport, generation);
}
