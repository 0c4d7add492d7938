// Timestamps of checkpoints: a time-stamping authority signs that it was shown the hash of a note, and when.
// Source: RFC 3161; RFC 5816 (ESSCertIDv2); RFC 5652 (CMS); RFC 5280 (certificates).
import { hash } from "node:crypto";
import { fromBER, Integer, OctetString, type Sequence } from "asn1js";
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import type { Instant } from "../core/instant.ts";
import { readCertificates, type Signer, signerFault, signerOf } from "./timestamp-signer.ts";

/** Everything that a timestamp can be found wrong in. */
export const timestampFaults = {
  malformed: "it is no timestamp (RFC 3161)",
  refused: "the authority refused to stamp it",
  "other-note": "it is of something else than this checkpoint",
  "other-request": "it answers another request",
  "other-policy": "it was made under another policy than the one asked for",
  "weak-hash": "it rests on a hash that is no longer trusted",
  "no-signer": "it does not bear the certificate that it was signed with",
  "wrong-signature": "its signature does not match",
  "other-certificate": "it was signed for another certificate",
  "not-for-timestamps": "the certificate that it was signed with is not one for time-stamping alone",
  expired: "the certificate that it was signed with was not valid at that time",
  untrusted: "no certificate that is trusted here leads to the one that it was signed with",
  "wrong-time": "its time is not that at which it was asked for",
} as const;
export type TimestampFault = keyof typeof timestampFaults;

/** What a timestamp says. */
export interface Timestamp {
  /** By the clock of the authority. */
  readonly at: Instant;
  /** Who signed it, as its certificate has it. */
  readonly by: string;
  /** Object identifier of the policy that the authority worked under. */
  readonly policy: string;
}

export type TimestampCheck =
  | ({ readonly ok: true } & Timestamp)
  /** What it says is told also where nothing but the trust in its signer is missing. */
  | { readonly ok: false; readonly fault: TimestampFault; readonly said?: Timestamp };

const sha256 = "2.16.840.1.101.3.4.2.1";
const tstInfo = "1.2.840.113549.1.9.16.1.4";

/**
 * Checks a timestamp, offline. That a certificate was revoked is not looked up.
 *
 * @param token - the TimeStampToken in DER.
 * @param note - what was stamped: the checkpoint with the signature of the log alone, no cosignatures.
 * @param anchors - the certificates that are trusted, PEM, one after the other; none: everything is checked up to `untrusted`.
 */
export async function verifyTimestamp(
  token: Uint8Array,
  note: string,
  anchors: string,
): Promise<TimestampCheck> {
  try {
    const read = readToken(token);
    return read === null ? wrong("malformed") : await check(read, note, anchors);
  } catch {
    // The parser throws at whatever it cannot follow, and some of that it finds only on the way.
    return wrong("malformed");
  }
}

/** What to ask an authority: to stamp the SHA-256 of the note, and to send its certificate along. */
export function timestampRequest(note: string, nonce: Buffer, policy: string | undefined): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
      hashedMessage: new OctetString({ valueHex: hash("sha256", note, "buffer") }),
    }),
    nonce: new Integer({ valueHex: positive(nonce) }),
    certReq: true,
    ...(policy !== undefined && { reqPolicy: policy }),
  });
  return Buffer.from(request.toSchema().toBER());
}

/** Reads the answer to such a request, and checks all of it. */
export async function readTimestampResponse(
  response: Uint8Array,
  asked: {
    readonly note: string;
    readonly nonce: Buffer;
    readonly policy: string | undefined;
    readonly anchors: string;
    readonly earliest: Instant;
    readonly latest: Instant;
  },
): Promise<
  | { readonly ok: true; readonly token: Buffer; readonly timestamp: Timestamp }
  | { readonly ok: false; readonly fault: TimestampFault }
> {
  try {
    const { status } = TimeStampResp.fromBER(Uint8Array.from(response));
    // 0: granted, 1: granted with modifications (RFC 3161 2.4.2).
    if (status.status > 1) return wrong("refused");
    const token = tokenIn(response);
    const read = token && readToken(token);
    if (!token || !read) return wrong("malformed");
    const nonce = read.info.nonce?.valueBlock.valueHexView;
    if (!nonce || !positive(asked.nonce).equals(nonce)) return wrong("other-request");
    if (asked.policy !== undefined && read.info.policy !== asked.policy) return wrong("other-policy");
    const checked = await check(read, asked.note, asked.anchors);
    if (!checked.ok) return wrong(checked.fault);
    if (checked.at < asked.earliest || checked.at > asked.latest) return wrong("wrong-time");
    return { ok: true, token, timestamp: checked };
  } catch {
    return wrong("malformed");
  }
}

interface Token {
  readonly signed: SignedData;
  readonly info: TSTInfo;
  readonly signer: Signer | null;
}

function readToken(token: Uint8Array): Token | null {
  // A copy of its own: the parser keeps views into the memory that it reads.
  const bytes = Uint8Array.from(token);
  if (fromBER(bytes).offset !== bytes.length) return null;
  const content = ContentInfo.fromBER(bytes);
  if (content.contentType !== ContentInfo.SIGNED_DATA) return null;
  const signed = new SignedData({ schema: content.content });
  const { eContent, eContentType } = signed.encapContentInfo;
  if (eContentType !== tstInfo || !eContent || signed.signerInfos.length !== 1) return null;
  return { signed, info: TSTInfo.fromBER(eContent.getValue()), signer: signerOf(signed) };
}

async function check(
  { signed, info, signer }: Token,
  note: string,
  anchors: string,
): Promise<TimestampCheck> {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = Buffer.from(hashedMessage.valueBlock.valueHexView);
  if (hashAlgorithm.algorithmId !== sha256 || !imprint.equals(hash("sha256", note, "buffer")))
    return wrong("other-note");
  if (signer === null) return wrong("no-signer");
  const data = Uint8Array.from(Buffer.from(note)).buffer;
  const matches = await signed.verify({ signer: 0, data }).catch(() => false);
  if (matches !== true) return wrong("wrong-signature");
  const fault = await signerFault(signed, signer, info.genTime, readCertificates(anchors));
  const said = { at: info.genTime.getTime() as Instant, by: signer.name, policy: info.policy };
  if (fault === "untrusted") return { ok: false, fault, said };
  return fault === null ? { ok: true, ...said } : wrong(fault);
}

/** The bytes of the token as they stand in the response: encoded anew, they might be others. */
function tokenIn(response: Uint8Array): Buffer | null {
  const { result, offset } = fromBER(Uint8Array.from(response));
  const token = (result as Sequence).valueBlock.value[1];
  return token && offset === response.length ? Buffer.from(token.valueBeforeDecodeView) : null;
}

/** As a number that is above zero and written in no more bytes than it needs, whatever the bytes are. */
function positive(nonce: Buffer): Buffer {
  return Buffer.concat([Buffer.of(1), nonce]);
}

function wrong(fault: TimestampFault): { readonly ok: false; readonly fault: TimestampFault } {
  return { ok: false, fault };
}
