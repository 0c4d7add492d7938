// The web server on the loopback interface.
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { CodedError } from "../errors.ts";

/** How long a request that is under way may take once the server closes. */
const graceMs = 5_000;

/**
 * Serves the app on 127.0.0.1.
 *
 * @param port - 0 takes a free one.
 * @returns the port, and what stops it: no new connection, those under way are answered, then all are closed.
 * @throws CodedError `port-taken`
 */
export async function serve(app: Hono, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" ? new CodedError("port-taken", `\`${port}\``, { cause: error }) : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(
          () => "closeAllConnections" in server && server.closeAllConnections(),
          graceMs,
        );
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }),
  };
}
