// What a letter knows of the person it is for: the words that a template may use, and the ways out.
import type { Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { LetterVariables, PersonalVariables, SharedVariables } from "../../mail/letter-variables.ts";
import { signMeasureToken, signWayOutToken } from "../../mail/tokens.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";

export interface Addressee {
  readonly subject: SubjectId;
  readonly address: string;
  readonly language: Language;
}

/** @param campaign - null for a mail that belongs to none. */
export function letterVariables(
  world: World,
  setup: Setup,
  { subject, address, language }: Addressee,
  purpose: string,
  campaign: string | null,
): LetterVariables {
  return {
    ...sharedVariables(setup, purpose, language),
    ...personalVariables(world, subject, address, campaign),
  };
}

export function sharedVariables(setup: Setup, purpose: string, language: Language): SharedVariables {
  const { name, address, website } = setup.controller.content;
  return {
    language,
    country: null,
    purpose: { key: purpose, label: setup.purposes[purpose]?.content.label[language] ?? purpose },
    controller: { name, address, website: website ?? null },
  };
}

/** @param campaign - null for a mail that belongs to none. */
export function personalVariables(
  { publicUrl, secrets }: World,
  subject: SubjectId,
  address: string,
  campaign: string | null,
): PersonalVariables {
  const token = signWayOutToken({ subject, campaign }, secrets.tokenKey);
  return {
    address,
    links: {
      unsubscribe: `${publicUrl}/u/${token}`,
      preferences: `${publicUrl}/p/${token}`,
      why: `${publicUrl}/w/${token}`,
    },
    ...(campaign !== null && {
      measures: (link: number) =>
        `${publicUrl}/${link === 0 ? "o" : "l"}/${signMeasureToken({ subject, campaign, link }, secrets.tokenKey)}`,
    }),
  };
}
