// How far an audit has come: what it carries from one page to the next, sealed so that it can be taken up again later.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { LogEdge } from "./verify.ts";

export interface AuditMark {
  /** Of the log that was audited. */
  readonly origin: string;
  /** Hash of the certificates that its timestamps were held against. */
  readonly anchors: string;
  /** When the part up to here was begun, and when it was reached. */
  readonly begunAt: Instant;
  readonly reachedAt: Instant;
  /** The log up to its newest page that was found sound. */
  readonly edge: LogEdge;
  /** The people whose standing and permissions were found to follow, in the order of their keys. */
  readonly people: PeopleReached;
}

export interface PeopleReached {
  /** The last of them; null: none yet. */
  readonly after: SubjectId | null;
  readonly people: number;
  readonly outdated: number;
}

/** One line for the seal, one for the mark. Whoever cannot derive the key cannot make one, nor change it unseen. */
export function sealMark(mark: AuditMark, key: Buffer): string {
  const text = JSON.stringify(mark);
  return `${sealOf(text, key).toString("base64")}\n${text}\n`;
}

/** Null where it was not sealed with this key, or is of another log. */
export function openMark(sealed: string, key: Buffer, origin: string): AuditMark | null {
  const [seal = "", text = ""] = sealed.split("\n");
  const given = Buffer.from(seal, "base64");
  const due = sealOf(text, key);
  if (given.length !== due.length || !timingSafeEqual(given, due)) return null;
  const mark = JSON.parse(text) as AuditMark;
  return mark.origin === origin ? mark : null;
}

/** Bound to how a mark is written: one of another version of Licet is not taken for this one. */
function sealOf(text: string, key: Buffer): Buffer {
  return createHmac("sha256", key).update(`licet audit mark 1\n${text}`).digest();
}
