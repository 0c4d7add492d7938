// DNS, as a check needs it: what there is, that there is none, or that nobody answered.
import type { Finding } from "./finding.ts";
import { type Area, of } from "./finding.ts";

/** Nobody answered, with the reason: `SERVFAIL`, `TIMEOUT`, … */
export interface Unanswered {
  readonly failed: string;
}

/** An empty list: there is no such name, or no such record under it. */
export type Found<Item = string> = readonly Item[] | Unanswered;

export interface Lookup {
  /** The strings of each record put together. */
  txt(name: string): Promise<Found>;
  /** Hosts, the preferred first; `.` is the null MX of RFC 7505. */
  mx(name: string): Promise<Found>;
  /** Of either family. */
  addresses(name: string): Promise<Found>;
}

export function isUnanswered(found: Found): found is Unanswered {
  return "failed" in found;
}

export function notAnswered(area: Area, about: string, { failed }: Unanswered): Finding {
  return of(area, about).unknown(
    `DNS did not answer (${failed})`,
    "try again, or ask another server with `--dns`",
  );
}
