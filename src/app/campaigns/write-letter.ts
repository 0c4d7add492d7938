// Writes the letter of a campaign to one person.
import type { SubjectId } from "../../core/subject-id.ts";
import { composeMarketingLetter, messageIdOf } from "../../mail/compose.ts";
import { signWayOutToken } from "../../mail/tokens.ts";
import { deliveryUuid } from "../../ledger/secrets.ts";
import type { Letter } from "../messages/letter.ts";
import type { World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import type { Crew } from "./hand-over.ts";

export interface Recipient {
  readonly address: string;
  readonly subject: SubjectId;
  readonly language: string | null;
}

/** The same person and campaign always give the same Message-ID, so that a letter is known again wherever it turns up. */
export async function writeLetter(
  world: World,
  { campaign, setup, purpose, sender, template }: Crew,
  { address, subject, language: spoken }: Recipient,
): Promise<Letter & { messageId: string }> {
  const controller = setup.controller.content;
  const language = inLanguage(controller.languages, spoken);
  const token = signWayOutToken({ subject, campaign: campaign.id }, world.secrets.tokenKey);
  const links = {
    unsubscribe: `${world.publicUrl}/u/${token}`,
    preferences: `${world.publicUrl}/p/${token}`,
    why: `${world.publicUrl}/w/${token}`,
  };
  const named = { key: purpose.key, label: purpose.content.label[language] ?? purpose.key };
  const mail = template.render({
    address,
    language,
    country: null,
    purpose: named,
    controller: { name: controller.name, address: controller.address, website: controller.website ?? null },
    links,
  });
  const messageId = messageIdOf(deliveryUuid(campaign.id, subject), sender.content.address);
  const letter = await composeMarketingLetter({
    controller,
    sender: sender.content,
    purpose: named,
    to: address,
    language,
    date: world.clock.now(),
    messageId,
    mail,
    links,
  });
  return { ...letter, messageId };
}
