// Fields that several tools ask for or answer, described for a model.
import { z } from "zod";
import { parseInstant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { type Address, parseAddress } from "../ledger/address.ts";

export const email = z.string().max(1000).describe("Address of the person, as you were given it");

export const shortText = z.string().min(1).max(200);

export const purpose = z
  .string()
  .regex(/^[\w.-]{1,100}$/, "expected the key of a purpose")
  .describe("Key of a declared purpose, as in `newsletter`");

/** On its way out: an answer that did not fit its schema would be none. */
export const instant = z.string().describe("RFC 3339, in UTC");

export const at = z.iso
  .datetime({ offset: true })
  .optional()
  .describe("The moment to decide for, past or to come; leave it out for now");

export const blocks = z
  .array(shortText)
  .min(1)
  .max(50)
  .describe(
    "What stands in the message, each part by its kind, truthfully: `service` for what the contract needs; `promo`, `survey`, `cartReminder`, `referral`, `greeting` and whatever else promotes by its own name. Anything that promotes makes it advertising, which is refused",
  );

/** @throws CodedError `address-malformed`. */
export function readAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === null) throw new CodedError("address-malformed");
  return address;
}

/** Null: it was left out. @throws CodedError `query-malformed`. */
export function readAt(text: string | undefined): ReturnType<typeof parseInstant> {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (instant === null)
    throw new CodedError("query-malformed", "`at`: an instant such as `2026-11-23T12:00:00Z`");
  return instant;
}
