// A standing as its row holds it: without the lists that are empty, which most of them are.
import { initialStanding, type Standing } from "../core/standing.ts";

export function storedStanding(standing: Standing): Partial<Standing> {
  const stored: Partial<Record<keyof Standing, unknown>> = {};
  for (const list in standing) {
    const facts = standing[list as keyof Standing];
    if (facts.length > 0) stored[list as keyof Standing] = facts;
  }
  return stored as Partial<Standing>;
}

/** Also of an older version, which lacks the lists that it did not know. */
export function standingIn(stored: object | null): Standing {
  return { ...initialStanding, ...stored };
}
