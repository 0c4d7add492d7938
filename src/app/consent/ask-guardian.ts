// Asks a parent or guardian whether a child may have what it ticked; until they agree, nothing of the child is kept.
import { days, formatInstant, type Instant } from "../../core/instant.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { FormToken } from "../../mail/tokens.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { type GuardianToken, sealGuardianToken } from "./guardian-token.ts";
import { newFact } from "./new-fact.ts";
import { mailboxPace, type Pace } from "./paces.ts";
import { recordNew } from "./record-new.ts";

/** So long the link works; what it holds is gone with it. */
const waitsForDays = 7;

/** A form that a child filled in, and whom it names as its guardian. */
export interface ChildsForm extends Pick<GuardianToken, "birthDate" | "country" | "boxes"> {
  readonly child: Address;
  readonly guardian: Address;
  readonly token: FormToken;
  readonly paces: readonly Pace[];
}

/**
 * Files the mail. On record is no more than that the guardian's address was given for this, which the mail cites; the child's
 * form itself stands sealed in the link, and in the outbox until the mail has gone.
 *
 * The same page sent twice asks once. As with forms, a mail beyond the limits of a mailbox waits.
 *
 * @returns when the link ends.
 *
 * Source: GDPR 8(2), 5(1)(c).
 */
export async function askGuardian(
  world: World,
  setup: Setup,
  { child, guardian, birthDate, country, boxes, token, paces }: ChildsForm,
): Promise<Instant> {
  const now = world.clock.now();
  const expiresAt = (now + days(waitsForDays)) as Instant;
  const sender = Object.values(setup.senders)[0];
  if (!sender) throw new Error("nobody sends the mail to a guardian");
  const subject = subjectIdOf(guardian, world.secrets);
  const asked = newFact(
    { id: `guardian-${token.nonce}`, type: "link.requested", at: formatInstant(now), page: "guardian" },
    `form:${token.form.key}`,
  );
  const link = sealGuardianToken(
    { child: child.typed, guardian: guardian.typed, birthDate, country, boxes, form: token, expiresAt },
    world.secrets,
  );
  await recordNew(world, { subject, create: true }, [asked], () => {
    const id = world.ids.next();
    return {
      mails: [
        {
          id,
          kind: "guardian",
          request: { facts: [asked.fact.id], language: token.language },
          messageId: messageIdOf(id, sender.content.address),
          createdAt: now,
          dueAt: now,
          parting: { address: guardian.typed, words: link },
          paces: [mailboxPace(guardian, "guardian", world.secrets), ...paces],
        },
      ],
    };
  });
  return expiresAt;
}
