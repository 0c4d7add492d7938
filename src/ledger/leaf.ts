// The bytes of a log entry: what exactly is signed when a fact, or what a campaign sent, is put into the log.
import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/** Bundles give the length of an entry two bytes: C2SP tlog-tiles. */
const longestEntryBytes = 65_535;

/** A UTF-16 code unit is at most three bytes of UTF-8. */
const mostBytesOfCharacter = 3;

/** The bytes of an entry, or a text that stands for its bytes in UTF-8: to hash it takes no copy then. */
export type Entry = Buffer | string;

/** Microseconds since the Unix epoch: as exactly as the database keeps an instant. */
export type Micros = number;

/** A fact as the database holds it now, each column as it stands. */
export interface FactRow {
  readonly subject: string;
  readonly id: string;
  readonly position: number;
  readonly type: string;
  readonly at: Micros;
  /** Both as canonical JSON; `shown` is `null` there where nothing was. */
  readonly body: string;
  readonly shown: string;
  readonly source: string;
  readonly recordedAt: Micros;
  /** When the row came about, by the clock of the database. */
  readonly writtenAt: Micros;
  /** The personal part, encrypted under the person's own key. */
  readonly sealed: Buffer | null;
  /** The connection that it came over: kept apart, so that it can go while its hash stays. Null: none was kept. */
  readonly connection: { readonly hash: Buffer; readonly forgetAt: Micros } | null;
}

/** What its entry says: as text, whose bytes in UTF-8 it is, wherever these are few enough for a bundle. */
export function factEntry(fact: FactRow): Entry {
  const text = factText(fact);
  return text.length * mostBytesOfCharacter <= longestEntryBytes ? text : asLogged(text, fact);
}

/** Its canonical JSON, put together in the order of its keys. */
export function factText(fact: FactRow): string {
  const { subject, id, position, type, at, body, shown, source, recordedAt, writtenAt, sealed } = fact;
  const { connection } = fact;
  const kept = sealed === null ? "null" : `"${sealed.toString("base64")}"`;
  // Left out where there is none: entries of before there was such a thing keep their bytes.
  const apart =
    connection === null
      ? ""
      : `"connection":{"forgetAt":"${exactTime(connection.forgetAt)}","hash":"${connection.hash.toString("base64")}"},`;
  return (
    `{"at":"${exactTime(at)}","body":${body},${apart}"id":${canonicalJson(id)},"position":${position},` +
    `"recordedAt":"${exactTime(recordedAt)}","sealed":${kept},"shown":${shown},` +
    `"source":${canonicalJson(source)},"subject":"${subject}","type":${canonicalJson(type)},` +
    `"writtenAt":"${exactTime(writtenAt)}"}`
  );
}

/** What is too long for a bundle is stood in for by its hash. */
export function asLogged(
  text: string,
  { position, subject }: { readonly position: number; readonly subject: string },
): Buffer {
  const entry = Buffer.from(text);
  if (entry.length <= longestEntryBytes) return entry;
  const digest = createHash("sha256").update(entry).digest("hex");
  return Buffer.from(canonicalJson({ entryHash: `sha256:${digest}`, position, subject }));
}

/** One message of a campaign as the database holds it now. */
export interface DeliveryRow {
  readonly subject: string;
  readonly campaign: string;
  readonly state: string;
  readonly basis: string | null;
  readonly code: string | null;
  readonly evidence: readonly string[];
  readonly jurisdiction: string;
  readonly rules: string;
  readonly position: number;
  readonly askedAt: Micros;
  readonly messageId: string | null;
  readonly handedOverAt: Micros | null;
  readonly reply: string | null;
}

export function deliveryEntry(delivery: DeliveryRow): Buffer {
  return Buffer.from(
    canonicalJson({
      ...delivery,
      askedAt: exactTime(delivery.askedAt),
      handedOverAt: delivery.handedOverAt === null ? null : exactTime(delivery.handedOverAt),
    }),
  );
}

/** Messages of one campaign that became known together. `root`: of the Merkle tree over them, by the keys of the people. */
export interface DeliveryBatch {
  readonly position: number;
  readonly campaign: string;
  readonly deliveries: number;
  readonly root: Buffer;
  readonly recordedAt: Micros;
}

export function deliveriesEntry(batch: DeliveryBatch): Buffer {
  return Buffer.from(
    canonicalJson({
      ...batch,
      type: "deliveries.recorded",
      root: batch.root.toString("base64"),
      recordedAt: exactTime(batch.recordedAt),
    }),
  );
}

/** RFC 3339 in UTC, with digits beyond the millisecond only where there are any. */
function exactTime(micros: Micros): string {
  const second = Math.floor(micros / 1_000_000);
  if (!(Math.abs(second) <= 8.64e12)) return String(micros);
  const digits = String(micros - second * 1_000_000).padStart(6, "0");
  return `${toTheSecond(second)}.${digits.endsWith("000") ? digits.slice(0, 3) : digits}Z`;
}

/** Facts that stand beside each other came at about the same time, and to write a date takes longer than to look it up. */
const seconds = new Map<number, string>();

function toTheSecond(second: number): string {
  let text = seconds.get(second);
  if (text === undefined) {
    if (seconds.size >= 10_000) seconds.clear();
    text = new Date(second * 1000).toISOString().slice(0, -".000Z".length);
    seconds.set(second, text);
  }
  return text;
}
