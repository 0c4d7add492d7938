// Who shows the page and in which language: what every page needs before it has content.
import type { Context } from "hono";
import type { World } from "../../app/ports.ts";
import type { Controller, Language } from "../../app/setup/setup.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { type Copy, chooseLanguage, copyIn } from "../copy/choose.ts";

export interface Visit {
  readonly language: Language;
  readonly copy: Copy;
  readonly controller: Controller | null;
  readonly languages?: readonly Language[];
}

/** @param subject - the person the page is about, whose own language comes before the controller's first. */
export async function visit(c: Context, world: World, subject?: SubjectId): Promise<Visit> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    subject ? world.store.people.find([subject]) : undefined,
  ]);
  const controller = setup?.controller.content ?? null;
  const languages = controller?.languages;
  const language = chooseLanguage(c, languages, subject && people?.get(subject)?.language);
  return { language, copy: copyIn(language), controller, ...(languages && { languages }) };
}
