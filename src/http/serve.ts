// The web server on the loopback interface.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { CodedError } from "../errors.ts";

/** How long requests that are under way may take once the server closes. */
const graceMs = 5_000;

/**
 * Serves the app on 127.0.0.1.
 *
 * @param port - 0 takes a free one.
 * @returns the port, and what stops it: no new connection is taken, requests under way are answered, then all is closed.
 * @throws CodedError `port-taken`
 */
export async function serve(app: Hono, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(getRequestListener(app.fetch));
  let underWay = 0;
  let whenQuiet = () => {};
  server.on("request", (_, response) => {
    underWay += 1;
    response.once("close", () => {
      underWay -= 1;
      if (underWay === 0) whenQuiet();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new CodedError("port-taken", `\`${port}\` of \`LICET_PORT\``, { cause: error })
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const quiet = new Promise<void>((resolve) => {
        whenQuiet = resolve;
      });
      if (underWay > 0) await Promise.race([quiet, wait(graceMs, undefined, { ref: false })]);
      // A browser keeps connections open in advance; they would hold the server up.
      server.closeAllConnections();
      await closed;
    },
  };
}
