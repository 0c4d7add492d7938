// What is looked at on a page in a browser: what axe finds, how wide it is, and whether a keyboard reaches all of it.
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Beyond what axe looks at by itself: WCAG 2.2, 2.5.8. */
const rules = { "target-size": { enabled: true } };

/** Every rule of axe that fails, with where. @param only - these rules and no others. */
export async function complaints(tab: Page, only?: readonly string[]): Promise<readonly string[]> {
  if (!(await tab.evaluate("typeof axe === 'object'"))) await tab.evaluate(axe.source);
  const options = { resultTypes: ["violations"], rules: only ? {} : rules, ...(only && { runOnly: only }) };
  const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(${JSON.stringify(options)})`,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** By how many pixels one has to scroll sideways (WCAG 2.2, 1.4.10). */
export function overflow(tab: Page): Promise<number> {
  return tab.evaluate("document.documentElement.scrollWidth - innerWidth");
}

/** What the focus can be on, in the order of the page. Of radio buttons that belong together, Tab reaches one. */
const controls = `(() => {
  const names = new Set();
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((one) => one.checkVisibility() && !one.disabled)
    .filter(({ type, name }) => type !== "radio" || (!names.has(name) && names.add(name)));
})()`;

const outlines = `${controls}.map((one) => one.cloneNode().outerHTML.replace(/"[^"]{40,}"/g, '"…"'))`;

interface Focused {
  readonly place: number;
  readonly ring: boolean;
  readonly inView: boolean;
}

/** Where the focus is now: which control, whether one sees that it is there, and whether one sees the control. */
const focused = `(() => {
  const one = document.activeElement;
  const ring = getComputedStyle(one.closest(".choice") ?? one);
  const { top, bottom } = one.getBoundingClientRect();
  return {
    place: ${controls}.indexOf(one),
    ring: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2,
    inView: top < innerHeight && bottom > 0,
  };
})()`;

/** The controls of a page, as what tells one page from another for somebody with a keyboard. */
export async function controlsOf(tab: Page): Promise<readonly string[]> {
  return tab.evaluate(outlines);
}

/** Goes through the whole page by Tab. Answers what was not reached, in its turn, in view, or was without a sign of the focus. */
export async function walk(tab: Page): Promise<readonly string[]> {
  const all = await controlsOf(tab);
  await tab.evaluate("document.activeElement.blur(), getSelection().removeAllRanges(), scrollTo(0, 0)");
  // What is in a frame is another page, which takes the focus and lets it go at a time of its own.
  await tab.evaluate("for (const frame of document.querySelectorAll('iframe')) frame.tabIndex = -1");
  const wrong: string[] = [];
  let reached = -1;
  // A field for a date holds the focus for several presses.
  for (let press = 0; press < all.length * 5 && reached < all.length - 1; press++) {
    await tab.keyboard.press("Tab");
    const { place, ring, inView } = await tab.evaluate<Focused>(focused);
    if (place === reached) continue;
    if (place !== reached + 1) return [...wrong, `not in its turn: ${all[reached + 1]}`];
    if (!ring) wrong.push(`without a sign of the focus: ${all[place]}`);
    // The browser scrolls once it has laid the page out.
    if (!inView) await tab.waitForTimeout(200);
    if (!inView && !(await tab.evaluate<Focused>(focused)).inView) wrong.push(`out of view: ${all[place]}`);
    reached = place;
  }
  return reached === all.length - 1 ? wrong : [...wrong, `not reached: ${all[reached + 1]}`];
}
