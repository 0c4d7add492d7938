// The server of bench/forms.ts, in a process of its own: the public face of Licet, and a page of the same bytes without it.
import { Hono } from "hono";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { noPost, worldOver } from "../ground.ts";

const [url = "", ownerUrl = ""] = process.argv.slice(2);
const { world, store } = await worldOver(url, ownerUrl, noPost);
const never = { requests: Number.MAX_SAFE_INTEGER, windowSeconds: 60 };
const licet = createApp(world, {
  mailbox: false,
  ready: () => true,
  limits: { posts: never, forms: { network: never, form: never } },
});
const shown = await licet.request("/f/sign-up?lang=en");
const page = await shown.text();
const headers = Object.fromEntries(shown.headers);
const bare = new Hono().get("/f/:form", (c) => c.html(page, 200, headers));

const servers = [await serve(licet, 0), await serve(bare, 0)];
process.stdout.write(`${JSON.stringify(servers.map(({ port }) => port))}\n`);
process.stdin.resume().on("end", async () => {
  for (const server of servers) await server.close();
  await store.close();
});
