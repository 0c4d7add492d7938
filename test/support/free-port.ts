// A port for a server that is started again on it, or later than it is named.
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A free port on this machine, below those that systems give to whoever connects (32768 on Linux, 49152 elsewhere): nobody
 * else's connection takes it meanwhile, and no connection to it meets itself while nobody listens.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}
