// A mailbox of another server in which reports arrive, read by IMAP as long as a server runs.
import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import type { ArrivedMail } from "../app/listening/heard.ts";
import type { TakenIn } from "../app/listening/take-in.ts";
import { CodedError } from "../errors.ts";
import { mostBytes } from "./understand.ts";

export interface ImapOptions {
  /** `imaps://user:password@host/INBOX?move=FOLDER` */
  readonly url: string;
  /** Takes a mail in; what it resolves to is on record. */
  readonly hear: (mail: ArrivedMail) => Promise<TakenIn>;
  /** Hears why the mailbox could not be read; it is tried again. Never with an address or a password. */
  readonly onFault: (reason: string) => void;
}

/** Put on every mail that was looked at, so that none is looked at twice: a keyword (RFC 9051 2.3.2). */
const looked = "$LicetRead";

/** What was looked at in a mailbox whose server keeps no keywords: UIDs, until it numbers its mails anew (RFC 9051 2.3.1.1). */
interface Looked {
  numbering: bigint;
  readonly uids: Set<number>;
}

/** A mailbox that cannot tell of new mail is looked into so often; one that can, tells at once (RFC 2177). */
const everyMs = 60_000;
const firstPauseMs = 1000;
const longestPauseMs = 300_000;

interface Place {
  readonly folder: string;
  readonly move: string | null;
  readonly connect: () => ImapFlow;
  readonly looked: Looked;
}

/**
 * Reads the mailbox until the signal comes. What was understood is marked as read, or moved; what was not stays unread, for
 * whoever looks after the mailbox. A lost connection is opened again, after pauses that grow to five minutes.
 *
 * @throws CodedError `setting-malformed`.
 */
export async function readImapMailbox(options: ImapOptions, signal: AbortSignal): Promise<void> {
  const place = readPlace(options.url);
  let pause = firstPauseMs;
  while (!signal.aborted) {
    const client = place.connect();
    // Without a listener, an error of the line would end the process; what it means is told by the command that fails.
    client.on("error", () => {});
    const leave = () => client.close();
    signal.addEventListener("abort", leave);
    try {
      await client.connect();
      await client.mailboxOpen(place.folder);
      pause = firstPauseMs;
      await readOn(client, place, options, signal);
    } catch (error) {
      if (!signal.aborted) options.onFault(reasonOf(error));
    } finally {
      signal.removeEventListener("abort", leave);
      client.close();
    }
    await sleep(pause, undefined, { signal }).catch(() => {});
    pause = Math.min(pause * 2, longestPauseMs);
  }
}

async function readOn(
  client: ImapFlow,
  place: Place,
  options: ImapOptions,
  signal: AbortSignal,
): Promise<void> {
  let wake = () => {};
  client.on("exists", () => wake());
  client.on("close", () => wake());
  while (!signal.aborted && client.usable) {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await readNew(client, place, options);
    const waiting = new AbortController();
    await Promise.race([woken, sleep(everyMs, undefined, { signal: waiting.signal }).catch(() => {})]);
    waiting.abort();
  }
}

async function readNew(client: ImapFlow, place: Place, { hear }: ImapOptions): Promise<void> {
  const { move } = place;
  const known = knownIn(client, place.looked);
  const found = await client.search(
    { deleted: false, ...(known === null && { unKeyword: looked }) },
    { uid: true },
  );
  for (const uid of found || []) {
    if (known?.has(uid)) continue;
    const head = await client.fetchOne(uid, { size: true, uid: true }, { uid: true });
    if (!head) continue;
    const taken = (head.size ?? 0) > mostBytes ? "left" : await hear(await arrivedMail(client, uid));
    known?.add(uid);
    await client.messageFlagsAdd(uid, taken === "taken" ? [looked, "\\Seen"] : [looked], { uid: true });
    if (taken === "taken" && move !== null) await client.messageMove(uid, move, { uid: true });
  }
}

/** Null: the server keeps keywords (RFC 9051 7.1, PERMANENTFLAGS). */
function knownIn({ mailbox }: ImapFlow, known: Looked): Set<number> | null {
  if (!mailbox) return null;
  const { permanentFlags: kept, uidValidity } = mailbox;
  if (kept === undefined || kept.has("\\*") || kept.has(looked)) return null;
  if (known.numbering !== uidValidity) known.uids.clear();
  known.numbering = uidValidity;
  return known.uids;
}

/** The envelope is gone by now; what is left of it stands in the headers. */
async function arrivedMail(client: ImapFlow, uid: number): Promise<ArrivedMail> {
  const mail = await client.fetchOne(uid, { source: true }, { uid: true });
  const raw = mail ? mail.source : undefined;
  return { reversePath: null, forwardPaths: [], raw: raw ?? Buffer.alloc(0) };
}

function readPlace(text: string): Place {
  const url = new URL(text);
  const secure = url.protocol === "imaps:";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const loopback = host === "localhost" || host === "::1" || host.startsWith("127.");
  if (host === "" || url.username === "")
    throw new CodedError("setting-malformed", "`LICET_IMAP_URL` should name a user, a password and a host");
  const connect = () =>
    new ImapFlow({
      host,
      port: url.port === "" ? (secure ? 993 : 143) : Number(url.port),
      secure,
      // RFC 8314 3.2: a password never goes over an open line, unless it does not leave this machine.
      ...(secure || loopback ? {} : { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      tls: { minVersion: "TLSv1.2", rejectUnauthorized: !loopback },
      logger: false,
      autoIdleDelay: 500,
    });
  const folder = decodeURIComponent(url.pathname.slice(1)) || "INBOX";
  const none = { numbering: 0n, uids: new Set<number>() };
  return { folder, move: url.searchParams.get("move"), connect, looked: none };
}

/** What imapflow says of a failure, by its codes alone: its words may quote what was sent. */
function reasonOf(error: unknown): string {
  const { code, authenticationFailed, responseStatus } = error as {
    code?: string;
    authenticationFailed?: boolean;
    responseStatus?: string;
  };
  if (authenticationFailed) return "the user or the password was refused";
  return code ?? responseStatus ?? "the connection was lost";
}
