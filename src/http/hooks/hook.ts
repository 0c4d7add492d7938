// What every provider's hook is: it makes sure who calls, and reads what the call tells.
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { ProviderEvent } from "../../app/listening/take-in-event.ts";
import { CodedError } from "../../errors.ts";

/** A call as it came, before anything of it is believed. */
export interface Call {
  readonly header: (name: string) => string | undefined;
  /** The bytes that were signed. */
  readonly body: Buffer;
}

/**
 * Reads a call. What a provider tells that is of no concern here is no event.
 *
 * @throws CodedError `hook-unverified`, `body-malformed`.
 */
export type Hook = (call: Call) => Promise<readonly ProviderEvent[]>;

/** Nobody proved that the call comes from the provider: nothing of it is on record. */
export function unverified(why: string): CodedError {
  return new CodedError("hook-unverified", why);
}

/** In a time that tells nothing of how much of it was right. */
export function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}

/** @throws CodedError `body-malformed`. */
export function readBody<Schema extends z.ZodType>(body: Buffer | string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw new CodedError("body-malformed", "expected JSON");
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CodedError(
    "body-malformed",
    `\`${issue?.path.join(".") ?? ""}\` is not what this provider sends`,
  );
}

/** A field that may be absent, or that some provider fills with something else: then it says nothing. */
export const said = z.string().optional().catch(undefined);
