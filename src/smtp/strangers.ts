// Connections that have not signed in yet: so many and no more, from one network and in all, and none of them for long.
import type { Socket } from "node:net";

export interface StrangerLimits {
  readonly fromOneNetwork: number;
  readonly inAll: number;
  /** How long one may take to sign in, a TLS handshake included. */
  readonly signInMs: number;
}

/** By which a connection is known, also inside of TLS. */
type Peer = Pick<Socket, "remoteAddress" | "remotePort">;

export class Strangers {
  readonly #limits: StrangerLimits;
  readonly #inside = new Map<string, { readonly network: string; readonly timer: NodeJS.Timeout }>();
  readonly #ofNetwork = new Map<string, number>();

  constructor(limits: StrangerLimits) {
    this.#limits = limits;
  }

  /** False: there is no place, and it is for the caller to send it away. Whoever has one and does not sign in is hung up on. */
  enter(socket: Socket): boolean {
    const network = networkOf(socket.remoteAddress ?? "");
    const others = this.#ofNetwork.get(network) ?? 0;
    const { fromOneNetwork, inAll, signInMs } = this.#limits;
    if (this.#inside.size >= inAll || others >= fromOneNetwork) return false;
    const name = nameOf(socket);
    const timer = setTimeout(() => socket.destroy(), signInMs);
    this.#inside.set(name, { network, timer });
    this.#ofNetwork.set(network, others + 1);
    // A socket that is closed has no address any more.
    socket.once("close", () => this.#leave(name));
    return true;
  }

  has(peer: Peer): boolean {
    return this.#inside.has(nameOf(peer));
  }

  signedIn(peer: Peer): void {
    this.#leave(nameOf(peer));
  }

  #leave(name: string): void {
    const stranger = this.#inside.get(name);
    if (stranger === undefined) return;
    clearTimeout(stranger.timer);
    this.#inside.delete(name);
    const left = (this.#ofNetwork.get(stranger.network) ?? 1) - 1;
    if (left === 0) this.#ofNetwork.delete(stranger.network);
    else this.#ofNetwork.set(stranger.network, left);
  }
}

function nameOf({ remoteAddress = "", remotePort = 0 }: Peer): string {
  return `${plain(remoteAddress)} ${remotePort}`;
}

/** An IPv4 address in the dress of IPv6 is what it is; of IPv6 one spelling stands for all. */
function plain(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return bare.includes(":") ? groupsOf(bare).join(":") : bare;
}

/** Of an IPv6 address the first 64 bits: one household has all the others. */
function networkOf(address: string): string {
  const bare = plain(address);
  return bare.includes(":") ? groupsOf(bare).slice(0, 4).join(":") : bare;
}

function groupsOf(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array<string>(Math.max(0, missing)).fill("0"), ...groups(tail)].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}
