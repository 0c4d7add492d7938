// Who shows the page and in which language: what every page needs before it has content.

import type { Context } from "hono";
import type { World } from "../../app/ports.ts";
import { wordedIn } from "../../app/setup/in-language.ts";
import type { Controller, Localised } from "../../app/setup/setup.ts";
import type { Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { chooseLanguage } from "../copy/choose.ts";
import { type Copy, copyIn } from "../copy/copy.ts";

export interface Visit {
  readonly language: Language;
  readonly copy: Copy;
  readonly controller: Controller | null;
  readonly languages?: readonly Language[];
}

/** What decides the language of a page beside the browser. */
export interface Visited {
  /** The person the page is about. */
  readonly subject?: SubjectId;
  /** Every text of the controller that the page shows: it is shown in a language in which all of them exist. */
  readonly texts?: readonly Localised[];
}

export async function visit(c: Context, world: World, { subject, texts = [] }: Visited = {}): Promise<Visit> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    subject ? world.store.people.find([subject]) : undefined,
  ]);
  const controller = setup?.controller.content ?? null;
  const languages = controller && wordedIn(controller.languages, texts);
  const account = subject && people?.get(subject)?.language;
  const language = chooseLanguage(c, languages ?? undefined, { account });
  return { language, copy: copyIn(language), controller, ...(languages && { languages }) };
}
