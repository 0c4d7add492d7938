// Where the reports on a letter go that could not be delivered: the one place that decides it.
import type { SubjectId } from "../../core/subject-id.ts";
import { refOf } from "../../mail/letter-token.ts";
import { reportAddress } from "../listening/listening.ts";
import type { World } from "../ports.ts";
import type { Sender } from "../setup/setup.ts";

/** Which letter it is: the one of a campaign to a person, or a single mail of the outbox. */
export type LetterKey =
  | { readonly subject: SubjectId; readonly campaign: string }
  | { readonly subject: SubjectId; readonly mail: string };

/**
 * The address of MAIL FROM (RFC 5321 4.1.1.2): one for each letter where reports are heard, so that whatever comes back names
 * the letter, however little the rest of it says.
 */
export function reversePathOf({ listening, secrets }: World, sender: Sender, letter: LetterKey): string {
  if (!listening?.bounceAddress) return sender.address;
  const { subject } = letter;
  const named =
    "campaign" in letter
      ? ({ subject, of: "campaign", ref: refOf(letter.campaign) } as const)
      : ({ subject, of: "outbox", ref: refOf(letter.mail) } as const);
  return reportAddress(listening.bounceAddress, named, secrets.tokenKey);
}
