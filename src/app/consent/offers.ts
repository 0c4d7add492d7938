// What a person may join from a page of their own: for each purpose the box of a sign-up form, with its wording and notice.
import type { Language } from "../../core/languages.ts";
import type { World } from "../ports.ts";
import type { Clause, Published, Setup } from "../setup/setup.ts";
import { askingFirst } from "./asking-first.ts";
import { isForChildren } from "./children.ts";
import { type OpenForm, openForm } from "./open-form.ts";

export interface Offer {
  readonly open: OpenForm;
  readonly box: Published<Clause>;
}

/**
 * By purpose; only what can be worded in this language in full.
 *
 * @param country - of the person: where its law wants the mailbox asked first, each offer says so.
 */
export async function offersIn(
  world: World,
  setup: Setup,
  language: Language,
  country: string | undefined,
): Promise<ReadonlyMap<string, Offer>> {
  const signUps = Object.values(setup.forms).filter(({ content }) => content.kind === "signUp");
  const opened = await Promise.all(signUps.map(({ key }) => openForm(world, key)));
  const offers = new Map<string, Offer>();
  for (const open of opened) {
    // What is for children is joined on the form, which asks how old somebody is.
    if (!open?.languages.includes(language) || isForChildren(open.boxes, setup)) continue;
    const asking = askingFirst(open, setup, country);
    for (const box of open.boxes)
      if (!offers.has(box.content.purpose)) offers.set(box.content.purpose, { open: asking, box });
  }
  return offers;
}
