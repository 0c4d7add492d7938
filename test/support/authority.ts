// A time-stamping authority of one's own for a test: `openssl ts` under a CA made on the spot, and a web server before it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

export interface Authority {
  /** The certificate of its CA, PEM. */
  readonly anchors: string;
  /** Answers a request in DER, signing with one of its certificates. */
  answer(request: Uint8Array, certificate?: keyof typeof certificates): Buffer;
  close(): void;
}

/** What it may sign with, and what is wrong with all but the first. */
const certificates = {
  good: ["stamps", "200101000000Z", "401231235959Z"],
  expired: ["stamps", "200101000000Z", "201231235959Z"],
  "for-more": ["more", "200101000000Z", "401231235959Z"],
  "not-critical": ["uncritical", "200101000000Z", "401231235959Z"],
  "for-anything": ["anything", "200101000000Z", "401231235959Z"],
} as const;

/** The policy that it works under. */
export const authorityPolicy = "1.2.3.4.1";

/** @param openssl - the program. */
export function openAuthority(openssl: string): Authority {
  const folder = mkdtempSync(join(tmpdir(), "licet-authority-"));
  const run = (line: string, ...more: string[]) =>
    execFileSync(openssl, [...line.split(" "), ...more], { cwd: folder, stdio: "pipe" });
  for (const [name, content] of [
    ["openssl.cnf", settings],
    ["index.txt", ""],
    ["serial", "01"],
    ["stamps", "01"],
  ] as const)
    writeFileSync(join(folder, name), content);

  const newKey = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
  const certify = (name: string, by: string, [extensions, from, to]: readonly [string, string, string]) => {
    run(
      `req -config openssl.cnf -new ${newKey} -keyout ${name}.key -out ${name}.csr -subj`,
      `/O=Stamps of Test/CN=${name}`,
    );
    run(
      `ca -config openssl.cnf -name ca -batch -notext -cert ${by}.pem -keyfile ${by}.key -extensions ${extensions}`,
      ...`-startdate ${from} -enddate ${to} -in ${name}.csr -out ${name}.pem`.split(" "),
    );
  };
  run(
    `req -x509 -config openssl.cnf -extensions authority ${newKey} -keyout root.key -out root.pem -days 3650 -subj`,
    "/O=Stamps of Test/CN=root",
  );
  // As in life: what the anchor has signed is an authority, whose certificate comes along with the timestamp.
  certify("between", "root", ["authority", "200101000000Z", "401231235959Z"]);
  for (const [name, form] of Object.entries(certificates)) certify(name, "between", form);

  return {
    anchors: readFileSync(join(folder, "root.pem"), "utf8"),
    answer(request, certificate = "good") {
      writeFileSync(join(folder, "request"), request);
      const reply = "ts -reply -config openssl.cnf -section stamping -queryfile request -signer good.pem";
      run(`${reply} -inkey good.key -chain between.pem -out response`);
      if (certificate !== "good") {
        // `openssl ts` signs with no certificate that is wrong: the same content, signed by other means.
        run(`${reply} -inkey good.key -token_out -out token`);
        run("cms -verify -noverify -binary -inform DER -in token -out content");
        run(
          `cms -sign -binary -nodetach -cades -md sha256 -econtent_type 1.2.840.113549.1.9.16.1.4 -in content`,
          ...`-signer ${certificate}.pem -inkey ${certificate}.key -certfile between.pem`.split(" "),
          ...`-outform DER -out token`.split(" "),
        );
        run("ts -reply -config openssl.cnf -section stamping -in token -token_in -out response");
      }
      return readFileSync(join(folder, "response"));
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** A web server that answers with what `answer` makes of each request, or as that wishes. */
export async function serveStamps(
  answer: (request: Buffer, response: ServerResponse) => Buffer | null,
): Promise<{ readonly address: string; readonly asked: IncomingMessage[]; close(): Promise<void> }> {
  const asked: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    asked.push(request);
    const made = answer(await buffer(request), response);
    if (made === null) return;
    response.setHeader("Content-Type", "application/timestamp-reply");
    response.end(made);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const settings = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[stamps]
extendedKeyUsage = critical, timeStamping
authorityKeyIdentifier = keyid
[more]
extendedKeyUsage = critical, timeStamping, clientAuth
[uncritical]
extendedKeyUsage = timeStamping
[anything]
basicConstraints = CA:false
[ca]
database = index.txt
serial = serial
new_certs_dir = .
policy = any
default_md = sha256
[any]
organizationName = supplied
commonName = supplied
[stamping]
serial = stamps
default_policy = ${authorityPolicy}
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
`;
