// Machines for tests: processes in networks of their own, on one wire, which can be cut.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Network {
  /** Where this process is for the others. */
  readonly host: string;
  /** Lets them reach a port of this machine; answers the port under which they do. */
  reach(port: number): Promise<number>;
  /** Starts a process on a machine of its own. */
  start(command: string, typed: readonly string[], env: Readonly<Record<string, string>>): Promise<Machine>;
  close(): Promise<void>;
}

export interface Machine {
  readonly process: ChildProcess;
  /** The wire is cut: what is sent is lost, and nobody is told. */
  cut(): void;
}

/** Needs root and the Debian package `iproute2`. */
export async function openNetwork(): Promise<Network> {
  const bridge = `licet${process.pid}`.slice(0, 15);
  const host = "10.213.77.1";
  ip("link", "add", bridge, "type", "bridge");
  ip("addr", "add", `${host}/24`, "dev", bridge);
  ip("link", "set", bridge, "up");
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  let machines = 0;
  return {
    host,
    async reach(port) {
      const server = createServer((client) => {
        const inner = connect(port, "127.0.0.1");
        for (const socket of [client, inner]) {
          sockets.add(socket);
          socket.on("error", () => {}).on("close", () => sockets.delete(socket));
        }
        client.pipe(inner).pipe(client);
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, host, resolve));
      return (server.address() as { port: number }).port;
    },
    async start(command, typed, env) {
      machines += 1;
      const [outside, inside] = [`l${process.pid}h${machines}`, `l${process.pid}m${machines}`];
      const script = `read go && ip link set lo up && ip addr add 10.213.77.${machines + 1}/24 dev ${inside} &&
        ip link set ${inside} up && exec "$@"`;
      const child = spawn("unshare", ["--net", "sh", "-c", script, "sh", command, ...typed], {
        env: { ...env },
        stdio: ["pipe", "ignore", "inherit"],
      });
      const gone = new Promise<never>((_, reject) =>
        child.once("exit", () => reject(new Error("no machine"))),
      );
      gone.catch(() => {});
      await Promise.race([separate(child.pid ?? 0), gone]);
      ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", String(child.pid));
      ip("link", "set", outside, "master", bridge, "up");
      child.stdin?.end("go\n");
      return { process: child, cut: () => ip("link", "set", outside, "down") };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      ip("link", "del", bridge);
    },
  };
}

/** Until the process is in another network than this one. */
async function separate(pid: number): Promise<void> {
  const own = readlinkSync("/proc/self/ns/net");
  while (readlinkSync(`/proc/${pid}/ns/net`) === own) await sleep(10);
}

function ip(...typed: string[]): void {
  const { status, stderr } = spawnSync("ip", typed, { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${typed.join(" ")}: ${stderr}`);
}
