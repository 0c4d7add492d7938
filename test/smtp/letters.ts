// A permit and letters for the tests of the post office.
import type { Letter } from "../../src/app/messages/letter.ts";
import type { Instant } from "../../src/core/instant.ts";
import { permit } from "../../src/core/verdict.ts";

export const aPermit = permit({
  purpose: "newsletter",
  basis: "consent",
  evidence: ["fact-1"],
  jurisdiction: "ES",
  validUntil: null,
  alsoRefused: [],
  citations: [],
  obligations: [],
  tracking: "none",
  rules: "2026-11-23",
  decidedAt: 1_795_435_200_000 as Instant,
});

/** What asks at the last moment, and is told yes. */
export const withPermit = () => Promise.resolve(aPermit);

export function aLetter(forwardPath = "anna.lee@example.com", body = "Hi\r\n"): Letter {
  return {
    reversePath: "news@lunaria.example",
    forwardPath,
    raw: Buffer.from(`From: news@lunaria.example\r\nTo: ${forwardPath}\r\nSubject: Hi\r\n\r\n${body}`),
  };
}
