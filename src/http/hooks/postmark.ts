// Postmark, which signs nothing and sends a user and a password that stand in the address of the hook.
import { z } from "@hono/zod-openapi";
import type { ProviderEvent } from "../../app/listening/take-in-event.ts";
import { judge } from "../../mail/bounce-words.ts";
import { type Hook, isSame, readBody, said, unverified } from "./hook.ts";

const body = z.looseObject({
  RecordType: z.string(),
  ID: z.union([z.int(), z.string()]).optional().catch(undefined),
  MessageID: said,
  Type: said,
  Email: said,
  Recipient: said,
  Description: said,
  Details: said,
  Metadata: z.record(z.string(), z.string()).optional().catch(undefined),
  BouncedAt: said,
  ChangedAt: said,
  SuppressSending: z.boolean().optional().catch(undefined),
  SuppressionReason: said,
  Origin: said,
});

/** Source: Postmark, "Bounce API": types of bounces. What is not named here says nothing of the person. */
const gone = ["HardBounce", "BadEmailAddress"];
const soft = ["SoftBounce", "DnsError", "Unknown", "ManuallyDeactivated"];
const ours = ["SpamNotification", "VirusNotification", "Blocked", "SMTPApiError", "DMARCPolicy"];

export function postmarkHook(password: string): Hook {
  const right = `Basic ${Buffer.from(password).toString("base64")}`;
  return async ({ header, body: raw }) => {
    if (!isSame(header("authorization") ?? "", right))
      throw unverified("the user or the password is not right");
    const told = readBody(raw, body);
    const at = told.BouncedAt ?? told.ChangedAt;
    const event = {
      // Its key may have lost its case on the way.
      clues: Object.values(told.Metadata ?? {}).join(" "),
      email: told.Email ?? told.Recipient ?? null,
      at: at === undefined ? null : Date.parse(at),
      id: `${told.RecordType} ${told.ID ?? told.MessageID}`,
    };
    return eventsOf(told).map((one) => ({ ...event, ...one }) as ProviderEvent);
  };
}

type Told = Omit<Extract<ProviderEvent, { kind: "bounce" }>, "clues" | "email" | "at" | "id">;

function eventsOf(
  told: z.output<typeof body>,
): readonly (Told | { readonly kind: "complaint" | "leaving" })[] {
  const { RecordType, Type = "", SuppressionReason, Origin, SuppressSending } = told;
  if (RecordType === "SpamComplaint" || Type === "SpamComplaint") return [{ kind: "complaint" }];
  if (RecordType === "SubscriptionChange")
    return SuppressSending && SuppressionReason === "ManualSuppression" && Origin === "Recipient"
      ? [{ kind: "leaving" }]
      : [];
  if (RecordType !== "Bounce") return [];
  if (Type === "Unsubscribe") return [{ kind: "leaving" }];
  const words = `${told.Details ?? ""} ${told.Description ?? ""}`;
  if (gone.includes(Type)) return [{ kind: "bounce", ...judge(told.Details ?? "", null, "gone") }];
  if (soft.includes(Type)) return [{ kind: "bounce", ...judge(words, null, "soft") }];
  return ours.includes(Type) ? [{ kind: "bounce", ...judge(words, null, "ours") }] : [];
}
