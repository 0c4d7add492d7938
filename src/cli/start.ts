// `licet start`: the server with its pages, its API and its sending, until it is told to stop.
import type { Command } from "commander";
import { readConfig } from "../config.ts";
import type { Server } from "../servers.ts";
import { command } from "./command.ts";
import { Interrupted } from "./failure.ts";
import { onStopSignal } from "./stop-signals.ts";
import { columns, count, counted, paint, write } from "./terminal.ts";

/** How the command is called here: in a clone it runs from its sources. */
const licet = import.meta.filename.endsWith(".ts") ? "./bin/licet" : "licet";

export function startCommand(version: string): Command {
  return command("start", "Serve pages and API, and send what is due, until Ctrl-C.", [
    ["licet start --demo", "with a demo shop to look around, where nothing is set up yet"],
    ["licet start --port 8080", "on another port"],
  ])
    .option("--demo", "load the demo shop where nothing is set up yet")
    .option("--port <number>", "port on 127.0.0.1; default: `LICET_PORT`, else 4000")
    .action(async (options: { demo?: true; port?: string }) => {
      const stopped = Promise.withResolvers<void>();
      onStopSignal((signal, times) => {
        if (times > 1) process.exit(new Interrupted(signal).status);
        stopped.resolve();
      });
      const config = readConfig({
        ...process.env,
        ...(options.port !== undefined && { LICET_PORT: options.port }),
      });
      const { startServer } = await import("../servers.ts");
      const log = (line: string) => process.stdout.write(`${line}\n`);
      const server = await startServer(config, { demo: options.demo === true, log });
      const seconds = (performance.now() / 1000).toFixed(1);

      // A server outlives whoever reads its banner.
      await write(banner(server, config.dataFolder, { version, seconds, demo: options.demo === true })).catch(
        () => {},
      );
      await stopped.promise;
      await server.close();
    });
}

function banner(
  { url, mailbox, database, couldLiftBars, requests, gates, policies }: Server,
  dataFolder: string,
  { version, seconds, demo }: { version: string; seconds: string; demo: boolean },
): string {
  const places = [
    ["Home", url],
    ...(mailbox ? [["Mailbox", `${url}/mailbox`]] : []),
    ["API", `${url}/api/v1/openapi.json`],
    ["Agents", `${url}/mcp`],
    ...(gates.length > 0 ? [["Gate", gates.join(", ")]] : []),
    ...(policies.length > 0 ? [["Policy", policies.join(", ")]] : []),
    ["Database", database],
    ...(couldLiftBars
      ? [
          [
            "",
            "its role could lift its own bars; docs/operate/database.md says how to give the tables an owner",
          ],
        ]
      : []),
    ...(requests.open > 0 ? [["Rights", waiting(requests)]] : []),
    ["Data", dataFolder],
    [
      "Mail",
      mailbox ? "stays in the mailbox above; nothing leaves this machine" : "goes out through the relay",
    ],
    ...(demo
      ? [["Try", `${licet} campaign send --purpose newsletter --template examples/lunaria/spring.md`]]
      : []),
  ];
  return [
    "",
    `${paint(["bold", "cyan"], "Licet")} ${paint("dim", `${version} · ready in ${seconds} s`)}`,
    "",
    ...columns(places.map(([title = "", place = ""]) => [paint("dim", title), place])),
    "",
    paint("dim", "Ctrl-C stops all of it."),
    "",
    "",
  ]
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");
}

/** What nobody may overlook: the law gives a month. */
function waiting({ open, late, dueSoon }: Server["requests"]): string {
  const words = `${counted(open, "request waits", "requests wait")} for an answer; ${licet} rights list`;
  if (late > 0) return `${paint(["red", "bold"], `${count(late)} late`)}, ${words}`;
  return dueSoon > 0 ? `${paint("red", `${count(dueSoon)} due within a week`)}, ${words}` : words;
}
