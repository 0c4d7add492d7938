// The client of bench/gate.ts, in a process of its own: the same stream of mails, or of recipients, to whichever server.
// Usage: node load.ts mails|recipients PORT COUNT CONNECTIONS PEOPLE RATE [NAME PASSWORD]; tells what it measured as JSON.
// RATE: how many recipients a second are to be asked for; 0: the next as soon as a connection is free.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const [what, port, count, connections, people, rate, name, password] = process.argv.slice(2);
const message = [
  "From: Lunaria <hola@lunaria.example>",
  "To: customers@lunaria.example",
  "Subject: Boots",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "New shoes for the spring, made slowly and sold without hurry.\r\n".repeat(32),
  ".",
  "",
].join("\r\n");

type Say = (text: string, ...expected: string[]) => Promise<void>;

/** The gate lets few wait at its door. */
const openedAtOnce = 20;
const open: Say[] = [];
while (open.length < Number(connections)) {
  const some = Math.min(openedAtOnce, Number(connections) - open.length);
  open.push(...(await Promise.all(Array.from({ length: some }, connect))));
}
let next = 0;
const latencies: number[] = [];
const begun = performance.now();
/** When each is to be asked for: as they come to a server whose clients know nothing of each other (a Poisson process). */
const due: number[] = [];
for (let at = begun; Number(rate) > 0 && due.length < Number(count); ) {
  at -= (Math.log(1 - Math.random()) * 1000) / Number(rate);
  due.push(at);
}
await Promise.all(open.map(work));
const seconds = (performance.now() - begun) / 1000;
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
process.stdout.write(JSON.stringify({ seconds, median: at(0.5), p99: at(0.99) }));

async function connect(): Promise<Say> {
  const socket = net.connect(Number(port), "127.0.0.1").setNoDelay(true);
  await once(socket, "connect");
  let heard = "";
  let wake = () => {};
  socket.on("data", (data) => {
    heard += data.toString("latin1");
    wake();
  });
  const replies = async (expected: readonly string[]): Promise<void> => {
    for (const code of expected)
      for (;;) {
        const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(heard)?.[0];
        if (whole === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        heard = heard.slice(whole.length);
        if (!new RegExp(`^${code}`).test(whole)) throw new Error(whole);
        break;
      }
  };
  const say: Say = async (text, ...expected) => {
    socket.write(text);
    await replies(expected);
  };
  await replies(["220"]);
  await say("EHLO tool.lunaria.example\r\n", "250");
  if (name) await say(`AUTH PLAIN ${Buffer.from(`\0${name}\0${password}`).toString("base64")}\r\n`, "235");
  return say;
}

async function work(say: Say): Promise<void> {
  if (what === "recipients") await say("MAIL FROM:<hola@lunaria.example>\r\n", "250");
  let named = 0;
  for (let nth = next++; nth < Number(count); nth = next++) {
    if (what === "mails") {
      const to = `person-${nth % Number(people)}@example.com`;
      // The commands of an envelope go together (RFC 2920).
      await say(`MAIL FROM:<hola@lunaria.example>\r\nRCPT TO:<${to}>\r\nDATA\r\n`, ...["250", "250", "354"]);
      await say(message, "250");
      continue;
    }
    // Half of them known, half not; each server answers as it must.
    const number = Math.floor(Math.random() * Number(people) * 2);
    const asked = await turnOf(nth);
    await say(`RCPT TO:<person-${number}@example.com>\r\n`, "[25]50");
    latencies.push(performance.now() - asked);
    named += 1;
    if (named % 50 === 0) await say("RSET\r\nMAIL FROM:<hola@lunaria.example>\r\n", "250", "250");
  }
  await say("QUIT\r\n", "221");
}

/** @returns from when on it waits, also for a connection. That the timer of this process is late is not the server's fault. */
async function turnOf(nth: number): Promise<number> {
  const at = due[nth];
  if (at === undefined) return performance.now();
  if (at <= performance.now()) return at;
  await sleep(at - performance.now());
  return performance.now();
}
