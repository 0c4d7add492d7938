// Mailgun, which signs a token and a moment, and not what it tells: a token counts for one body alone.
import { createHash, createHmac } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { ProviderEvent } from "../../app/listening/take-in-event.ts";
import type { Clock } from "../../app/ports.ts";
import { hours } from "../../core/instant.ts";
import { judge } from "../../mail/bounce-words.ts";
import { type Hook, isSame, readBody, said, unverified } from "./hook.ts";

const number = z.number().optional().catch(undefined);
const body = z.looseObject({
  signature: z.looseObject({ timestamp: z.string(), token: z.string(), signature: z.string() }),
  "event-data": z.looseObject({
    event: z.string(),
    severity: said,
    reason: said,
    id: said,
    timestamp: number,
    recipient: said,
    "user-variables": z.looseObject({ licet: said }).optional().catch(undefined),
    envelope: z.looseObject({ sender: said }).optional().catch(undefined),
    "delivery-status": z
      .looseObject({ code: number, "enhanced-code": said, message: said, description: said })
      .optional()
      .catch(undefined),
  }),
});

/** It tries for eight hours; what is older was kept by somebody. */
const windowMs = hours(24);
const mostTokens = 20_000;

export function mailgunHook(key: string, clock: Clock): Hook {
  const bodies = new Map<string, string>();
  return async ({ body: raw }) => {
    const { signature, "event-data": told } = readBody(raw, body);
    const { timestamp, token } = signature;
    const right = createHmac("sha256", key)
      .update(timestamp + token)
      .digest("hex");
    if (!isSame(signature.signature, right)) throw unverified("the signature is not true");
    if (!(Math.abs(clock.now() - Number(timestamp) * 1000) <= windowMs)) throw unverified("it is too old");
    const hash = createHash("sha256").update(raw).digest("base64");
    if ((bodies.get(token) ?? hash) !== hash) throw unverified("its token came with something else");
    if (bodies.size >= mostTokens) bodies.delete(bodies.keys().next().value ?? "");
    bodies.set(token, hash);
    const event = {
      clues: `${told["user-variables"]?.licet ?? ""} ${told.envelope?.sender ?? ""}`,
      email: told.recipient ?? null,
      at: told.timestamp === undefined ? null : told.timestamp * 1000,
      id: `${told.event} ${told.id} ${told.recipient}`,
    };
    return eventsOf(told).map((one) => ({ ...event, ...one }) as ProviderEvent);
  };
}

function eventsOf(told: z.output<typeof body>["event-data"]) {
  if (told.event === "complained") return [{ kind: "complaint" }];
  if (told.event === "unsubscribed") return [{ kind: "leaving" }];
  // A passing failure is tried again, and ends in a delivery or in a lasting one.
  if (told.event !== "failed" || told.severity !== "permanent") return [];
  const { code, "enhanced-code": enhanced, message, description } = told["delivery-status"] ?? {};
  const words = [code, enhanced, message, description].filter((word) => word !== undefined).join(" ");
  return [{ kind: "bounce", ...judge(words, enhanced ?? null, "soft") }];
}
