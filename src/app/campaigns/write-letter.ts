// Writes the letter of a campaign to one person, from one that is composed once in each language.
import type { Language } from "../../core/languages.ts";
import type { Tracking } from "../../core/verdict.ts";
import { deliveryUuid } from "../../ledger/secrets.ts";
import { composeFormLetter, type FormLetter } from "../../mail/form-letter.ts";
import { messageIdOf } from "../../mail/headers.ts";
import { linksIn, type Measuring } from "../../mail/measured.ts";
import { marks } from "../../mail/provider-marks.ts";
import type { Parts } from "../../mail/slots.ts";
import { borneBy } from "../listening/borne-by.ts";
import { followsAnybody } from "../measuring/measure.ts";
import type { Letter } from "../messages/letter.ts";
import { personalVariables, sharedVariables } from "../messages/letter-variables.ts";
import { signLetter } from "../messages/sign-letter.ts";
import type { World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import type { Claim } from "./campaign.ts";
import type { Crew, Terms } from "./crew.ts";

export interface WrittenLetter extends Letter {
  readonly messageId: string;
}

/**
 * Null where the values of this person alone cannot stand in a letter. What would fail for everybody is thrown: nobody's
 * letter has failed by it, and it ends the run.
 *
 * The same person and campaign always give the same Message-ID, so that a letter is known again wherever it turns up.
 */
export async function writeLetter(
  world: World,
  crew: Crew,
  terms: Terms,
  { subject, language, address }: Pick<Claim, "subject" | "language" | "address">,
  tracking: Tracking,
): Promise<WrittenLetter | null> {
  if (address === null) return null;
  const { campaign } = crew;
  const sender = terms.sender.content;
  // A controller that asks nobody for the consent to be measured follows nobody.
  const followed = followsAnybody(terms.setup) ? tracking : "none";
  const spoken = inLanguage(terms.setup.controller.content.languages, language);
  const form = await formLetter(world, crew, terms, spoken, followed);
  const messageId = messageIdOf(deliveryUuid(campaign.id, subject), sender.address);
  const borne = borneBy(world, sender.address, { subject, campaign: campaign.id });
  const filled = orNull(() =>
    form.fill({
      ...personalVariables(world, subject, address, campaign.id),
      ...{ ...borne, date: world.clock.now(), messageId },
    }),
  );
  return filled && { ...(await signLetter(world, filled, sender)), messageId };
}

function orNull<Made>(make: () => Made): Made | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Composed anew where the set-up has changed. */
function formLetter(
  world: World,
  { campaign, template, attachments, forms }: Crew,
  { setup, sender }: Terms,
  language: Language,
  tracking: Tracking,
): Promise<FormLetter> {
  const inSetup = forms.get(setup) ?? new Map<string, Promise<FormLetter>>();
  forms.set(setup, inSetup);
  const name = `${language} ${tracking}`;
  const form = inSetup.get(name) ?? compose();
  inSetup.set(name, form);
  return form;

  async function compose(): Promise<FormLetter> {
    const shared = sharedVariables(setup, campaign.purpose, language);
    const measuring = await measuringOf(world, campaign.id, tracking, () => template.settle(shared).html);
    return composeFormLetter(template, {
      id: campaign.id,
      sender: sender.content,
      controller: setup.controller.content,
      shared,
      measuring,
      attachments,
      marks: (world.listening?.providers ?? []).map((provider) => marks[provider]),
      leavesByMail: world.listening?.bounceAddress != null && world.listening.byMail,
    });
  }
}

async function measuringOf(
  world: World,
  campaign: string,
  tracking: Tracking,
  html: () => Parts,
): Promise<Measuring | null> {
  if (tracking === "none") return null;
  if (tracking === "last-open-date") return { links: null };
  return { links: await world.store.measures.numberLinks(campaign, linksIn(html())) };
}
