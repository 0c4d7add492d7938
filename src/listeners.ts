// The ears of a server: the inbound SMTP listener, as the settings say.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ArrivedMail } from "./app/listening/heard.ts";
import type { Listening } from "./app/listening/listening.ts";
import { type TakenIn, takeIn } from "./app/listening/take-in.ts";
import type { World } from "./app/ports.ts";
import type { Config } from "./config.ts";
import { CodedError } from "./errors.ts";
import { type Inbound, openInbound } from "./smtp/inbound.ts";
import { understand } from "./smtp/understand.ts";

/** What letters bear, by what is listened to. */
export function listeningOf({ listening }: Config): Listening {
  return { bounceAddress: listening.bounceAddress ?? null };
}

/** Understands a mail and puts it on record. */
export async function hear(world: World, mail: ArrivedMail, source: string): Promise<TakenIn> {
  const heard = await understand(mail, world.secrets.tokenKey);
  const evidence = createHash("sha256").update(mail.raw).digest("hex");
  return takeIn(world, heard, { source, at: world.clock.now(), evidence });
}

export interface Listeners {
  close(): Promise<void>;
}

/** @throws CodedError `port-taken`, `file-unreadable`. */
export async function openListeners(world: World, { listening }: Config): Promise<Listeners> {
  const { bounceAddress, inbound, inboundTls } = listening;
  const open: Inbound[] = [];
  if (bounceAddress && inbound)
    open.push(
      await openInbound({
        ...inbound,
        tls: inboundTls ? { cert: read(inboundTls.certificate), key: read(inboundTls.key) } : null,
        bounceAddress,
        key: world.secrets.tokenKey,
        hear: (mail) => hear(world, mail, "inbound:smtp"),
        contact: () => contactOf(world),
      }),
    );
  return {
    async close() {
      await Promise.all(open.map((listener) => listener.close()));
    },
  };
}

/** Where the controller reads mail. */
async function contactOf(world: World): Promise<string | null> {
  const senders = Object.values((await world.store.setup.current())?.senders ?? {});
  const sender = senders[0]?.content;
  return sender ? (sender.replyTo ?? sender.address) : null;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CodedError("file-unreadable", `\`${file}\` of \`LICET_INBOUND_TLS\``, { cause });
  }
}
