// The only place that knows everybody: joins the use cases with PostgreSQL, SMTP, HTTP and the clock.
import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import type { Listening } from "./app/listening/listening.ts";
import type { PostOffice, World } from "./app/ports.ts";
import type { DeclaredRelay, DeclaredRelays } from "./app/setup/relays-file.ts";
import { openAttestors } from "./attestors.ts";
import type { Config } from "./config.ts";
import type { Instant } from "./core/instant.ts";
import { openDkimKeys } from "./dkim-files.ts";
import { CodedError } from "./errors.ts";
import { readMasterKeys, readSecret } from "./key-files.ts";
import { parseAddress } from "./ledger/address.ts";
import { clockToleranceMs } from "./ledger/clock.ts";
import { openMasterKeys } from "./ledger/master-keys.ts";
import { deriveSecrets, type Secrets, subjectIdOf } from "./ledger/secrets.ts";
import { PROVIDERS } from "./mail/provider-marks.ts";
import { openEmbedded } from "./store/embedded.ts";
import { type OpenStore, openStore } from "./store/store.ts";

export interface OpenWorld {
  readonly world: World;
  /** Whether mail goes to the built-in mailbox, for want of a relay. */
  readonly mailbox: boolean;
  /** Which PostgreSQL, in words, without its password. */
  readonly database: string;
  /** Whether a server has said where letters lead. */
  readonly led: boolean;
  /** By how much this machine's clock and the database's differ at least. Milliseconds. */
  clockOffMs(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens everything a use case may touch: joins the database of a running server, or starts the embedded one for as long
 * as it is needed.
 *
 * @param serves - whether letters are to lead here, and so do those of whoever sends beside this; else they lead to the server
 * that was started last.
 * @throws CodedError of the database, the secret, the master key or the settings.
 */
export async function openWorld(config: Config, serves = false): Promise<OpenWorld> {
  makeDataFolder(config.dataFolder);
  const secrets = deriveSecrets(readSecret(config));
  const masters = openMasterKeys(() => readMasterKeys(config));
  const attestors = openAttestors(config);
  const dkimKeys = openDkimKeys(config);
  const postgres = config.databaseUrl
    ? { url: config.databaseUrl, ownerUrl: config.migrationUrl, diagnose: undefined, close: async () => {} }
    : await openEmbedded(config.dataFolder);
  let store: OpenStore | undefined;
  try {
    store = await openStore(
      postgres.url,
      secrets.fingerprint,
      masters,
      clockToleranceMs,
      postgres.ownerUrl,
      postgres.diagnose,
    );
    const opened = store;
    const own = { publicUrl: config.publicUrl, listening: listeningOf(config) };
    if (serves) await store.setBearings(own);
    const bearings = await store.bearings();
    const post = await openPost(config, store, secrets);
    const world: World = {
      store,
      post,
      clock: { now: () => Date.now() as Instant },
      ids: { next: randomUUID },
      secrets,
      attestors,
      dkimKeys,
      ...(bearings ?? own),
      attachmentsMostBytes: config.attachmentsMB * 1_000_000,
    };
    return {
      world,
      mailbox: config.smtpUrl === undefined && config.relaysFile === undefined,
      database: config.databaseUrl ? new URL(config.databaseUrl).host : "embedded PostgreSQL 18",
      led: bearings !== null,
      clockOffMs: () => clockOffMs(opened),
      close: async () => {
        try {
          await post.close();
          await store?.close();
        } finally {
          await postgres.close();
        }
      },
    };
  } catch (error) {
    await store?.close();
    await postgres.close();
    throw error;
  }
}

/** A withdrawal counts from the moment on at which its machine had it: a clock that is behind does not know it yet. Milliseconds. */
export const mostClockOffMs = 1000;

/** What the answer may have taken on its way is not held against either. */
async function clockOffMs(store: OpenStore): Promise<number> {
  const asked = Date.now();
  const there = await store.now();
  return Math.max(asked - there, there - Date.now(), 0);
}

/** What letters bear, by what is listened to. */
function listeningOf({ listening }: Config): Listening {
  const byMail = listening.inbound !== undefined || listening.imapUrl !== undefined;
  return {
    bounceAddress: listening.bounceAddress ?? null,
    byMail,
    providers: PROVIDERS.filter((name) => listening.hooks[name] !== undefined),
  };
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new CodedError("data-folder-unusable", `\`${folder}\``, { cause });
  }
}

/** @throws CodedError `file-unreadable`, `relays-malformed` with the line of each mistake. */
async function readRelays(path: string): Promise<DeclaredRelays> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new CodedError("file-unreadable", `\`${path}\` (${(cause as NodeJS.ErrnoException).code})`, {
      cause,
    });
  }
  const { readRelaysFile } = await import("./app/setup/relays-file.ts");
  const read = readRelaysFile(text);
  if (read.ok) return read.declared;
  const told = read.mistakes.map(({ line, column, problem }) => `${path}:${line}:${column}: ${problem}`);
  throw new CodedError("relays-malformed", told.join("; "));
}

/** The relays as the settings declare them; null: there are none, and mail goes to the built-in mailbox. */
export async function declaredRelays({
  smtpUrl,
  relaysFile,
}: Config): Promise<readonly Pick<DeclaredRelay, "name" | "url">[] | null> {
  if (smtpUrl !== undefined) return [{ name: "relay", url: smtpUrl }];
  return relaysFile === undefined ? null : (await readRelays(relaysFile)).relays;
}

/** How many letters the built-in mailbox is given at once. */
const mailboxWidth = 10;

/** What sends is loaded by whoever sends. */
async function openPost(config: Config, store: OpenStore, secrets: Secrets): Promise<PostOffice> {
  if (config.smtpUrl) return (await import("./smtp/relay.ts")).openRelay(config.smtpUrl);
  if (config.relaysFile) {
    const { openRelays } = await import("./smtp/relay.ts");
    return openRelays(await readRelays(config.relaysFile), { usage: store.relayUsage });
  }
  let opened: ReturnType<typeof openBuiltIn> | undefined;
  return {
    name: "mailbox",
    async deliver(lastAsk, letter) {
      opened ??= openBuiltIn(store, secrets);
      return (await opened).relay.deliver(lastAsk, letter);
    },
    width: mailboxWidth,
    async close() {
      const { relay, mailbox } = (await opened) ?? {};
      await relay?.close();
      await mailbox?.close();
    },
  };
}

async function openBuiltIn(store: OpenStore, secrets: Secrets) {
  const { openMailbox } = await import("./smtp/mailbox.ts");
  const { openRelay } = await import("./smtp/relay.ts");
  const mailbox = await openMailbox(async (mail) => {
    const address = parseAddress(mail.forwardPath);
    if (address === null) return;
    const subject = subjectIdOf(address, secrets);
    await store.mailbox.add({ ...mail, subject, receivedAt: Date.now() as Instant });
  });
  return { mailbox, relay: openRelay(mailbox.url, { width: mailboxWidth }) };
}
