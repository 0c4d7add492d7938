// An SMTP server that follows a script, for what a well-behaved server never does.
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What it does at a command: a reply, hanging up, or silence. `reset` drops the connection without a word. */
export type Act = string | { readonly end: string } | "reset" | "silence" | (() => Act);

export interface Script {
  readonly greeting?: Act;
  readonly ehlo?: Act;
  readonly auth?: Act;
  readonly mail?: Act;
  readonly rcpt?: Act;
  readonly data?: Act;
  /** At the first bytes of the message. */
  readonly body?: Act;
  /** At the final dot. */
  readonly dot?: Act;
  readonly rset?: Act;
}

export interface ScriptedServer {
  readonly port: number;
  /** Every command, in order, of every connection: `1 MAIL FROM:<…>`. */
  readonly heard: readonly string[];
  /** Messages whose final dot arrived, with the dots as they were sent. */
  readonly messages: readonly string[];
  readonly connections: number;
  /** Drops every connection. */
  drop(): void;
  close(): Promise<void>;
}

/** @param script - what the n-th connection does, from 1; the rest is a polite yes. */
export async function scriptedServer(script: (connection: number) => Script): Promise<ScriptedServer> {
  const heard: string[] = [];
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    converse(
      socket,
      script(connection),
      (command) => heard.push(`${connection} ${command}`),
      (message) => messages.push(message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    messages,
    get connections() {
      return connections;
    },
    drop,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
}

function converse(
  socket: Socket,
  script: Script,
  hear: (command: string) => void,
  keep: (message: string) => void,
): void {
  const act = (what: Act): void => {
    if (what === "silence") return;
    if (typeof what === "function") act(what());
    else if (what === "reset") socket.resetAndDestroy();
    else if (typeof what === "string") socket.write(`${what}\r\n`);
    else socket.end(`${what.end}\r\n`);
  };
  let received = "";
  let inBody = false;
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    for (;;) {
      if (socket.destroyed || socket.writableEnded) return;
      if (inBody) {
        if (script.body !== undefined && received.length > 0) return act(script.body);
        const end = received.indexOf("\r\n.\r\n");
        if (end < 0) return;
        keep(received.slice(0, end + 2));
        received = received.slice(end + 5);
        inBody = false;
        act(script.dot ?? "250 2.0.0 queued as 1");
        continue;
      }
      const end = received.indexOf("\r\n");
      if (end < 0) return;
      const command = received.slice(0, end);
      received = received.slice(end + 2);
      hear(command);
      const verb = command.slice(0, 4).toUpperCase();
      if (verb === "EHLO") act(script.ehlo ?? "250-scripted\r\n250 8BITMIME");
      else if (verb === "AUTH") act(script.auth ?? "235 2.7.0 welcome");
      else if (verb === "MAIL") act(script.mail ?? "250 2.1.0 ok");
      else if (verb === "RCPT") act(script.rcpt ?? "250 2.1.5 ok");
      else if (verb === "DATA") {
        const said = script.data ?? "354 go on";
        const reply = typeof said === "function" ? said() : said;
        inBody = typeof reply === "string" && reply.startsWith("354");
        act(reply);
      } else if (verb === "RSET") act(script.rset ?? "250 2.0.0 ok");
      else if (verb === "QUIT") act({ end: "221 2.0.0 bye" });
      else act("502 5.5.2 what?");
    }
  });
  act(script.greeting ?? "220 scripted ESMTP");
}
