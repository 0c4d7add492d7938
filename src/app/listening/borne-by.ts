// What a letter bears so that it is known of which one something comes back.
import type { SubjectId } from "../../core/subject-id.ts";
import { type NamedLetter, refOf, signLetterToken } from "../../mail/letter-token.ts";
import type { World } from "../ports.ts";

/** Which letter it is: the one of a campaign to a person, or a single mail of the outbox. */
export type LetterKey =
  | { readonly subject: SubjectId; readonly campaign: string }
  | { readonly subject: SubjectId; readonly mail: string };

/** What one letter bears. */
export interface Borne {
  /** The address of MAIL FROM (RFC 5321 4.1.1.2): one for each letter where reports are heard, else the sender's. */
  readonly reversePath: string;
  /** A mail to this address leaves what the letter was for; null: nobody would read it. */
  readonly leaveAddress: string | null;
  /** For the headers that providers hand back. */
  readonly token: string;
}

/** Whatever comes back of the letter names it by this, however little the rest of it says. */
export function borneBy({ listening, secrets }: World, sender: string, letter: LetterKey): Borne {
  const token = (use: "report" | "leave") => signLetterToken(named(letter), use, secrets.tokenKey);
  const {
    bounceAddress: to,
    byMail,
    providers,
  } = listening ?? { bounceAddress: null, byMail: false, providers: [] };
  const report = to || providers.length > 0 ? token("report") : "";
  return {
    reversePath: to ? `${to.local}+${report}@${to.domain}` : sender,
    leaveAddress: to && byMail && "campaign" in letter ? `${to.local}+${token("leave")}@${to.domain}` : null,
    token: report,
  };
}

function named(letter: LetterKey): NamedLetter {
  const { subject } = letter;
  return "campaign" in letter
    ? { subject, of: "campaign", ref: refOf(letter.campaign) }
    : { subject, of: "outbox", ref: refOf(letter.mail) };
}
