// A form with the very wordings that it shows, and the signed token that says so when it comes back.
import type { Language } from "../../core/languages.ts";
import { type FormToken, signFormToken } from "../../mail/tokens.ts";
import type { Shown, World } from "../ports.ts";
import { wordedIn } from "../setup/in-language.ts";
import type { Clause, Controller, Form, Notice, Published } from "../setup/setup.ts";
import { formTexts, noticeTexts } from "../setup/texts.ts";

/** One version of a form, its notice and the clause of each box. */
export interface OpenForm {
  readonly form: Published<Form>;
  readonly notice: Published<Notice>;
  readonly boxes: readonly Published<Clause>[];
  readonly controller: Published<Controller>;
  /** Languages in which every wording of it exists; the controller's first language comes first. */
  readonly languages: readonly Language[];
}

/** The form in force, or null. */
export async function openForm(world: World, key: string): Promise<OpenForm | null> {
  const setup = await world.store.setup.current();
  const form = setup && Object.hasOwn(setup.forms, key) ? setup.forms[key] : undefined;
  return setup && form ? withWordings(world, form, setup.controller) : null;
}

/** The form as it was shown, in whichever version; null if there never was such a version. */
export async function formAsShown(
  world: World,
  shown: Pick<FormToken, "form" | "controller">,
): Promise<OpenForm | null> {
  const [form, controller] = await Promise.all([
    world.store.setup.version("form", shown.form.key, shown.form.version),
    world.store.setup.version("controller", shown.controller.key, shown.controller.version),
  ]);
  return form && controller ? withWordings(world, form, controller) : null;
}

async function withWordings(
  world: World,
  form: Published<Form>,
  controller: Published<Controller>,
): Promise<OpenForm | null> {
  const { pinned, notice: noticeKey, boxes: keys } = form.content;
  const [notice, ...boxes] = await Promise.all([
    world.store.setup.version("notice", noticeKey, pinned.notice),
    ...keys.map((key) => world.store.setup.version("clause", key, pinned.clauses[key] ?? 0)),
  ]);
  const found = boxes.filter((box) => box !== null);
  if (!notice || found.length < keys.length) return null;
  const texts = [
    ...formTexts(form.content),
    ...noticeTexts(notice.content),
    ...found.map((box) => box.content.text),
  ];
  const languages = wordedIn(controller.content.languages, texts);
  return { form, notice, boxes: found, controller, languages };
}

/**
 * What the page shows, signed: the browser hands it back and cannot change it.
 *
 * @param embeddedIn - the address of the controller's own page that shows it; absent: our page does.
 */
export function signShown(
  world: World,
  { form, notice, boxes, controller }: OpenForm,
  language: Language,
  embeddedIn?: string,
): string {
  const token: FormToken = {
    form: { key: form.key, version: form.version },
    notice: { key: notice.key, version: notice.version },
    clauses: boxes.map(({ key, version }) => ({ key, version })),
    controller: { key: controller.key, version: controller.version },
    language,
    page: embeddedIn ?? `${world.publicUrl}/f/${form.key}`,
    issuedAt: world.clock.now(),
    nonce: world.ids.next(),
    ...(embeddedIn !== undefined && { embedded: true }),
  };
  return signFormToken(token, world.secrets.tokenKey);
}

/** The same, as it goes on record with a fact; `clause` is the one beside the box. */
export function shownAs(
  { form, notice, controller }: OpenForm,
  token: FormToken,
  clause?: Published<Clause>,
): Shown {
  const cite = ({ key, version, hash }: Published<unknown>) => ({ key, version, hash });
  return {
    form: cite(form),
    notice: cite(notice),
    ...(clause && { clause: cite(clause) }),
    controller: cite(controller),
    language: token.language,
    page: token.page,
  };
}
