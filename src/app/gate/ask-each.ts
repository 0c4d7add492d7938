// Asks for each recipient of a mail of other software, once all is known that the mail says of itself.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Unfollowed } from "../../mail/unfollowed.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import type { GivenVerdict } from "../verdicts/verdicts-table.ts";
import type { Credential } from "./credential.ts";
import type { HandedMail } from "./handed-mail.ts";
import { bareRefusal, heldBack, heldBackReply, whoHeardLately } from "./heard-lately.ts";
import { judge, refusalReply } from "./judge.ts";
import type { Passage, Reply } from "./passage.ts";

/** What became of the question for one recipient. */
export interface Asked {
  readonly recipient: HandedMail["recipients"][number];
  readonly subject: SubjectId;
  /** Of its mail in the outbox, and of the verdict on record. */
  readonly id: string;
  readonly verdict: GivenVerdict["verdict"];
  /** Why it does not go; null: it goes. */
  readonly refused: Reply | null;
}

interface Asking {
  readonly mail: HandedMail;
  /** Its recipients, in their order. */
  readonly subjects: readonly SubjectId[];
  readonly people: readonly (Person | undefined)[];
  readonly passage: Passage;
  readonly unfollowed: Unfollowed;
}

/** In the order of the recipients. */
export async function askEach(
  world: World,
  setup: Setup,
  credential: Credential,
  { mail, subjects, people, passage, unfollowed }: Asking,
  at: Instant,
): Promise<readonly Asked[]> {
  const heardLately = await whoHeardLately(world, setup, people, passage.purpose, at);
  const { stuck, pixels, links } = unfollowed;
  const followsUnasked =
    stuck.length > 0 || (pixels + links > 0 && credential.followers === "refuse")
      ? `; it follows people who did not permit that${stuck.length === 0 ? "" : ` (${stuck.slice(0, 3).join(", ")})`}`
      : null;
  return mail.recipients.map((recipient, nth): Asked => {
    const subject = subjects[nth] as SubjectId;
    const one = { recipient, subject, id: world.ids.next() };
    const verdict = judge(setup, people[nth], passage, at);
    if (verdict.outcome === "refusal") return { ...one, verdict, refused: refusalReply(world, verdict) };
    // A mail that follows people must be permitted to (ePrivacy 5(3)); one that cannot be had without is refused.
    if (followsUnasked !== null && verdict.tracking !== "full") {
      const code = "message-noncompliant";
      const { text, ...reply } = refusalReply(world, { code, purpose: passage.purpose });
      return { ...one, verdict: bareRefusal(code), refused: { ...reply, text: text + followsUnasked } };
    }
    if (heardLately.has(subject))
      return { ...one, verdict: bareRefusal(heldBack), refused: heldBackReply(world, passage.purpose) };
    return { ...one, verdict, refused: null };
  });
}
