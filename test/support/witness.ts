// A witness for tests, as C2SP tlog-witness has it: it remembers the head that it cosigned last, and cosigns only what goes on from there.
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Witness } from "../../src/app/ledger/attestors.ts";
import type { LogVerifier } from "../../src/ledger/checkpoint.ts";
import { readCheckpoint } from "../../src/ledger/checkpoint.ts";
import { readWitnessKey } from "../../src/ledger/cosignature.ts";
import { emptyRoot, verifyConsistency } from "../../src/ledger/merkle.ts";

export interface TestWitness {
  readonly witness: Witness;
  /** Bodies of the requests that came, in order. */
  readonly asked: string[];
  /** The head that it cosigned last. */
  readonly known: { size: number; root: Buffer };
  /** The log that it knows; null: none. */
  log: LogVerifier | null;
  /** Answers the next request in place of the witness; true: it did. */
  instead: ((response: ServerResponse) => void) | null;
  close(): Promise<void>;
}

export async function openWitness(name = "witness.example/w1"): Promise<TestWitness> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.concat([Buffer.of(4), publicKey.export({ format: "der", type: "spki" }).subarray(12)]);
  const id = createHash("sha256").update(`${name}\n`).update(raw).digest().subarray(0, 4);
  const key = readWitnessKey(`${name}+${id.toString("hex")}+${raw.toString("base64")}`);
  if (key === null) throw new Error("our own key is not one");
  const known = { size: 0, root: emptyRoot };

  function cosign(note: string): string {
    const seconds = BigInt(Math.floor(Date.now() / 1000));
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(seconds);
    const body = note.slice(0, note.indexOf("\n\n") + 1);
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`), privateKey);
    return `\u2014 ${name} ${Buffer.concat([id, time, signature]).toString("base64")}\n`;
  }

  /** Status, type and body. */
  function answer(body: string): [number, string, string] {
    const [, old, lines = "", note = ""] =
      /^old (0|[1-9]\d*)\n((?:[A-Za-z0-9+/=]{44}\n)*)\n([\s\S]+)$/.exec(body) ?? [];
    const proof = lines
      .split("\n")
      .slice(0, -1)
      .map((line) => Buffer.from(line, "base64"));
    if (old === undefined || proof.length > 63) return [400, "text/plain", "malformed\n"];
    if (test.log === null || !note.startsWith(`${test.log.origin}\n`))
      return [404, "text/plain", "unknown log\n"];
    const checkpoint = readCheckpoint(note, test.log);
    if (checkpoint === null) return [403, "text/plain", "unknown key\n"];
    if (Number(old) > checkpoint.size) return [400, "text/plain", "old is newer\n"];
    if (Number(old) !== known.size) return [409, "text/x.tlog.size", `${known.size}\n`];
    if (known.size === checkpoint.size && !known.root.equals(checkpoint.root))
      return [409, "text/plain", "other root\n"];
    const consistent =
      known.size === 0
        ? proof.length === 0
        : verifyConsistency(known.size, checkpoint.size, proof, known.root, checkpoint.root);
    if (!consistent) return [422, "text/plain", "not consistent\n"];
    Object.assign(known, { size: checkpoint.size, root: checkpoint.root });
    return [200, "text/plain", cosign(note)];
  }

  const server = createServer(async (request, response) => {
    const body = await text(request);
    test.asked.push(body);
    const { instead } = test;
    test.instead = null;
    if (instead) return instead(response);
    const found = request.method === "POST" && request.url === "/add-checkpoint";
    const [status, type, answered] = found ? answer(body) : [404, "text/plain", ""];
    response.writeHead(status, { "Content-Type": type }).end(answered);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const test: TestWitness = {
    witness: { key, address },
    asked: [],
    known,
    log: null,
    instead: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return test;
}
