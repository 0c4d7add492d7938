// Makes what is seen, from text alone: nothing that the server says becomes markup.
import { languageOf, type Shown } from "./fetch-shown.ts";
import { wordsIn } from "./words.ts";

interface Handlers {
  readonly onTick: (key: string, ticked: boolean) => void;
  readonly onRefuse: (refused: boolean) => void;
}

export function showing({ boxes, softOptIn, notice, language }: Shown, handlers: Handlers): readonly Node[] {
  const hint = boxes && make("p", "hint", boxes.hint);
  if (hint) hint.id = "hint";
  const choices =
    boxes &&
    group("boxes", boxes.legend, [
      hint as HTMLElement,
      ...boxes.items.map(({ key, text }) =>
        box("box", text, (input, event) => {
          // Whatever a script ticks, no person did.
          if (input.checked && !event.isTrusted) input.checked = false;
          handlers.onTick(key, input.checked);
        }),
      ),
    ]);
  choices?.setAttribute("aria-describedby", "hint");
  const refusal =
    softOptIn &&
    group("soft-opt-in", softOptIn.legend, [
      make("p", "text", softOptIn.text),
      box("refusal", softOptIn.refusal, (input) => handlers.onRefuse(input.checked)),
    ]);
  const shown = [choices, refusal, firstLayer(notice)].filter((node) => node !== null);
  for (const node of shown) node.lang = language;
  return shown;
}

/** A quiet sentence: the form around goes on without it. */
export function failure(element: HTMLElement, retry: () => void): HTMLElement {
  const { language, sentence, again } = wordsIn(languageOf(element) || navigator.language);
  const button = make("button", "retry", again);
  button.type = "button";
  button.addEventListener("click", retry);
  const said = make("p", "failed", `${sentence} `, button);
  said.lang = language;
  said.role = "status";
  return said;
}

function group(part: string, legend: string, within: readonly Node[]): HTMLElement {
  return make("fieldset", part, make("legend", "legend", legend), ...within);
}

/** One box with its words. It is made unticked, and no parameter could change that; it is never required. */
function box(part: string, text: string, onChange: (input: HTMLInputElement, event: Event) => void): Node {
  const input = make("input", "input");
  input.type = "checkbox";
  input.autocomplete = "off";
  input.addEventListener("click", (event) => {
    if (input.checked && !event.isTrusted && part === "box") event.preventDefault();
  });
  input.addEventListener("change", (event) => onChange(input, event));
  return make("label", part, input, make("span", "text", text));
}

/** The first layer of the privacy information, in the same view as the boxes (GDPR 13). */
function firstLayer({ title, rows, whole }: Shown["notice"]): HTMLElement {
  const pairs = rows.map((row) =>
    make("div", "row", make("dt", "row-title", row.title), make("dd", "row-text", row.text)),
  );
  const link = make("a", "link", whole.label);
  link.href = whole.url;
  link.target = "_blank";
  link.rel = "noopener";
  const notice = make(
    "section",
    "notice",
    make("p", "notice-title", title),
    make("dl", "rows", ...pairs),
    make("p", "whole", link),
  );
  notice.ariaLabel = title;
  return notice;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  ...within: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.setAttribute("part", part);
  made.append(...within);
  return made;
}
