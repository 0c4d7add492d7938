// The server of a single-page shop: two static files, and one address that takes orders as JSON.
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { handOver, handOverLater, type Submission } from "../hand-over.ts";

const {
  LICET_URL: licet = "http://127.0.0.1:4000",
  SHOP_FOLDER: folder = ".",
  PORT: port = "8080",
} = process.env;
const file = (name: string) =>
  readFileSync(join(import.meta.dirname, name), "utf8").replaceAll("http://127.0.0.1:4000", licet);

interface Order {
  readonly email: string;
  readonly reference: string;
  /** What the element added to the form; absent where it could not be shown. */
  readonly consent?: Pick<Submission, "token" | "boxes" | "refused">;
}

const server = createServer(async (request, response) => {
  if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { email, reference, consent }: Order = JSON.parse(body);
    appendFileSync(`${folder}/orders.jsonl`, `${JSON.stringify({ reference, email })}\n`);
    const order = { reference, category: "shoes", paid: true };
    const said = consent ? await handOver({ ...consent, email, recipient: { country: "FR" }, order }) : [];
    response.setHeader("content-type", "application/json").end(JSON.stringify({ said }));
    return;
  }
  const script = request.url === "/app.js";
  response.setHeader("content-type", `text/${script ? "javascript" : "html"}; charset=utf-8`);
  response.end(file(script ? "app.js" : "index.html"));
});
server.listen(Number(port), "127.0.0.1", () => console.log(`the shop is at http://127.0.0.1:${port}`));
setInterval(handOverLater, 5_000);
