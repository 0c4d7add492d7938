// `licet mcp`: lets an agent ask, draft and send, over the Model Context Protocol on standard input and output.
import { type Command, InvalidArgumentError } from "commander";
import { scopes } from "../app/keys/scopes.ts";
import { toolScopes } from "../mcp/scopes.ts";
import { collect, command } from "./command.ts";
import { columns, paint, paintError, warn } from "./terminal.ts";

const isToolScope = (text: string) => toolScopes.some((scope) => scope === text);

export function mcpCommand(): Command {
  const listed = toolScopes.map((scope) => [`  ${scope}`, scopes[scope]]);
  return command(
    "mcp",
    "Let an agent ask, draft and send, by the Model Context Protocol on standard input and output.",
    [
      ["licet mcp", "what the host of an agent starts; with every tool"],
      [
        "licet mcp --scope permits:ask --scope audience:read",
        "with the tools that these open, none of which sends",
      ],
    ],
  )
    .option(
      "--scope <scope>",
      "what the agent may do; repeat it for more; default: all of them",
      (value: string, before?: string[]) => {
        if (!isToolScope(value))
          throw new InvalidArgumentError(
            `The scopes are ${toolScopes.map((scope) => `\`${scope}\``).join(", ")}.`,
          );
        return collect(value, before);
      },
    )
    .addHelpText("after", () => ["", paint("bold", "Scopes:"), ...columns(listed)].join("\n"))
    .action(async ({ scope = [...toolScopes] }: { scope?: string[] }) => {
      const { withWorld } = await import("./with-world.ts");
      const { localAgent } = await import("../mcp/agent.ts");
      const { serveAgent } = await import("../mcp/stdio.ts");
      if (process.stdin.isTTY) warn("waiting for the host of an agent on standard input; Ctrl-C ends it");
      const streams = { input: process.stdin, output: process.stdout };
      await withWorld(({ world }) =>
        serveAgent(world, localAgent(scope), streams, {
          onFault: (error) =>
            warn(
              `${paintError("red", "licet:")} a tool failed: ${error instanceof Error ? error.name : "unknown"}`,
            ),
          onNonsense: () => warn("licet: what is no message of the protocol was left out"),
        }),
      );
    });
}
