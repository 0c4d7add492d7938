// The form as it was when somebody acted on it: each box in its wording, whether it was ticked, and the notice beside them.
import { formAsShown } from "../consent/open-form.ts";
import { refusalOf } from "../consent/order.ts";
import type { RecordedFact, World } from "../ports.ts";
import type { Localised } from "../setup/setup.ts";

/** All in the one language that was shown. */
export interface FormSeen {
  readonly language: string;
  readonly title: string;
  readonly intro: string | null;
  readonly boxes: readonly { readonly text: string; readonly ticked: boolean }[];
  readonly notice: {
    readonly key: string;
    readonly version: number;
    readonly first: readonly { readonly title: string; readonly text: string }[];
  };
}

/**
 * @param facts - all of the person's: boxes that were ticked together have one instant and one form.
 * @returns null where the act was done on no form of ours.
 */
export async function formSeen(
  world: World,
  fact: RecordedFact,
  facts: readonly RecordedFact[],
): Promise<FormSeen | null> {
  const { shown } = fact;
  const open = shown && (await formAsShown(world, shown));
  if (!open) return null;
  const { language } = shown;
  const words = (text: Localised) => text[language] ?? Object.values(text)[0] ?? "";
  const together = facts.filter(
    ({ at, shown: other }) => at === fact.at && other?.form.hash === shown.form.hash,
  );
  const form = open.form.content;
  const boxes = open.boxes.map(({ key, content }) => ({
    text: words(content.text),
    ticked: together.some(({ type, shown: other }) => type === "consent.given" && other?.clause?.key === key),
  }));
  // A sale is put on record under the id of its order.
  const refusal = refusalOf(fact.id.replace(/^sale-/, "order-"));
  const refusals =
    form.kind === "order" && form.softOptIn
      ? [{ text: words(form.softOptIn.refusal), ticked: facts.some(({ id }) => id === refusal) }]
      : [];
  const { key, version, content } = open.notice;
  const first = content.first.map(({ title, text }) => ({ title: words(title), text: words(text) }));
  return {
    language,
    title: words(form.title),
    intro: form.intro ? words(form.intro) : null,
    boxes: [...boxes, ...refusals],
    notice: { key, version, first },
  };
}
