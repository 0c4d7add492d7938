// Connections that have not signed in yet: so many and no more, from one network and in all, and none of them for long.

export interface StrangerLimits {
  readonly fromOneNetwork: number;
  readonly inAll: number;
  /** How long one may take to sign in. */
  readonly signInMs: number;
}

export class Strangers {
  readonly #limits: StrangerLimits;
  /** By the id of the connection. */
  readonly #inside = new Map<string, { readonly network: string; readonly timer: NodeJS.Timeout }>();
  readonly #ofNetwork = new Map<string, number>();

  constructor(limits: StrangerLimits) {
    this.#limits = limits;
  }

  /**
   * @param onLate - it has not signed in for too long; called again every so often until it leaves.
   * @returns false: there is no place, and it is for the caller to send it away.
   */
  enter(id: string, address: string, onLate: () => void): boolean {
    const network = networkOf(address);
    const others = this.#ofNetwork.get(network) ?? 0;
    const { fromOneNetwork, inAll, signInMs } = this.#limits;
    if (this.#inside.size >= inAll || others >= fromOneNetwork) return false;
    this.#inside.set(id, { network, timer: setInterval(onLate, signInMs).unref() });
    this.#ofNetwork.set(network, others + 1);
    return true;
  }

  /** It has signed in, or is gone. */
  leave(id: string): void {
    const stranger = this.#inside.get(id);
    if (stranger === undefined) return;
    clearInterval(stranger.timer);
    this.#inside.delete(id);
    const left = (this.#ofNetwork.get(stranger.network) ?? 1) - 1;
    if (left === 0) this.#ofNetwork.delete(stranger.network);
    else this.#ofNetwork.set(stranger.network, left);
  }
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
