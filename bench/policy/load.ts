// Asks a policy server as Postfix does, over some connections, each with one question at a time, and tells how it went.
// Usage: node bench/policy/load.ts PORT CONNECTIONS SECONDS PEOPLE. Every second question is about nobody who is on record.
import { once } from "node:events";
import { connect } from "node:net";

const [port = 0, connections = 1, seconds = 5, people = 1] = process.argv.slice(2).map(Number);
const waited: number[] = [];
const endsAt = performance.now() + seconds * 1000;

await Promise.all(Array.from({ length: connections }, (_, nth) => askOn(nth)));
waited.sort((one, other) => one - other);
const quantile = (share: number) => waited[Math.floor((waited.length - 1) * share)] ?? 0;
console.log(JSON.stringify({ answers: waited.length / seconds, median: quantile(0.5), p99: quantile(0.99) }));

async function askOn(nth: number): Promise<void> {
  const socket = connect(port, "127.0.0.1").setNoDelay(true);
  await once(socket, "connect");
  for (let asked = nth; performance.now() < endsAt; asked += connections) {
    const recipient = `${asked % 2 === 0 ? "person" : "nobody"}-${asked % people}@example.com`;
    const askedAt = performance.now();
    socket.write(question(recipient));
    // Each answer comes in one piece: it is shorter than a packet.
    const [answer] = (await once(socket, "data")) as [Buffer];
    if (!answer.toString().endsWith("\n\n")) throw new Error("half an answer");
    waited.push(performance.now() - askedAt);
  }
  socket.destroy();
}

/** With the attributes that Postfix 3.7 sends. */
function question(recipient: string): string {
  return `request=smtpd_access_policy\nprotocol_state=RCPT\nprotocol_name=ESMTP\nclient_address=192.0.2.7\nclient_name=shop.example\nclient_port=43374\nreverse_client_name=shop.example\nserver_address=192.0.2.1\nserver_port=25\nhelo_name=shop.example\nsender=news@shop.example\nrecipient=${recipient}\nrecipient_count=0\nqueue_id=\ninstance=4536.6b0cd82d.ab1dc.0\nsize=3204\netrn_domain=\nstress=\nsasl_method=\nsasl_username=\nsasl_sender=\nccert_subject=\nccert_issuer=\nccert_fingerprint=\nccert_pubkey_fingerprint=\nencryption_protocol=\nencryption_cipher=\nencryption_keysize=0\npolicy_context=\n\n`;
}
