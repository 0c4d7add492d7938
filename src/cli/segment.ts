// Reads `--segment country=ES,FR`: who of the people of a purpose a campaign is for.
import { InvalidArgumentError } from "commander";
import type { Segment } from "../app/campaigns/campaign.ts";

/** Adds one `--segment` to those before it. Values of one kind widen it, the two kinds narrow each other. */
export function readSegment(text: string, before: Segment = {}): Segment {
  const [, kind, list = ""] = /^(country|language)=(.+)$/.exec(text.trim()) ?? [];
  const values = list.split(",").map((value) => value.trim());
  if (kind === "country" && values.every((value) => /^[a-z]{2}$/i.test(value))) {
    const codes = values.map((value) => value.toUpperCase()).map((code) => (code === "UK" ? "GB" : code));
    return { ...before, countries: [...(before.countries ?? []), ...codes] };
  }
  if (kind === "language" && values.every((value) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value)))
    return { ...before, languages: [...(before.languages ?? []), ...values] };
  throw new InvalidArgumentError("It should be like `country=ES,FR` or `language=fr`.");
}
