/**
 * Where the address came from: the newest declared source, of which a bought, scraped or referred one outlives an erasure.
 *
 * Source: GDPR 14(2)(f).
 */
import type { SourceDeclared } from "./facts.ts";
import { isThirdParty } from "./third-party.ts";
import { newestSeen, type View } from "./view.ts";

/** The newest source that counts. */
export function sourceOf(view: View): SourceDeclared | null {
  return newestSeen(
    view,
    view.standing.sources,
    (source) => source.at > view.erasedAt || isThirdParty(source),
  );
}
