// Signed tokens: what a form or page showed, which consents a link confirms, whose mail a way out belongs to, who asked for a link.
import { timingSafeEqual } from "node:crypto";
import type { Instant } from "../core/instant.ts";
import type { Language } from "../core/languages.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { hmacSha256 } from "../ledger/hmac.ts";

/** What a form showed when its page was rendered. */
export interface FormToken {
  readonly form: { readonly key: string; readonly version: number };
  readonly notice: { readonly key: string; readonly version: number };
  readonly clauses: readonly { readonly key: string; readonly version: number }[];
  readonly controller: { readonly key: string; readonly version: number };
  readonly language: Language;
  /** Address of the page. */
  readonly page: string;
  readonly issuedAt: Instant;
  readonly nonce: string;
  /** Of a form inside a page of the controller's own: only that page's server may hand it over. Absent: of our own page. */
  readonly embedded?: true;
}

/** Which consents the link in a confirmation mail confirms, and until when. */
export interface ConfirmationToken {
  readonly subject: SubjectId;
  /** Ids of the `consent.given` facts. */
  readonly facts: readonly string[];
  readonly expiresAt: Instant;
}

/** Whose mail it is, and which; it never expires, because the right to stop does not. */
export interface WayOutToken {
  readonly subject: SubjectId;
  /** A uuid, of a campaign or of a mail that went through the gate; null: a mail that belongs to none. */
  readonly campaign: string | null;
}

/** A letter that was opened, or one of its links; both for people alone who said yes to that. */
export interface MeasureToken {
  readonly subject: SubjectId;
  readonly campaign: string;
  /** The number of the link in the campaign; 0: the letter itself. */
  readonly link: number;
}

/** What a page showed when it was rendered: a button that opens anything counts only with it. */
export interface PageToken {
  /** The person whom the page is about; null: it asks for an address. */
  readonly subject: SubjectId | null;
  readonly language: Language;
  /** The forms under whose wordings the page let the person join. */
  readonly forms: readonly Pick<FormToken, "form" | "controller">[];
  readonly issuedAt: Instant;
  readonly nonce: string;
}

/** A link that somebody asked for at an address: whoever has it reads that mailbox. */
export interface LinkToken {
  readonly subject: SubjectId;
  readonly page: LinkedPage;
  readonly expiresAt: Instant;
}

/** A new address that was asked for at the old one: the link goes to the new mailbox. */
export interface AddressToken {
  readonly from: SubjectId;
  readonly to: SubjectId;
  readonly change: string;
  readonly expiresAt: Instant;
}

export type LinkedPage = "preferences" | "rights";

// The kind is part of what is signed, so that one kind never passes for another. It carries the version of the shape:
// whatever bears a true signature has the shape that this file gave it.
const kinds = {
  form: "licet form token 2",
  confirmation: "licet confirmation token 1",
  page: "licet page token 1",
  link: "licet link token 1",
  address: "licet address token 1",
  wayOut: "licet way-out token 1",
  measure: "licet measure token 1",
} as const;

const jsonMacBytes = 32;
const wayOutMacBytes = 16;
const uuidBytes = 16;
const linkBytes = 2;

export function signFormToken(token: FormToken, key: Buffer): string {
  return signJson(kinds.form, token, key);
}

/** Null if it is not exactly what was signed with this key. */
export function readFormToken(text: string, key: Buffer): FormToken | null {
  return readJson<FormToken>(kinds.form, text, key);
}

export function signConfirmationToken(token: ConfirmationToken, key: Buffer): string {
  return signJson(kinds.confirmation, token, key);
}

/** Null if it is not exactly what was signed with this key. An expired token is read like any other. */
export function readConfirmationToken(text: string, key: Buffer): ConfirmationToken | null {
  return readJson<ConfirmationToken>(kinds.confirmation, text, key);
}

export function signPageToken(token: PageToken, key: Buffer): string {
  return signJson(kinds.page, token, key);
}

/** Null if it is not exactly what was signed with this key. An old one is read like any other. */
export function readPageToken(text: string, key: Buffer): PageToken | null {
  return readJson<PageToken>(kinds.page, text, key);
}

export function signLinkToken(token: LinkToken, key: Buffer): string {
  return signJson(kinds.link, token, key);
}

/** Null if it is not exactly what was signed with this key. An expired token is read like any other. */
export function readLinkToken(text: string, key: Buffer): LinkToken | null {
  return readJson<LinkToken>(kinds.link, text, key);
}

export function signAddressToken(token: AddressToken, key: Buffer): string {
  return signJson(kinds.address, token, key);
}

/** Null if it is not exactly what was signed with this key. An expired token is read like any other. */
export function readAddressToken(text: string, key: Buffer): AddressToken | null {
  return readJson<AddressToken>(kinds.address, text, key);
}

/** 64 characters: it stands in a header and three times in the body of every mail. */
export function signWayOutToken(token: WayOutToken, key: Buffer): string {
  const payload = Buffer.concat([
    uuidToBytes(token.subject),
    token.campaign === null ? Buffer.alloc(uuidBytes) : uuidToBytes(token.campaign),
  ]);
  return seal(kinds.wayOut, payload, wayOutMacBytes, key);
}

/** Null if it is not exactly what was signed with this key. */
export function readWayOutToken(text: string, key: Buffer): WayOutToken | null {
  const payload = unseal(kinds.wayOut, text, wayOutMacBytes, key);
  if (payload === null) return null;
  const campaign = payload.subarray(uuidBytes);
  return {
    subject: bytesToUuid(payload.subarray(0, uuidBytes)) as SubjectId,
    campaign: campaign.every((byte) => byte === 0) ? null : bytesToUuid(campaign),
  };
}

export function signMeasureToken({ subject, campaign, link }: MeasureToken, key: Buffer): string {
  const number = Buffer.alloc(linkBytes);
  number.writeUInt16BE(link);
  const payload = Buffer.concat([uuidToBytes(subject), uuidToBytes(campaign), number]);
  return seal(kinds.measure, payload, wayOutMacBytes, key);
}

/** Null if it is not exactly what was signed with this key. */
export function readMeasureToken(text: string, key: Buffer): MeasureToken | null {
  const payload = unseal(kinds.measure, text, wayOutMacBytes, key);
  if (payload === null) return null;
  return {
    subject: bytesToUuid(payload.subarray(0, uuidBytes)) as SubjectId,
    campaign: bytesToUuid(payload.subarray(uuidBytes, 2 * uuidBytes)),
    link: payload.readUInt16BE(2 * uuidBytes),
  };
}

function signJson(kind: string, token: object, key: Buffer): string {
  return seal(kind, Buffer.from(JSON.stringify(token)), jsonMacBytes, key);
}

function readJson<Token>(kind: string, text: string, key: Buffer): Token | null {
  const payload = unseal(kind, text, jsonMacBytes, key);
  return payload === null ? null : (JSON.parse(payload.toString()) as Token);
}

function seal(kind: string, payload: Buffer, macBytes: number, key: Buffer): string {
  return Buffer.concat([mac(kind, payload, macBytes, key), payload]).toString("base64url");
}

function unseal(kind: string, text: string, macBytes: number, key: Buffer): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  // Node's decoder skips what it does not know; only the one spelling that was given out is taken.
  if (bytes.length <= macBytes || bytes.toString("base64url") !== text) return null;
  const payload = bytes.subarray(macBytes);
  return timingSafeEqual(bytes.subarray(0, macBytes), mac(kind, payload, macBytes, key)) ? payload : null;
}

function mac(kind: string, payload: Buffer, macBytes: number, key: Buffer): Buffer {
  return Buffer.from(hmacSha256(key, `${kind}\0`, "binary", payload), "binary").subarray(0, macBytes);
}

function uuidToBytes(uuid: string): Buffer {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid))
    throw new TypeError("a way-out token is made of uuids");
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

function bytesToUuid(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
