// The certificate of a port, and its key.
import { readFileSync } from "node:fs";
import type { CertificateFiles } from "./config.ts";
import { CodedError } from "./errors.ts";

/**
 * @param setting - that names them.
 * @throws CodedError `file-unreadable`.
 */
export function readCertificate(
  setting: string,
  { certificate, key }: CertificateFiles,
): { readonly cert: Buffer; readonly key: Buffer } {
  const read = (file: string) => {
    try {
      return readFileSync(file);
    } catch (cause) {
      throw new CodedError("file-unreadable", `\`${file}\` of \`${setting}\``, { cause });
    }
  };
  return { cert: read(certificate), key: read(key) };
}
