// Writes the letter of a campaign to one person.
import { deliveryUuid } from "../../ledger/secrets.ts";
import { composeMarketingLetter } from "../../mail/compose.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { Letter } from "../messages/letter.ts";
import { letterVariables } from "../messages/letter-variables.ts";
import { reversePathOf } from "../messages/reverse-path.ts";
import type { World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import type { Claim } from "./campaign.ts";
import type { Crew, Terms } from "./crew.ts";

/** The same person and campaign always give the same Message-ID, so that a letter is known again wherever it turns up. */
export async function writeLetter(
  world: World,
  { campaign, template }: Crew,
  { setup, sender }: Terms,
  { subject, language: spoken }: Pick<Claim, "subject" | "language">,
  address: string,
): Promise<Letter & { messageId: string }> {
  const controller = setup.controller.content;
  const language = inLanguage(controller.languages, spoken);
  const variables = letterVariables(
    world,
    setup,
    { subject, address, language },
    campaign.purpose,
    campaign.id,
  );
  const messageId = messageIdOf(deliveryUuid(campaign.id, subject), sender.content.address);
  const letter = await composeMarketingLetter({
    controller,
    sender: sender.content,
    reversePath: reversePathOf(world, sender.content, { subject, campaign: campaign.id }),
    purpose: variables.purpose,
    to: address,
    language,
    date: world.clock.now(),
    messageId,
    mail: template.render(variables),
    links: variables.links,
  });
  return { ...letter, messageId };
}
