// Fuzzes the gate: dialogues that are kept, changed by chance, over real connections; and the reading of mails.
// Usage: node test/fuzz/gate.ts [MINUTES] [SEED]. An input that breaks a promise is kept under corpus/.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Credential } from "../../src/app/gate/credential.ts";
import type { Instant } from "../../src/core/instant.ts";
import { CodedError } from "../../src/errors.ts";
import { isFault, readPassing, rewritten, wireFault } from "../../src/mail/passing.ts";
import { unfollow } from "../../src/mail/unfollowed.ts";
import { type OpenGate, openGate } from "../../src/smtp/gate.ts";
import { seeded } from "../support/seeded.ts";

type Kind = "gate" | "mail";

export interface Fuzzed {
  readonly tried: number;
  /** The input that broke a promise, and which one. */
  readonly found: { readonly input: Buffer; readonly promise: string } | null;
}

const corpusOf = (kind: Kind) => join(import.meta.dirname, "corpus", kind);

/** The inputs that are kept, by their names. */
export function keptInputs(kind: Kind): ReadonlyMap<string, Buffer> {
  const names = readdirSync(corpusOf(kind)).sort();
  return new Map(names.map((name) => [name, readFileSync(join(corpusOf(kind), name))]));
}

const credential: Credential = {
  id: "00000000-0000-4000-8000-000000000000",
  name: "tool",
  purpose: "newsletter",
  purposes: ["newsletter"],
  contract: "named",
  followers: "strip",
  observeUntil: null,
  perMinute: null,
  createdAt: 0 as Instant,
  lastUsedAt: null,
  revokedAt: null,
};

/** A gate in front of nothing, that lets in whoever gives the password `password`. */
export interface FuzzGate extends OpenGate {
  /** What it took. */
  readonly taken: Buffer[];
}

export async function openFuzzGate(): Promise<FuzzGate> {
  const taken: Buffer[] = [];
  const gate = await openGate({
    keeper: {
      signIn: async (_, password) => (password === "password" ? credential : null),
      asItIs: async () => credential,
      askSender: async () => null,
      askRecipient: async (_, recipient) =>
        recipient.startsWith("no") ? { code: 550, text: "5.7.1 no" } : null,
      accept: async (_, { raw }) => {
        const fault = wireFault(raw);
        if (fault) return fault;
        const read = readPassing(raw);
        if (isFault(read)) return read;
        taken.push(raw);
        return { code: 250, text: "2.6.0 taken" };
      },
    },
    ...{
      name: "mail.lunaria.example",
      host: "127.0.0.1",
      port: 0,
      tls: null,
      implicitTls: false,
      mostBytes: 65_536,
    },
    ...{ dataMs: 2000, silenceMs: 2000 },
  });
  return { ...gate, taken };
}

const silenceMs = 100;

/** Says all of it, in pieces that end where `cuts` say, and hears whatever is answered until the end. */
export async function converse(port: number, input: Buffer, cuts: readonly number[]): Promise<string> {
  const socket = net.connect(port, "127.0.0.1").setNoDelay(true);
  let heard = "";
  socket.on("data", (data) => {
    heard += data.toString("latin1");
  });
  socket.on("error", () => {});
  const closed = once(socket, "close");
  // Who speaks before the greeting is hung up on.
  await once(socket, "data");
  let from = 0;
  for (const to of [...cuts, input.length]) {
    if (socket.destroyed) break;
    socket.write(input.subarray(from, to));
    from = to;
    await new Promise(setImmediate);
  }
  // A line that is cut takes with it what would have been answered.
  for (let before = -1; before !== heard.length && !socket.destroyed; ) {
    before = heard.length;
    await Promise.race([sleep(silenceMs), closed]);
  }
  socket.end();
  await closed;
  return heard;
}

/** Null: every promise was kept about this input. */
async function brokenByGate(gate: FuzzGate, input: Buffer, cuts: readonly number[]): Promise<string | null> {
  gate.taken.length = 0;
  const heard = await converse(gate.port, input, cuts);
  if (!heard.split("\r\n").every((line) => line === "" || /^\d{3}[ -]/.test(line)))
    return "every line that it says is a reply";
  for (const raw of gate.taken)
    if (!undotted(input).includes(undotted(stuffed(raw))))
      return "what it takes was said as one mail, from DATA to the dot";
  if (gate.taken.length > (heard.match(/^250 2\.6\.0 /gm) ?? []).length)
    return "what it takes it acknowledges, where the line still stands";
  return null;
}

/** As a mail goes over the wire (RFC 5321 4.5.2), with its end. */
function stuffed(raw: Buffer): Buffer {
  const text = raw.toString("latin1").replace(/(^|\r\n)\./g, "$1..");
  return Buffer.from(`${text}.\r\n`, "latin1");
}

/** A client that leaves out a dot is understood, whether or not the one that is there is taken off. */
function undotted(input: Buffer): string {
  return input.toString("latin1").replace(/(^|\r\n)\.+(?=[^\r.])/g, "$1");
}

async function brokenByMail(input: Buffer): Promise<string | null> {
  if (wireFault(input) !== null) return null;
  const read = readPassing(input);
  if (isFault(read)) return null;
  const whole = rewritten(read, [], []);
  const expected = read.body.length === 0 && !input.includes("\r\n\r\n") && input[0] !== 0x0d;
  if (!expected && !whole.equals(input)) return "a mail that is read is given back as it came";
  try {
    const { raw } = await unfollow(input);
    const again = await unfollow(raw);
    if (!again.raw.equals(raw)) return "what follows people is taken out at once";
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
  }
  return null;
}

/** Several at a time, since each connection waits for its greeting; what one does follows from the seed alone. */
export async function fuzzGate(seed: number, forMs: number): Promise<Fuzzed> {
  const done = await Promise.all(
    Array.from({ length: 8 }, (_, nth) => fuzzOne(seed + nth, performance.now() + forMs)),
  );
  return {
    tried: done.reduce((sum, { tried }) => sum + tried, 0),
    found: done.find(({ found }) => found !== null)?.found ?? null,
  };
}

async function fuzzOne(seed: number, endsAt: number): Promise<Fuzzed> {
  const below = seeded(seed);
  const inputs = { gate: [...keptInputs("gate").values()], mail: [...keptInputs("mail").values()] };
  const gate = await openFuzzGate();
  let tried = 0;
  try {
    while (performance.now() < endsAt) {
      const kind = below(4) === 0 ? "gate" : "mail";
      const input = changed(inputs[kind], below);
      const cuts = Array.from({ length: below(8) }, () => below(input.length + 1)).sort((a, b) => a - b);
      tried += 1;
      const promise = await (kind === "gate" ? brokenByGate(gate, input, cuts) : brokenByMail(input));
      if (promise !== null) return { tried, found: { input, promise: `${kind}: ${promise}` } };
    }
    return { tried, found: null };
  } finally {
    await gate.close();
  }
}

const scraps = [
  ..."\r\n|\n|\r|\r\n.\r\n|\n.\n|\r\n.\n|\n.\r\n|\0|\xff|..|:| |\t".split("|"),
  ..."EHLO x\r\n|RSET\r\n|DATA\r\n|QUIT\r\n|STARTTLS\r\n|AUTH LOGIN\r\n|MAIL FROM:<>\r\n|BDAT 5 LAST\r\n".split(
    "|",
  ),
  "RCPT TO:<yes@example.com>\r\n",
  "x".repeat(1001),
  '<img src="https://tool.example/o" width=1>',
  "Content-Type: multipart/mixed; boundary=x\r\n",
  "--x\r\n",
  "--x--\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "=\r\n",
];

/** One of the inputs, or several behind one another, with some changes. */
function changed(inputs: readonly Buffer[], below: (limit: number) => number): Buffer {
  const one = () => inputs[below(inputs.length)] ?? Buffer.alloc(0);
  let input = Buffer.concat(Array.from({ length: 1 + below(2) }, one));
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
  const { tried, found } = await fuzzGate(Number(seed), Number(minutes) * 60_000);
  // With `--expose-gc` what is left after the garbage is gone.
  globalThis.gc?.();
  const held = Math.round(process.memoryUsage().heapUsed / 1_048_576);
  console.log(`${tried.toLocaleString("en")} inputs, seed ${seed}; ${held} MB of the heap are held`);
  if (found !== null) {
    const [kind = "mail"] = found.promise.split(":");
    const name = `found-${createHash("sha256").update(found.input).digest("hex").slice(0, 12)}.txt`;
    const file = join(corpusOf(kind as Kind), name);
    writeFileSync(file, found.input);
    console.error(`${found.promise} — broken by ${file}`);
    process.exitCode = 1;
  }
}
