// The gate of a server: its ports, as the settings say, with the use cases behind them.
import { acceptMail } from "./app/gate/accept-mail.ts";
import { askRecipient } from "./app/gate/ask-recipient.ts";
import { askSender } from "./app/gate/ask-sender.ts";
import { asItIs, signIn } from "./app/gate/credentials.ts";
import type { World } from "./app/ports.ts";
import { readCertificate } from "./certificate-files.ts";
import type { GateConfig } from "./config.ts";
import { type GateKeeper, type OpenGate, openGate } from "./smtp/gate.ts";

export interface OpenGates {
  /** Where they listen: `host:port`. */
  readonly places: readonly string[];
  close(): Promise<void>;
}

export function gateKeeper(world: World): GateKeeper {
  return {
    signIn: (name, password) => signIn(world, name, password),
    asItIs: (credential) => asItIs(world, credential),
    askSender: (credential, reversePath) => askSender(world, credential, reversePath),
    askRecipient: (credential, recipient) => askRecipient(world, credential, recipient),
    accept: (credential, mail) => acceptMail(world, credential, mail),
  };
}

/**
 * @param gate - absent: there is none.
 * @throws CodedError `port-taken`, `file-unreadable`.
 */
export async function openGates(world: World, gate: GateConfig | undefined): Promise<OpenGates> {
  const open: OpenGate[] = [];
  const places: string[] = [];
  const close = async () => void (await Promise.all(open.map((one) => one.close())));
  if (!gate) return { places, close };
  const { host, mostBytes } = gate;
  const name = new URL(world.publicUrl).hostname;
  const tls = gate.tls ? readCertificate("LICET_GATE_TLS", gate.tls) : null;
  try {
    for (const [port, implicitTls] of [
      [gate.port, false],
      [gate.tlsPort, true],
    ] as const) {
      if (port === undefined) continue;
      open.push(await openGate({ keeper: gateKeeper(world), name, host, port, tls, implicitTls, mostBytes }));
      places.push(`${host}:${port}`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { places, close };
}
