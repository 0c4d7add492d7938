// Brevo, which signs nothing and sends the token that was given to its webhook.
import { z } from "@hono/zod-openapi";
import type { ProviderEvent } from "../../app/listening/take-in-event.ts";
import { judge } from "../../mail/bounce-words.ts";
import { type Hook, isSame, readBody, said, unverified } from "./hook.ts";

const event = z.looseObject({
  event: z.string(),
  email: said,
  reason: said,
  "message-id": said,
  ts_event: z.number().optional().catch(undefined),
  "X-Mailin-custom": said,
});

/** Source: Brevo, "Transactional webhooks": its events. */
const classes: Readonly<Record<string, "gone" | "soft" | "ours">> = {
  hard_bounce: "gone",
  invalid_email: "gone",
  soft_bounce: "soft",
  blocked: "ours",
  error: "ours",
};

export function brevoHook(token: string): Hook {
  return async ({ header, body }) => {
    if (!isSame(header("authorization") ?? "", `Bearer ${token}`)) throw unverified("the token is not right");
    // One event, or several where its webhook is set to batches.
    return readBody(body, z.union([z.array(event), event.transform((one) => [one])])).flatMap(eventsOf);
  };
}

function eventsOf(told: z.output<typeof event>): readonly ProviderEvent[] {
  const common = {
    clues: told["X-Mailin-custom"] ?? "",
    email: told.email ?? null,
    at: told.ts_event === undefined ? null : told.ts_event * 1000,
    id: `${told.event} ${told["message-id"]} ${told.email}`,
  };
  if (told.event === "spam") return [{ kind: "complaint", ...common }];
  if (told.event === "unsubscribed") return [{ kind: "leaving", ...common }];
  const classed = classes[told.event];
  return classed === undefined
    ? []
    : [{ kind: "bounce", ...judge(told.reason ?? "", null, classed), ...common }];
}
