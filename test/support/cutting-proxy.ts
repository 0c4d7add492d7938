// Stands between the pool and PostgreSQL and cuts the line at a message of the frontend/backend protocol.
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * `before`: the message never arrives. `after`: it arrived, and no answer comes. `within`: half of the answer comes.
 * `behind`: all of it comes, and the line is cut between two statements.
 */
export const cuts = ["before", "after", "within", "behind"] as const;
export type Cut = (typeof cuts)[number];

export interface CuttingProxy {
  readonly port: number;
  /** Counts messages of the client from here on, on all lines together, and cuts the line of the n-th. */
  arm(nth: number, cut: Cut): void;
  /** @returns whether a line was cut, and how many messages were counted. */
  disarm(): { cut: boolean; messages: number };
  close(): Promise<void>;
}

export async function openCuttingProxy(to: { host: string; port: number }): Promise<CuttingProxy> {
  let armed: { nth: number; cut: Cut } | null = null;
  let [messages, wasCut] = [0, false];
  const lines = new Set<Socket>();

  const proxy = createServer((client) => {
    const server = connect(to.port, to.host);
    let rest: Buffer = Buffer.alloc(0);
    let started = false;
    /** Set once the n-th message is under way: what to do with the answer. */
    let doomed: Cut | null = null;
    const cutNow = () => {
      client.resetAndDestroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      lines.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        lines.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (;;) {
        // The startup message alone has no type before its length.
        const at = started ? 1 : 0;
        if (rest.length < at + 4) return;
        const length = at + rest.readUInt32BE(at);
        if (rest.length < length) return;
        const message = rest.subarray(0, length);
        rest = rest.subarray(length);
        started = true;
        messages += armed ? 1 : 0;
        const due = armed !== null && !wasCut && messages === armed.nth;
        if (due) wasCut = true;
        if (due && armed?.cut === "before") return cutNow();
        server.write(message);
        if (due) doomed = armed?.cut ?? null;
      }
    });
    server.on("data", (bytes) => {
      if (doomed === null) return void client.write(bytes);
      // What was asked for is carried out by the time that its answer comes.
      if (doomed === "behind") client.end(bytes);
      else if (doomed === "within") client.end(bytes.subarray(0, bytes.length / 2));
      else client.resetAndDestroy();
      server.destroy();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    arm(nth, cut) {
      [messages, wasCut] = [0, false];
      armed = { nth, cut };
    },
    disarm() {
      armed = null;
      return { cut: wasCut, messages };
    },
    async close() {
      for (const socket of lines) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
