// Every word of the public pages by language. A page area that is new is a folder of its own and two lines here.
import { LANGUAGES, type Language } from "../../core/languages.ts";
import { arrival } from "./arrival/arrival.ts";
import type { Arrival } from "./arrival/en.ts";
import { choices } from "./choices/choices.ts";
import type { Choices } from "./choices/en.ts";
import { embedded } from "./embedded/embedded.ts";
import type { Embedded } from "./embedded/en.ts";
import type { Forms } from "./forms/en.ts";
import { forms } from "./forms/forms.ts";
import type { Frame } from "./frame/en.ts";
import { frame } from "./frame/frame.ts";
import type { GuardianWords } from "./guardian/en.ts";
import { guardian } from "./guardian/guardian.ts";
import type { Newcomer } from "./newcomer/en.ts";
import { newcomer } from "./newcomer/newcomer.ts";
import type { PersonWords } from "./person/en.ts";
import { person } from "./person/person.ts";
import type { RightsPages } from "./rights/en.ts";
import { rightsPages } from "./rights/rights.ts";

/** Every word of the public pages; a language that lacks one does not compile. */
export type Copy = Frame &
  Forms &
  Choices &
  Embedded &
  PersonWords &
  RightsPages &
  Newcomer &
  Arrival &
  GuardianWords;

const copies = new Map<Language, Copy>(
  LANGUAGES.map((language) => [
    language,
    {
      ...frame[language],
      ...forms[language],
      ...choices[language],
      ...embedded[language],
      ...person[language],
      ...rightsPages[language],
      ...newcomer[language],
      ...arrival[language],
      ...guardian[language],
    },
  ]),
);

export function copyIn(language: Language): Copy {
  return copies.get(language) as Copy;
}
