// Tries a relay without sending anything: whether it is there, encrypts, and lets us in.
import type { DeclaredRelay } from "../app/setup/relays-file.ts";
import { readRelayAddress } from "./relay-address.ts";
import { RelayConnection } from "./relay-connection.ts";
import { withoutAddresses } from "./relay-reply.ts";

export interface RelayTrial {
  /** As the operator calls it, and `host:port`. */
  readonly name: string;
  readonly at: string;
  /** Whether a letter could be handed over; else `problem` says why not. */
  readonly ready: boolean;
  readonly encrypted: boolean;
  readonly signedIn: boolean;
  readonly problem: string | null;
}

const nobody = { forwardPath: "nobody@relay.test" };

/** @throws CodedError `setting-malformed`. */
export async function tryRelay({ name, url }: Pick<DeclaredRelay, "name" | "url">): Promise<RelayTrial> {
  const address = readRelayAddress(url);
  const trial = { name, at: `${address.connection.host}:${address.connection.port}` };
  const waits = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 10_000,
  };
  try {
    const connection = await RelayConnection.open(address, waits);
    const { encrypted } = connection;
    await connection.quit();
    return { ...trial, ready: true, encrypted, signedIn: address.credentials !== null, problem: null };
  } catch (error) {
    const problem = withoutAddresses((error as Error).message, nobody);
    return { ...trial, ready: false, encrypted: false, signedIn: false, problem };
  }
}
