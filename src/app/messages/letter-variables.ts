// What a letter knows of the person it is for: the words that a template may use, and the ways out.
import type { Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { LetterVariables } from "../../mail/liquid.ts";
import { signWayOutToken } from "../../mail/tokens.ts";
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
  const { name, address: postal, website } = setup.controller.content;
  const token = signWayOutToken({ subject, campaign }, world.secrets.tokenKey);
  return {
    address,
    language,
    country: null,
    purpose: { key: purpose, label: setup.purposes[purpose]?.content.label[language] ?? purpose },
    controller: { name, address: postal, website: website ?? null },
    links: {
      unsubscribe: `${world.publicUrl}/u/${token}`,
      preferences: `${world.publicUrl}/p/${token}`,
      why: `${world.publicUrl}/w/${token}`,
    },
  };
}
