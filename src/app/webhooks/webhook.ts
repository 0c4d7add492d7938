// A webhook: another system that is told of changes, and how far it has taken them.
import type { Instant } from "../../core/instant.ts";

/** What it can be told of. */
export const WEBHOOK_EVENTS = {
  "permission.changed": "somebody may be written to for a purpose, or no longer",
  "subject.erased": "somebody was erased, and is to be erased elsewhere too",
} as const;

export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;

export function isWebhookEvent(text: string): text is WebhookEvent {
  return Object.hasOwn(WEBHOOK_EVENTS, text);
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Whether it is told addresses, beside subject keys. */
  readonly withAddresses: boolean;
  readonly addedBy: string;
  readonly addedAt: Instant;
  /** The number up to which it has taken the changes. */
  readonly taken: number;
  /** Failures in a row. */
  readonly failures: number;
  readonly failingSince: Instant | null;
  /** What came of the last attempt that failed, as `503`. */
  readonly lastFailure: string | null;
  readonly dueAt: Instant;
  readonly disabledAt: Instant | null;
}

/** A webhook that one delivery has to itself for a while. */
export interface LeasedWebhook extends Webhook {
  readonly lease: string;
}

/** Writes of a delivery take effect only while it has the lease; they answer whether it had. */
export interface WebhooksTable {
  add(
    webhook: Pick<Webhook, "id" | "url" | "events" | "withAddresses" | "addedBy" | "addedAt" | "taken">,
  ): Promise<void>;
  list(): Promise<readonly Webhook[]>;
  remove(id: string): Promise<boolean>;
  /** Tries a disabled or failing one again at once. */
  resume(id: string, at: Instant): Promise<boolean>;
  /** Leases one that is due and has changes to take; null: there is none. */
  claim(lease: string, at: Instant, until: Instant): Promise<LeasedWebhook | null>;
  /** It has taken the changes up to a number, and the lease lasts longer. */
  took(webhook: LeasedWebhook, number: number, until: Instant): Promise<boolean>;
  failed(
    webhook: LeasedWebhook,
    failure: {
      readonly what: string;
      readonly at: Instant;
      readonly dueAt: Instant;
      readonly disable: boolean;
    },
  ): Promise<boolean>;
  release(webhook: LeasedWebhook): Promise<boolean>;
}
