// Fuzzes the reader of Postfix's requests: kept inputs, changed by chance, against a reader that is too simple to be wrong.
// Usage: node test/fuzz/policy.ts [MINUTES] [SEED]. An input that they read differently is kept under corpus/policy.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  mostLineOctets,
  mostRequestOctets,
  PolicyFault,
  PolicyReader,
} from "../../src/smtp/policy-request.ts";
import { seeded } from "../support/seeded.ts";

/** What was read: each request as its attributes in order, and whether something was wrong after them. */
export interface Reading {
  readonly requests: readonly (readonly (readonly [string, string])[])[];
  readonly isFaulty: boolean;
}

const corpus = join(import.meta.dirname, "corpus", "policy");

/** The inputs that are kept, by their names. */
export function keptInputs(): ReadonlyMap<string, Buffer> {
  const names = readdirSync(corpus).sort();
  return new Map(names.map((name) => [name, readFileSync(join(corpus, name))]));
}

/** As the service reads it, in chunks that end where `cuts` say. */
export function readInChunks(input: Buffer, cuts: readonly number[]): Reading {
  const reader = new PolicyReader();
  const requests: (readonly [string, string])[][] = [];
  let from = 0;
  try {
    for (const to of [...cuts, input.length]) {
      for (const request of reader.read(input.subarray(from, to))) requests.push([...request]);
      from = to;
    }
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error;
    return { requests, isFaulty: true };
  }
  return { requests, isFaulty: false };
}

/** The same, the plain way: all of it at once, line by line. */
export function readAtOnce(input: Buffer): Reading {
  const requests: [string, string][][] = [];
  const lines = input.toString("latin1").split("\n");
  const left = lines.pop() ?? "";
  let attributes: [string, string][] = [];
  let octets = 0;
  for (const line of lines) {
    octets += line.length + 1;
    const text = Buffer.from(line, "latin1").toString();
    const [, name, value] = /^([A-Za-z0-9_]+)=([^\0\r]*)$/.exec(text) ?? [];
    const ends = line === "";
    const isWrong =
      line.length > mostLineOctets ||
      octets > mostRequestOctets ||
      (ends
        ? attributes.find(([own]) => own === "request")?.[1] !== "smtpd_access_policy"
        : name === undefined || attributes.some(([own]) => own === name));
    if (isWrong) return { requests, isFaulty: true };
    if (ends) requests.push(attributes);
    else attributes.push([name ?? "", value ?? ""]);
    if (ends) [attributes, octets] = [[], 0];
  }
  return { requests, isFaulty: left.length > mostLineOctets };
}

/** @returns how many inputs were tried, and the first that was read differently, if any. */
export function fuzzPolicy(
  seed: number,
  forMs: number,
): { readonly tried: number; readonly found: Buffer | null } {
  const below = seeded(seed);
  const inputs = [...keptInputs().values()];
  const endsAt = performance.now() + forMs;
  let tried = 0;
  while (performance.now() < endsAt) {
    const input = changed(inputs, below);
    const cuts = Array.from({ length: below(8) }, () => below(input.length + 1)).sort((a, b) => a - b);
    tried += 1;
    if (!agree(readInChunks(input, cuts), readAtOnce(input))) return { tried, found: input };
  }
  return { tried, found: null };
}

function agree(one: Reading, other: Reading): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const scraps = [
  "\n",
  "\n\n",
  "=",
  "request=smtpd_access_policy\n",
  "recipient=",
  "\r",
  "\0",
  "\xff",
  "a".repeat(2048),
];

/** One of the inputs, or several behind one another, with some changes. */
function changed(inputs: readonly Buffer[], below: (limit: number) => number): Buffer {
  const one = () => inputs[below(inputs.length)] ?? Buffer.alloc(0);
  let input = Buffer.concat(Array.from({ length: 1 + below(3) }, one));
  for (let changes = below(6); changes > 0; changes -= 1) {
    const at = below(input.length + 1);
    const to = Math.min(input.length, at + below(64));
    const scrap = Buffer.from(scraps[below(scraps.length)] ?? "", "latin1");
    const between = [
      Buffer.alloc(0),
      scrap,
      input.subarray(at, to),
      Buffer.from([below(256)]),
      one().subarray(0, below(200)),
    ][below(5)] as Buffer;
    input = Buffer.concat([input.subarray(0, at), between, input.subarray(below(2) === 0 ? at : to)]);
  }
  return input;
}

if (import.meta.main) {
  const [, , minutes = "1", seed = String(Date.now() % 1_000_000)] = process.argv;
  const { tried, found } = fuzzPolicy(Number(seed), Number(minutes) * 60_000);
  console.log(`${tried.toLocaleString("en")} inputs, seed ${seed}`);
  if (found !== null) {
    const file = join(corpus, `found-${createHash("sha256").update(found).digest("hex").slice(0, 12)}.txt`);
    writeFileSync(file, found);
    console.error(`read differently: ${file}`);
    process.exitCode = 1;
  }
}
