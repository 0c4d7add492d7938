// A shop as plain HTML and a Node server. `node examples/widget/node/shop.ts`, then http://127.0.0.1:8080.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { handOver, handOverLater, readConsent } from "../hand-over.ts";

const {
  LICET_URL: licet = "http://127.0.0.1:4000",
  SHOP_FOLDER: folder = ".",
  PORT: port = "8080",
} = process.env;
const orders = `${folder}/orders.jsonl`;

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
  label.field { display: block; margin: 0 0 1rem; }
  label.field input { display: block; width: 100%; box-sizing: border-box; padding: 0.6rem; font: inherit; }
  licet-consent { --licet-accent: #17553f; margin: 1.5rem 0; }
  licet-consent:not(:defined) { display: block; min-height: 36rem; }
  button { font: inherit; padding: 0.7rem 1.4rem; }
</style>
<script type="module" src="${licet}/widget/licet-consent.js"></script>
<main><h1>${title}</h1>${body}</main>
</html>`;

const checkout = () =>
  page(
    "Checkout",
    `<form method="post" action="/order">
<input type="hidden" name="reference" value="${crypto.randomUUID()}">
<label class="field">Email address <input type="email" name="email" autocomplete="email" required></label>
<licet-consent form="order"><noscript><p>Our news by email? <a href="${licet}/f/sign-up?lang=en">Sign up here.</a></p></noscript></licet-consent>
<button>Buy the boots, 149 €</button>
</form>`,
  );

/** The order first; whatever becomes of the rest, it is saved. Twice the same order is one. */
async function order(form: URLSearchParams): Promise<string> {
  const reference = form.get("reference") ?? "";
  const email = form.get("email") ?? "";
  const known = existsSync(orders) && readFileSync(orders, "utf8").includes(`"${reference}"`);
  if (!known) appendFileSync(orders, `${JSON.stringify({ reference, email })}\n`);
  const consent = readConsent(form);
  const bought = { reference, category: "shoes", paid: true };
  const said = consent
    ? await handOver({ ...consent, email, recipient: { country: "FR" }, order: bought })
    : [];
  const sentences = said.map((sentence) => `<p>${escaped(sentence)}</p>`).join("");
  return page("Thank you", `<p>Your order is ${escaped(reference.slice(0, 8))}.</p>${sentences}`);
}

const server = createServer(async (request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  let body = "";
  for await (const chunk of request) body += chunk;
  response.end(request.method === "POST" ? await order(new URLSearchParams(body)) : checkout());
});
server.listen(Number(port), "127.0.0.1", () => console.log(`the shop is at http://127.0.0.1:${port}`));
setInterval(handOverLater, 5_000);
