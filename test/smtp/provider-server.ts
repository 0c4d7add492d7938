// An SMTP server that answers as large providers do, each recipient in their own way, and keeps an exact account.
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What it does with one attempt to write to one recipient; the rest is a polite yes. */
export interface Treatment {
  /** In place of the answer to RCPT; `drop`: the connection, without a word. */
  readonly rcpt?: string;
  /** In place of the answer to the final dot; `drop`: it has the letter, and the connection dies. */
  readonly dot?: string;
  /** The connection dies in the letter. */
  readonly dropInData?: boolean;
  /** How long the answer to the final dot takes. Milliseconds. */
  readonly slowMs?: number;
}

export interface Attempted {
  readonly recipient: string;
  /** When RCPT, and when DATA came; null: it did not. Milliseconds since the Unix epoch. */
  readonly rcptAt: number;
  dataAt: number | null;
  /** Whether the whole letter arrived, and its sender was not refused. */
  kept: boolean;
}

export interface ProviderServer {
  readonly url: string;
  /** Every recipient that was named, in order. */
  readonly attempts: readonly Attempted[];
  /** Whose letter it has, in order. */
  readonly kept: readonly string[];
  close(): Promise<void>;
}

/** @param treat - asked at each RCPT, with how often this recipient was named before. */
export async function providerServer(
  treat: (recipient: string, before: number) => Treatment,
): Promise<ProviderServer> {
  const attempts: Attempted[] = [];
  const named = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    converse(socket, (recipient) => {
      const before = named.get(recipient) ?? 0;
      named.set(recipient, before + 1);
      const attempt: Attempted = { recipient, rcptAt: Date.now(), dataAt: null, kept: false };
      attempts.push(attempt);
      return { attempt, treatment: treat(recipient, before) };
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attempts,
    get kept() {
      return attempts.filter(({ kept }) => kept).map(({ recipient }) => recipient);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(
  socket: Socket,
  named: (recipient: string) => { attempt: Attempted; treatment: Treatment },
): void {
  let received = "";
  let current: ReturnType<typeof named> | null = null;
  let inBody = false;
  const say = (reply: string) => {
    if (reply === "drop") socket.resetAndDestroy();
    else if (reply.startsWith("421")) socket.end(`${reply}\r\n`);
    else socket.write(`${reply}\r\n`);
  };
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    while (!socket.destroyed && !socket.writableEnded) {
      if (inBody) {
        if (current?.treatment.dropInData) return say("drop");
        const end = received.indexOf("\r\n.\r\n");
        if (end < 0) return;
        received = received.slice(end + 5);
        inBody = false;
        finish(current);
        current = null;
        continue;
      }
      const end = received.indexOf("\r\n");
      if (end < 0) return;
      const line = received.slice(0, end);
      received = received.slice(end + 2);
      const recipient = /^RCPT TO:<(.*)>/i.exec(line)?.[1];
      if (recipient !== undefined) {
        current = named(recipient);
        say(current.treatment.rcpt ?? "250 2.1.5 ok");
      } else if (/^DATA/i.test(line)) {
        if (current) current.attempt.dataAt = Date.now();
        inBody = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 2.0.0 bye\r\n");
      else say("250 ok");
    }
  });
  function finish(of: typeof current): void {
    const { dot = "250 2.0.0 taken", slowMs = 0 } = of?.treatment ?? {};
    if (of) of.attempt.kept = dot === "drop" || dot.startsWith("2");
    if (slowMs === 0) say(dot);
    else setTimeout(() => socket.destroyed || say(dot), slowMs);
  }
  say("220 provider.example ESMTP");
}
