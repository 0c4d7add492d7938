// A receiver of webhooks for tests: it checks each signature by the rules of Standard Webhooks, and answers as it is told.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Received {
  readonly id: string;
  readonly body: string;
  readonly signed: boolean;
  /** The body, read. */
  readonly message: { readonly type: string; readonly timestamp: string; readonly data: Data };
}
interface Data {
  readonly changes: readonly { readonly [field: string]: unknown }[];
  readonly subjects: readonly { readonly subject: string }[];
}

export interface Receiver {
  readonly url: string;
  secret: string;
  /** Every message that came, in order, also those that were not taken. */
  readonly received: Received[];
  /** How the next requests are answered, one each; then with 204. */
  readonly answers: (number | ((response: ServerResponse) => void))[];
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const header = (name: string) => String(request.headers[name] ?? "");
    const id = header("webhook-id");
    const key = Buffer.from(receiver.secret.slice("whsec_".length), "base64");
    const own = createHmac("sha256", key)
      .update(`${id}.${header("webhook-timestamp")}.${body}`)
      .digest();
    const told = Buffer.from(header("webhook-signature").replace(/^v1,/, ""), "base64");
    const signed = told.length === own.length && timingSafeEqual(told, own);
    receiver.received.push({ id, body, signed, message: JSON.parse(body) });
    const answer = receiver.answers.shift() ?? 204;
    if (typeof answer === "number") response.writeHead(answer).end();
    else answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/licet`,
    secret: "",
    received: [],
    answers: [],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
