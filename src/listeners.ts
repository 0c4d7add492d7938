// The ears of a server: the inbound SMTP listener and the mailbox that is read, as the settings say.
import { createHash } from "node:crypto";
import type { ArrivedMail, Heard } from "./app/listening/heard.ts";
import { type TakenIn, takeIn } from "./app/listening/take-in.ts";
import type { World } from "./app/ports.ts";
import { readCertificate } from "./certificate-files.ts";
import type { Config } from "./config.ts";
import { readImapMailbox } from "./smtp/imap-mailbox.ts";
import { type Inbound, openInbound } from "./smtp/inbound.ts";
import { understand } from "./smtp/understand.ts";

/** Understands a mail and puts it on record. */
export async function hear(world: World, mail: ArrivedMail, source: string): Promise<TakenIn> {
  return (await hearAndTell(world, mail, source)).taken;
}

/** The same, and tells what was understood. */
export async function hearAndTell(
  world: World,
  mail: ArrivedMail,
  source: string,
): Promise<{ readonly heard: Heard; readonly taken: TakenIn }> {
  const heard = await understand(mail, world.secrets.tokenKey);
  const evidence = createHash("sha256").update(mail.raw).digest("hex");
  return { heard, taken: await takeIn(world, heard, { source, at: world.clock.now(), evidence }) };
}

export interface Listeners {
  close(): Promise<void>;
}

/**
 * @param onFault - hears why a mailbox could not be read.
 * @throws CodedError `port-taken`, `file-unreadable`.
 */
export async function openListeners(
  world: World,
  { listening }: Config,
  onFault: (reason: string) => void,
): Promise<Listeners> {
  const { bounceAddress, inbound, inboundTls, imapUrl } = listening;
  const open: Inbound[] = [];
  if (bounceAddress && inbound)
    open.push(
      await openInbound({
        ...inbound,
        tls: inboundTls ? readCertificate("LICET_INBOUND_TLS", inboundTls) : null,
        bounceAddress,
        key: world.secrets.tokenKey,
        hear: (mail) => hear(world, mail, "inbound:smtp"),
        contact: () => contactOf(world),
      }),
    );
  const stop = new AbortController();
  const reading =
    imapUrl &&
    readImapMailbox(
      { url: imapUrl, hear: (mail) => hear(world, mail, "inbound:imap"), onFault },
      stop.signal,
    );
  return {
    async close() {
      stop.abort();
      await Promise.all([...open.map((listener) => listener.close()), reading]);
    },
  };
}

/** Where the controller reads mail. */
async function contactOf(world: World): Promise<string | null> {
  const senders = Object.values((await world.store.setup.current())?.senders ?? {});
  const sender = senders[0]?.content;
  return sender ? (sender.replyTo ?? sender.address) : null;
}
