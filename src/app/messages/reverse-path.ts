// Where the reports on a letter go that could not be delivered: the one place that decides it.
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";
import type { Sender } from "../setup/setup.ts";

/** Which letter it is: the one of a campaign to a person, or a single mail (no campaign). */
export interface LetterKey {
  readonly subject: SubjectId;
  readonly campaign: string | null;
}

/** The address of MAIL FROM (RFC 5321 4.1.1.2). */
export function reversePathOf(_world: World, sender: Sender, _letter: LetterKey): string {
  return sender.address;
}
