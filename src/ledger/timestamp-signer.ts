// Who signed a timestamp: that the certificate is the one meant, is for time-stamping alone, and leads to one that is trusted.
// Source: RFC 3161 2.3 and 2.4.1; RFC 5816; RFC 2634 5.4; RFC 5652 11; RFC 5280 6.
import { createHash } from "node:crypto";
import { type AsnType, OctetString, Sequence } from "asn1js";
import {
  BasicConstraints,
  Certificate,
  CertificateChainValidationEngine,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  type SignedData,
} from "pkijs";

/** The certificate that a timestamp was signed with, among those that it bears. */
export interface Signer {
  readonly certificate: Certificate;
  readonly name: string;
}

type SignerFault =
  | "weak-hash"
  | "other-certificate"
  | "wrong-signature"
  | "not-for-timestamps"
  | "expired"
  | "untrusted";

const oid = {
  contentType: "1.2.840.113549.1.9.3",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  extKeyUsage: "2.5.29.37",
  basicConstraints: "2.5.29.19",
  commonName: "2.5.4.3",
  organisation: "2.5.4.10",
} as const;

/** The hashes that a timestamp may rest on. */
const hashes: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
/** Signatures of certificates over MD5 or SHA-1, which can be forged. */
const weakSignatures = new Set(["1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1"]);

/** Reads certificates in PEM, one after the other. */
export function readCertificates(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g);
  return [...blocks].map(([, base64 = ""]) =>
    Certificate.fromBER(Uint8Array.from(Buffer.from(base64, "base64"))),
  );
}

export function signerOf(signed: SignedData): Signer | null {
  const sid: unknown = signed.signerInfos[0]?.sid;
  const certificate =
    sid instanceof IssuerAndSerialNumber
      ? certificatesIn(signed).find(
          ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
        )
      : undefined;
  return certificate ? { certificate, name: nameOf(certificate) } : null;
}

/** What is wrong with whoever signed, other than the signature itself; trust is asked for last. */
export async function signerFault(
  signed: SignedData,
  { certificate }: Signer,
  at: Date,
  anchors: readonly Certificate[],
): Promise<SignerFault | null> {
  const [info] = signed.signerInfos;
  if (!info || !hashes[info.digestAlgorithm.algorithmId]) return "weak-hash";
  const attributes = info.signedAttrs?.attributes ?? [];
  const signedValue = (type: string) => attributes.find((attribute) => attribute.type === type)?.values[0];
  if (signedValue(oid.contentType)?.valueBlock.toString() !== signed.encapContentInfo.eContentType)
    return "wrong-signature";
  if (!names(certificate, signedValue(oid.signingCertificateV2), signedValue(oid.signingCertificate)))
    return "other-certificate";
  if (!isForTimestamps(certificate)) return "not-for-timestamps";
  if (at < certificate.notBefore.value || at > certificate.notAfter.value) return "expired";
  return (await leadsTo(anchors, certificate, certificatesIn(signed), at)) ? null : "untrusted";
}

/** Whether the signed attribute names this certificate: else another one for the same key could stand in for it. */
function names(certificate: Certificate, v2: AsnType | undefined, v1: AsnType | undefined): boolean {
  const der = Buffer.from(certificate.toSchema().toBER());
  // SigningCertificate: a sequence whose first member is the sequence of ids; the first of these is the signer's.
  const id = first(first(v2 ?? v1));
  if (!(id instanceof Sequence)) return false;
  const [head, second] = id.valueBlock.value;
  // ESSCertID is SHA-1; ESSCertIDv2 says which hash, and is SHA-256 where it does not.
  const named = head instanceof Sequence ? hashes[first(head)?.valueBlock.toString() ?? ""] : undefined;
  const algorithm = v2 === undefined ? "sha1" : head instanceof Sequence ? named : "sha256";
  const hashed = head instanceof Sequence ? second : head;
  if (algorithm === undefined || !(hashed instanceof OctetString)) return false;
  return createHash(algorithm).update(der).digest().equals(Buffer.from(hashed.getValue()));
}

function first(block: AsnType | undefined): AsnType | undefined {
  return block instanceof Sequence ? block.valueBlock.value[0] : undefined;
}

/** One extended key usage, which is time-stamping, critical (RFC 3161 2.3); and nothing critical that we cannot read. */
function isForTimestamps(certificate: Certificate): boolean {
  const extensions = certificate.extensions ?? [];
  if (extensions.some(({ critical, parsedValue }) => critical && !parsedValue)) return false;
  const usage = extensions.find(({ extnID }) => extnID === oid.extKeyUsage);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === oid.timeStamping;
}

async function leadsTo(
  anchors: readonly Certificate[],
  signer: Certificate,
  borne: readonly Certificate[],
  at: Date,
): Promise<boolean> {
  if (anchors.length === 0) return false;
  const keyOf = ({ subjectPublicKeyInfo }: Certificate) =>
    Buffer.from(subjectPublicKeyInfo.toSchema().toBER()).toString("hex");
  const trusted = new Set(anchors.map(keyOf));
  // A cross-certificate of an anchor is of no use, and the engine gives up where its issuer is not at hand.
  const between = borne.filter(
    (other) => other !== signer && isAuthority(other) && !trusted.has(keyOf(other)),
  );
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...anchors],
    certs: [...between, signer],
    checkDate: at,
  });
  const { result, certificatePath: path = [] } = await engine.verify().catch(() => ({
    result: false,
    certificatePath: [],
  }));
  if (!result) return false;
  const issued = path.slice(0, -1);
  const withinLength = path.every((certificate, depth) => {
    const most = constraints(certificate)?.pathLenConstraint;
    // Authorities between this one and the signer: those before it, but the signer itself.
    return depth === 0 || most === undefined || depth - 1 <= Number(most);
  });
  return (
    withinLength &&
    !issued.some((certificate) => weakSignatures.has(certificate.signatureAlgorithm.algorithmId))
  );
}

function isAuthority(certificate: Certificate): boolean {
  return constraints(certificate)?.cA === true;
}

function constraints(certificate: Certificate): BasicConstraints | undefined {
  const found = certificate.extensions?.find(({ extnID }) => extnID === oid.basicConstraints)?.parsedValue;
  return found instanceof BasicConstraints ? found : undefined;
}

function certificatesIn(signed: SignedData): Certificate[] {
  return (signed.certificates ?? []).filter((one) => one instanceof Certificate);
}

/** `Common name, Organisation`. */
function nameOf({ subject }: Certificate): string {
  const named = [oid.commonName, oid.organisation].map(
    (type) => subject.typesAndValues.find((part) => part.type === type)?.value.valueBlock.value,
  );
  return named.filter((part) => part !== undefined).join(", ");
}
