// Whoever stops in the midst of a TLS handshake ends nothing but their own connection, and leaves their place when they go.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import tls from "node:tls";
import { it } from "vitest";
import { needs } from "../support/needs.ts";
import { openTestGate } from "./open.ts";

/** How a handshake begins. */
async function clientHello(): Promise<Buffer> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  const client = tls.connect({ host: "127.0.0.1", port });
  client.on("error", () => {});
  const [socket] = (await once(server, "connection")) as [net.Socket];
  const [hello] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  server.close();
  return hello;
}

/** However it ends. */
const ended = (socket: net.Socket) =>
  new Promise<void>((resolve) => {
    if (socket.closed) resolve();
    else socket.once("close", () => resolve());
  });

function certificate(openssl: string): { cert: Buffer; key: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "licet-handshake-"));
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  execFileSync(
    openssl,
    [
      ..."req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" "),
      ...["-out", files.cert, "-keyout", files.key],
    ],
    { stdio: "ignore" },
  );
  const made = { cert: readFileSync(files.cert), key: readFileSync(files.key) };
  rmSync(folder, { recursive: true });
  return made;
}

needs("openssl").describe("a handshake", (openssl) => {
  it.each([false, true])(
    "that stops, by TLS from the first octet: %s",
    { timeout: 60_000 },
    async (implicitTls) => {
      const gate = await openTestGate({
        gate: { signInMs: 1000, mostClients: 40, implicitTls, tls: certificate(openssl) },
      });
      const heard = (socket: net.Socket) => once(socket, "data");
      const begun = async () => {
        const socket = net.connect(gate.port, "127.0.0.1");
        socket.on("error", () => {});
        await once(socket, "connect");
        for (const said of implicitTls ? [] : ["EHLO tool.example\r\n", "STARTTLS\r\n"]) {
          await heard(socket);
          socket.write(said);
        }
        if (implicitTls) socket.resume();
        else await heard(socket);
        return socket;
      };
      const hello = await clientHello();
      for (const octets of [1, 10, hello.length - 1, hello.length]) {
        const sockets = await Promise.all(Array.from({ length: implicitTls ? 35 : 10 }, begun));
        for (const socket of sockets) socket.write(hello.subarray(0, octets));
        // Before there is a connection it can be ended; within one nobody else is harmed by it.
        if (implicitTls) await Promise.all(sockets.map(ended));
        else await sleep(1500);
        for (const socket of sockets) socket.destroy();
        await sleep(100);
      }
      const client = implicitTls ? null : await begun();
      const secure = tls.connect({
        ...(client ? { socket: client } : { host: "127.0.0.1", port: gate.port }),
        rejectUnauthorized: false,
      });
      await once(secure, "secureConnect");
      secure.resume();
      // It says nothing, and is sent away in words.
      await once(secure, "end");
      secure.destroy();
      const last = await Promise.all([begun(), begun(), begun()]);
      for (const socket of last) socket.write(hello);
      await sleep(50);
      await gate.close();
      for (const socket of last) socket.destroy();
    },
  );
});
