// A receipt: what one person's permission for one purpose rests on, with everything that proves it, as one file.
import { hash, sign, verify } from "node:crypto";
import { canonicalJson } from "./canonical.ts";
import type { LogSigner, LogVerifier } from "./checkpoint.ts";
import { isOf, keyId, readSignatureLine, signatureLine, signatureTypes } from "./note.ts";
import { receiptContext } from "./receipt-context.ts";
import type { Evidence, Statement } from "./receipt-parts.ts";
import { type ConsentRecord, recordOf } from "./receipt-record.ts";

export interface Receipt extends ConsentRecord {
  readonly "@context": typeof receiptContext;
  readonly statement: Statement;
  readonly evidence: Evidence;
  /** Signature line of a note over the hash of all the rest. */
  readonly signature: string;
}

export function makeReceipt(statement: Statement, evidence: Evidence, signer: LogSigner): Receipt {
  const unsigned = {
    "@context": receiptContext,
    ...recordOf(statement, evidence),
    statement,
    evidence,
  };
  return { ...unsigned, signature: signReceipt(unsigned, signer) };
}

/** Signs whatever the file says, so that no byte of it can be changed unseen. */
export function signReceipt(unsigned: object, signer: LogSigner): string {
  const id = keyId(signer.origin, signatureTypes.log, signer.publicKey);
  const signature = sign(null, signedText(unsigned, signer), signer.privateKey);
  return signatureLine({ name: signer.origin, id, signature });
}

/** @param file - the whole file, as it was parsed. */
export function isSigned(file: { readonly signature?: unknown }, verifier: LogVerifier): boolean {
  const { signature, ...unsigned } = file;
  if (typeof signature !== "string" || !signature.endsWith("\n")) return false;
  const line = readSignatureLine(signature.slice(0, -1));
  const own = {
    name: verifier.origin,
    id: keyId(verifier.origin, signatureTypes.log, verifier.publicKey),
  };
  return (
    line !== null &&
    isOf(line, own) &&
    verify(null, signedText(unsigned, verifier), verifier.publicKey, line.signature)
  );
}

/** No checkpoint begins so: the second line of one is a number. */
function signedText(unsigned: object, { origin }: LogVerifier): Buffer {
  return Buffer.from(`licet-receipt/v1\nsha256:${hash("sha256", canonicalJson(unsigned))}\n${origin}\n`);
}
