// A standing as its row holds it: without the lists that are empty, which most of them are.
import { initialStanding, type Standing } from "../core/standing.ts";

export function storedStanding(standing: Standing): Partial<Standing> {
  return Object.fromEntries(Object.entries(standing).filter(([, facts]) => facts.length > 0));
}

/** Also of an older version, which lacks the lists that it did not know. */
export function standingIn(stored: object | null): Standing {
  return { ...initialStanding, ...stored };
}
