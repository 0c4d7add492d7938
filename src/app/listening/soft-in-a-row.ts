// When letters that did not arrive for the time being add up to an address that does not work.
import { days, type Instant } from "../../core/instant.ts";
import type { DeliveryTo } from "../campaigns/campaigns-table.ts";
import type { RecordedFact } from "../ports.ts";

/** So many letters, none of which arrived, over so long: a full mailbox that nobody empties, a server that is never there. */
const letters = 5;
const overMs = days(14);

/** So long a mail server may try (RFC 5321 4.5.4.1): what has not come back by then has arrived. */
const triesForMs = days(6);

/**
 * The ids of the soft bounces in a row, oldest first, where they are enough to give the address up; else null.
 *
 * A row ends where a letter arrived, where the address was restored, and where it was given up before.
 */
export function softInARow(
  facts: readonly RecordedFact[],
  deliveries: readonly Pick<DeliveryTo, "at" | "returned">[],
  now: Instant,
): readonly string[] | null {
  const ends = [
    ...facts.filter(
      ({ type, body }) =>
        type === "address.restored" || (type === "address.bounced" && body.class !== "soft"),
    ),
    ...deliveries.filter(({ at, returned }) => returned === null && now - at > triesForMs),
  ];
  const since = Math.max(Number.NEGATIVE_INFINITY, ...ends.map(({ at }) => at));
  const row = facts
    .filter(({ type, body, at }) => type === "address.bounced" && body.class === "soft" && at > since)
    .toSorted((a, b) => a.at - b.at);
  const first = row[0];
  const last = row.at(-1);
  if (!first || !last || row.length < letters || last.at - first.at < overMs) return null;
  return row.map(({ id }) => id);
}
