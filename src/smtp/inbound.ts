// The listener to which other mail servers bring what came back: it takes mail for the addresses of reports and for no other.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { ArrivedMail } from "../app/listening/heard.ts";
import type { TakenIn } from "../app/listening/take-in.ts";
import { CodedError } from "../errors.ts";
import { findLetterToken } from "../mail/letter-token.ts";
import { mostBytes } from "./understand.ts";

export interface InboundOptions {
  readonly port: number;
  readonly host: string;
  /** PEM; null: STARTTLS is not offered. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly bounceAddress: { readonly local: string; readonly domain: string };
  /** Of the tokens. */
  readonly key: Buffer;
  /** Takes a mail in: what it resolves to is on record. Should it reject, the sender is asked to come again. */
  readonly hear: (mail: ArrivedMail) => Promise<TakenIn>;
  /** Where people write to, told to whoever writes to a machine. */
  readonly contact: () => Promise<string | null>;
}

export interface Inbound {
  readonly port: number;
  close(): Promise<void>;
}

/** Addresses that every domain has (RFC 2142), and the one where complaints go: reports are taken there, and nothing else. */
const known = ["abuse", "fbl", "postmaster"];

const mostRecipients = 20;
const mostClients = 50;
const silenceMs = 60_000;
/** So long the bytes of one mail may take, however steadily they drip. */
const dataMs = 300_000;

/**
 * Listens. It relays nothing: who is not an address of reports is refused (550 5.1.1), and 250 is said only once the mail
 * is on record.
 *
 * @throws CodedError `port-taken`.
 */
export async function openInbound(options: InboundOptions): Promise<Inbound> {
  const server = new SMTPServer({
    banner: "Licet takes reports here",
    ...(options.tls ?? {}),
    disabledCommands: options.tls === null ? ["AUTH", "STARTTLS"] : ["AUTH"],
    disableReverseLookup: true,
    logger: false,
    size: mostBytes,
    rejectOversized: true,
    maxClients: mostClients,
    maxRecipients: mostRecipients,
    socketTimeout: silenceMs,
    closeTimeout: 1000,
    onRcptTo({ address }, _session, callback) {
      if (isOurs(address, options)) callback();
      else callback(answer(550, "5.1.1 no reports are taken at this address"));
    },
    onData(stream, { envelope }, callback) {
      const mail = {
        reversePath: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
        forwardPaths: envelope.rcptTo.map(({ address }) => address),
      };
      takeAll(stream, mail, options).then(callback, () =>
        callback(answer(451, "4.3.0 this cannot be put on record now; try again later")),
      );
    },
  });
  // A client that breaks off, or speaks TLS badly, is no concern of ours.
  server.on("error", () => {});
  const listener = server.listen(options.port, options.host);
  await once(listener, "listening").catch((cause: unknown) => {
    throw new CodedError("port-taken", `\`${options.port}\` of \`LICET_INBOUND_PORT\``, { cause });
  });
  return {
    port: (listener.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function isOurs(address: string, { bounceAddress, key }: InboundOptions): boolean {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at).toLowerCase();
  if (address.slice(at + 1).toLowerCase() !== bounceAddress.domain.toLowerCase()) return false;
  const name = bounceAddress.local.toLowerCase();
  if (local === name || known.includes(local)) return true;
  // A token that is not true was made up, or comes from another installation.
  return local.startsWith(`${name}+`) && findLetterToken(local, key) !== null;
}

/** Null: taken. Each recipient may name another letter; one who is taken is enough. */
async function takeAll(
  stream: SMTPServerDataStream,
  { reversePath, forwardPaths }: Omit<ArrivedMail, "raw">,
  { hear, contact }: InboundOptions,
): Promise<Error | null> {
  const late = setTimeout(() => stream.destroy(new Error("too slow")), dataMs);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  } finally {
    clearTimeout(late);
  }
  if (stream.sizeExceeded) return answer(552, "5.3.4 a report is smaller than this");
  const raw = Buffer.concat(chunks);
  const taken: TakenIn[] = [];
  for (const path of forwardPaths) taken.push(await hear({ reversePath, forwardPaths: [path], raw }));
  if (taken.includes("taken")) return null;
  const to = await contact();
  return answer(550, `5.7.1 nobody reads mail at this address${to === null ? "" : `; write to ${to}`}`);
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
