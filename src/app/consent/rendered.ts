// Whether a button was pressed on a page that we rendered for this person: programs that follow links press some too.

import { hours } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { type PageToken, readPageToken, signPageToken } from "../../mail/tokens.ts";
import type { World } from "../ports.ts";

/** How long a page may stay open before it is shown anew. */
const openHours = 24;

/** What the page shows, signed, for a hidden field of its forms. */
export function signRendered(
  world: World,
  subject: SubjectId | null,
  language: Language,
  forms: PageToken["forms"] = [],
): string {
  const token = { subject, language, forms, issuedAt: world.clock.now(), nonce: world.ids.next() };
  return signPageToken(token, world.secrets.tokenKey);
}

/** Null: it is not ours, of another person, or of a page that was open for too long. */
export function readRendered(world: World, text: string, subject: SubjectId | null): PageToken | null {
  const token = readPageToken(text, world.secrets.tokenKey);
  if (token?.subject !== subject || token.issuedAt + hours(openHours) < world.clock.now()) return null;
  return token;
}
