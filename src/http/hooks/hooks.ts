// `POST /hooks/{provider}`: what a mail provider tells of letters that went through it. On record before it hears 200.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import { takeInEvent } from "../../app/listening/take-in-event.ts";
import type { World } from "../../app/ports.ts";
import { PROVIDERS, type Provider } from "../../mail/provider-marks.ts";
import { limitBody } from "../body-limit.ts";
import { brevoHook } from "./brevo.ts";
import type { Hook } from "./hook.ts";
import { mailgunHook } from "./mailgun.ts";
import { postmarkHook } from "./postmark.ts";
import { sendgridHook } from "./sendgrid.ts";
import { type Get, sesHook } from "./ses.ts";

/** By what each provider proves that it calls; one that is absent has no hook. */
export type HookKeys = { readonly [Name in Provider]?: string | undefined };

/** So many events of one call are put on record at once. */
const together = 20;

/** @throws CodedError `setting-malformed`. */
export function hooks(world: World, keys: HookKeys, get: Get): Hono {
  const open: { readonly [Name in Provider]: (key: string) => Hook } = {
    ses: (topic) => sesHook(topic, get),
    postmark: postmarkHook,
    mailgun: (key) => mailgunHook(key, world.clock),
    sendgrid: sendgridHook,
    brevo: brevoHook,
  };
  const app = new Hono();
  for (const provider of PROVIDERS) {
    const key = keys[provider];
    if (key === undefined) continue;
    const hook = open[provider](key);
    app.post(`/${provider}`, limitBody(5), async (c) => {
      const body = Buffer.from(await c.req.arrayBuffer());
      const events = await hook({ header: (name) => c.req.header(name), body });
      const evidence = createHash("sha256").update(body).digest("hex");
      for (let first = 0; first < events.length; first += together)
        await Promise.all(
          events
            .slice(first, first + together)
            .map((event) => takeInEvent(world, event, `relay:${provider}`, evidence)),
        );
      return c.json({ taken: events.length });
    });
  }
  return app;
}
