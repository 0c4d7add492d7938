// The gate: a submission server (RFC 6409) for mail of other software, that lets pass only what is permitted.
import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Credential } from "../app/gate/credential.ts";
import type { HandedMail } from "../app/gate/handed-mail.ts";
import type { Reply } from "../app/gate/passage.ts";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import { FailedSignIns } from "./failed-sign-ins.ts";
import { MinuteLimit } from "./minute-limit.ts";
import { Strangers } from "./strangers.ts";

/** What the gate asks of the rest; each may reject, and then the software is asked to come again. */
export interface GateKeeper {
  signIn(name: string, password: string): Promise<Credential | null>;
  /** Null: it was revoked meanwhile. */
  asItIs(credential: Credential): Promise<Credential | null>;
  /** Null: the address for reports may stand in MAIL FROM. */
  askSender(credential: Credential, reversePath: string): Promise<Reply | null>;
  /** Null: the recipient is let in. */
  askRecipient(credential: Credential, recipient: string): Promise<Reply | null>;
  accept(credential: Credential, mail: HandedMail): Promise<Reply>;
}

export interface GateOptions {
  readonly keeper: GateKeeper;
  readonly host: string;
  readonly port: number;
  /** By which it greets (RFC 5321 4.3.1). */
  readonly name: string;
  /** PEM; null: passwords go in plain text, which only this machine may see. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** TLS from the first octet on (RFC 8314), in the place of STARTTLS. */
  readonly implicitTls: boolean;
  /** The largest mail that is taken. Octets. */
  readonly mostBytes: number;
  /** How long the octets of one mail may take, however steadily they drip; default 5 minutes. */
  readonly dataMs?: number;
  /** How long a client may say nothing; default 5 minutes, as RFC 5321 4.5.3.2.7 asks. */
  readonly silenceMs?: number;
  readonly mostClients?: number;
  /** How long a client may take to sign in; default a minute. */
  readonly signInMs?: number;
}

export interface OpenGate {
  readonly port: number;
  close(): Promise<void>;
}

/** RFC 5321 4.5.3.1.8: no fewer than that; whoever has more comes again with the rest. */
const mostRecipients = 100;

/**
 * Opens the gate. It relays for nobody who has not signed in, and says 250 only once the mail and its permits are on record.
 *
 * @throws CodedError `port-taken`.
 */
export async function openGate(options: GateOptions): Promise<OpenGate> {
  const { keeper, tls, implicitTls, mostBytes } = options;
  const failed = new FailedSignIns();
  const limits = new MinuteLimit();
  const room = new Room(Math.max(mostBytes, mostBytesAtOnce));
  const mostClients = options.mostClients ?? 200;
  // Whoever knows no password leaves room for who does, and one of them for the others.
  const strangers = new Strangers({
    fromOneNetwork: Math.ceil(mostClients / 4),
    inAll: Math.ceil((mostClients * 3) / 4),
    signInMs: options.signInMs ?? 60_000,
  });
  const server = new SMTPServer({
    name: options.name,
    banner: "Licet",
    ...(tls ?? {}),
    secure: implicitTls,
    disabledCommands: tls === null ? ["STARTTLS"] : [],
    allowInsecureAuth: tls === null,
    authMethods: ["PLAIN", "LOGIN"],
    disableReverseLookup: true,
    hideDSN: false,
    logger: false,
    size: mostBytes,
    rejectOversized: true,
    maxClients: mostClients,
    maxRecipients: mostRecipients,
    maxCommandLength: 4096,
    socketTimeout: options.silenceMs ?? 300_000,
    closeTimeout: 5000,
    onConnect({ id, remoteAddress }, callback) {
      if (strangers.enter(id, remoteAddress, () => hangUp(server, id))) callback();
      else
        callback(
          answer({ code: 421, text: "too many connections that have not signed in; come again in a moment" }),
        );
    },
    onClose({ id }) {
      strangers.leave(id);
    },
    onAuth({ username = "", password }, session, callback) {
      const { remoteAddress } = session;
      if (failed.tooMany(remoteAddress))
        return callback(
          answer({ code: 421, text: "4.7.0 too many passwords were wrong; come again in some minutes" }),
        );
      keeper.signIn(username, password ?? "").then(
        (credential) => {
          if (credential) {
            strangers.leave(session.id);
            return callback(null, { user: credential });
          }
          failed.add(remoteAddress);
          callback(answer({ code: 535, text: "5.7.8 the name or the password is wrong" }));
        },
        () => callback(answer(away)),
      );
    },
    onMailFrom({ address }, session, callback) {
      asked(session, keeper, (credential) => keeper.askSender(credential, address)).then((reply) =>
        callback(reply && answer(reply)),
      );
    },
    onRcptTo({ address }, session, callback) {
      asked(session, keeper, async (credential) =>
        limits.take(credential.id, credential.perMinute)
          ? keeper.askRecipient(credential, address)
          : {
              code: 451,
              text: "4.7.1 more recipients in a minute than this credential may have; come again",
            },
      ).then((reply) => callback(reply && answer(reply)));
    },
    onData(stream, session, callback) {
      take(stream, session, options, room).then((reply) => {
        if (reply?.code === 250) callback(null, reply.text);
        else callback(answer(reply ?? away));
      });
    },
  });
  // A client that breaks off, or speaks TLS badly, is no concern of ours.
  server.on("error", () => {});
  if (implicitTls) server.server.on("connection", (socket) => boundHandshake(server, socket, strangers));
  const listener = server.listen(options.port, options.host);
  await once(listener, "listening").catch((cause: unknown) => {
    const setting = implicitTls ? "LICET_GATE_TLS_PORT" : "LICET_GATE_PORT";
    throw new CodedError("port-taken", `\`${options.port}\` of \`${setting}\``, { cause });
  });
  return {
    port: (listener.address() as AddressInfo).port,
    close() {
      for (const shaking of server._pendingSockets.values()) shaking.destroy(brokenOff);
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A handshake that is ended without a reason ends the process (smtp-server 3 asks a socket that is gone for its protocol). */
const brokenOff = new Error("the handshake was broken off");

/** With TLS from the first octet there is a handshake before there is a connection. */
function boundHandshake(server: SMTPServer, socket: Socket, strangers: Strangers): void {
  const shaking = server._pendingSockets.get(socket);
  if (!shaking) return;
  const id = `${socket.remoteAddress} ${socket.remotePort}`;
  const hangUp = () => void shaking.destroy(brokenOff);
  if (!strangers.enter(id, socket.remoteAddress ?? "", hangUp)) return void setImmediate(hangUp);
  for (const end of ["close", "secure"]) shaking.once(end, () => strangers.leave(id));
}

function hangUp(server: SMTPServer, id: string): void {
  const connection = [...server.connections].find((one) => one.id === id);
  // To take the socket away from under a TLS handshake ends the process (Node): whoever drips one keeps the place.
  if (!connection || connection._upgrading) return;
  connection.send(421, "4.4.2 to sign in took too long");
  connection.close();
}

const away: Reply = { code: 451, text: "4.3.0 this cannot be answered now; try again later" };
/** Of all mails that are being taken together. Octets. */
const mostBytesAtOnce = 128 * 1024 * 1024;

/** By the credential as it is now: what was changed of it binds a mail that is in the midst of being handed over, too. */
async function asked<Answer extends Reply | null>(
  session: SMTPServerSession,
  keeper: GateKeeper,
  ask: (credential: Credential) => Promise<Answer>,
): Promise<Answer | Reply> {
  try {
    const now = await keeper.asItIs(session.user as Credential);
    return now === null ? { code: 535, text: "5.7.8 this credential has been revoked" } : await ask(now);
  } catch {
    return away;
  }
}

/** How many octets are held in memory, among all sessions. */
class Room {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { keeper, mostBytes, dataMs = 300_000 }: GateOptions,
  room: Room,
): Promise<Reply> {
  const late = setTimeout(() => stream.destroy(new Error("too slow")), dataMs);
  const chunks: Buffer[] = [];
  let held = 0;
  let full = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      full ||= stream.sizeExceeded || !room.take(chunk.length);
      if (full) continue;
      held += chunk.length;
      chunks.push(chunk);
    }
    if (stream.sizeExceeded) return { code: 552, text: `5.3.4 a mail may be ${mostBytes} octets long` };
    if (full) return { code: 452, text: "4.3.1 too many large mails at once; come again" };
    const { mailFrom, rcptTo, dsn } = session.envelope;
    const mail: HandedMail = {
      reversePath: mailFrom === false ? "" : mailFrom.address,
      recipients: rcptTo.flatMap(({ address: typed, dsn: notice }) => {
        const address = parseAddress(typed);
        return address === null
          ? []
          : [{ address, notify: notice?.notify ?? null, orcpt: notice?.orcpt ?? null }];
      }),
      envid: dsn?.envid ?? null,
      ret: dsn?.ret ?? null,
      from: { helo: session.hostNameAppearsAs || "unknown", protocol: session.secure ? "ESMTPSA" : "ESMTPA" },
      raw: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks),
    };
    return await asked(session, keeper, (credential) => keeper.accept(credential, mail));
  } catch {
    return away;
  } finally {
    clearTimeout(late);
    room.giveBack(held);
  }
}

function answer({ code, text }: Reply): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
