// The built-in mailbox: an SMTP server on this machine that takes every mail and sends none on, for demos and tests.
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** A mail as it came in. */
export interface IncomingMail {
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly raw: Buffer;
}

export interface Mailbox {
  /** For `openRelay`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the mailbox on 127.0.0.1.
 *
 * @param onMail - called once for each recipient; only when it has resolved does the sender hear 250. If it rejects,
 *   the sender hears 451 and may try again.
 * @param options - `port`, default 0: any free one.
 */
export async function openMailbox(
  onMail: (mail: IncomingMail) => Promise<void>,
  options: { readonly port?: number } = {},
): Promise<Mailbox> {
  const server = new SMTPServer({
    banner: "Licet mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      take(stream, session, onMail).then(
        () => callback(null, "2.6.0 kept in the mailbox"),
        () =>
          callback(Object.assign(new Error("4.3.0 the mailbox could not keep it"), { responseCode: 451 })),
      );
    },
  });
  // A client that breaks off is no concern of the mailbox.
  server.on("error", () => {});
  const listener = server.listen(options.port ?? 0, "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    listener.once("listening", resolve);
    server.once("error", reject);
  });
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  onMail: (mail: IncomingMail) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const reversePath = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
  for (const recipient of session.envelope.rcptTo)
    await onMail({ reversePath, forwardPath: recipient.address, raw });
}
