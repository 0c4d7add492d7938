// The line to a PostgreSQL: it can be cut, or go deaf, and be mended.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Line {
  /** The address of the database, along this line. */
  readonly url: string;
  /** Whoever is connected is cut off, and nobody gets through. */
  cut(): void;
  /** Nothing comes through, and nobody is told. */
  deafen(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openLine(databaseUrl: string): Promise<Line> {
  const to = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: "open" | "cut" | "deaf" = "open";
  const proxy = createServer((client) => {
    if (state === "cut") return client.destroy();
    const server = connect(Number(to.port), to.hostname);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      if (state === "open") socket.pipe(other);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    return client;
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut() {
      state = "cut";
      hangUp();
    },
    deafen() {
      state = "deaf";
      for (const socket of sockets) socket.unpipe();
    },
    mend() {
      state = "open";
      hangUp();
    },
    async close() {
      hangUp();
      proxy.close();
      await once(proxy, "close");
    },
  };
}
