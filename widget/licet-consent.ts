// `<licet-consent form="order">`: the boxes and the notice of a published form, inside an order or registration form of one's own.
import { fetchShown, type Shown } from "./fetch-shown.ts";
import { failure, showing } from "./render.ts";
import { sheet } from "./style.ts";

/** How long after a failure it is tried again; then only when asked to, or when the browser is online again. */
const retryAfterMs = [2_000, 8_000];

/**
 * A form-associated element. It adds to the form around it `licet-token`, one `licet-box` for each ticked box, and
 * `licet-refused` where the person refused mail about similar products; while nothing is shown it adds nothing. With the
 * attribute `inputs` they are hidden inputs, and the boxes are `licet-box[]`.
 *
 * Nothing here can tick a box: it counts what a person does with a pointer, a key or an assistive technology, and neither
 * an attribute, nor a script of the page, nor what a browser restores.
 *
 * Source: GDPR 4(11), 7; CJEU C-673/17 (Planet49).
 */
export class LicetConsent extends HTMLElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["form", "data-form", "lang", "server"];

  readonly #internals = this.attachInternals();
  readonly #root = this.attachShadow({ mode: "open", delegatesFocus: true });
  readonly #ticked = new Set<string>();
  #refused = false;
  #shown: Shown | null = null;
  #asked: AbortController | null = null;
  #failures = 0;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet()];
  }

  connectedCallback(): void {
    addEventListener("online", this.#onOnline);
    addEventListener("pageshow", this.#onPageShow);
    if (this.#shown === null) this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener("online", this.#onOnline);
    removeEventListener("pageshow", this.#onPageShow);
    this.#asked?.abort();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === "form") {
      // To HTML this attribute names the form that owns the element by its id. The key moves, so that the form around owns it.
      if (value !== null) {
        this.dataset.form = value;
        this.removeAttribute("form");
      }
    } else if (before !== value && this.isConnected) this.#load();
  }

  /** After a reset the next act is another one: nothing is ticked, and it has a token of its own. */
  formResetCallback(): void {
    this.#load();
  }

  formDisabledCallback(disabled: boolean): void {
    for (const input of this.#root.querySelectorAll("input")) input.disabled = disabled;
  }

  // There is no formStateRestoreCallback: a tick that a browser restores is the browser's.

  readonly #onOnline = () => {
    if (this.dataset.state === "failed") this.#load();
  };

  /** Back by the button: the page stands as it was left, though it may have been sent since. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#load();
  };

  async #load(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#shown = null;
    this.#ticked.clear();
    this.#refused = false;
    this.#state("loading");
    this.#root.replaceChildren();
    // Attributes that are set one after the other are one question.
    await Promise.resolve();
    if (asked.signal.aborted) return;
    try {
      const shown = await fetchShown(this, asked.signal);
      if (asked.signal.aborted) return;
      this.#show(shown);
    } catch (error) {
      if (!asked.signal.aborted) this.#fail(asked.signal, error);
    }
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#failures = 0;
    this.#root.replaceChildren(
      ...showing(shown, {
        onTick: (key, ticked) => {
          if (ticked) this.#ticked.add(key);
          else this.#ticked.delete(key);
          this.#state("ready");
        },
        onRefuse: (refused) => {
          this.#refused = refused;
          this.#state("ready");
        },
      }),
    );
    this.formDisabledCallback(this.matches(":disabled"));
    this.#state("ready");
    this.dispatchEvent(new CustomEvent("licet-ready", { bubbles: true }));
  }

  #fail(signal: AbortSignal, error: unknown): void {
    console.warn(`licet-consent: \`${this.dataset.form}\` could not be shown.`, error);
    this.#root.replaceChildren(failure(this, () => this.#load()));
    this.#state("failed");
    this.dispatchEvent(new CustomEvent("licet-failed", { bubbles: true }));
    const wait = retryAfterMs[this.#failures++];
    if (wait !== undefined) setTimeout(() => signal.aborted || this.#load(), wait);
  }

  /** What goes with the form. The state that a browser could keep is none. */
  #state(state: "loading" | "ready" | "failed"): void {
    if (this.dataset.state !== state) this.dataset.state = state;
    this.#internals.ariaBusy = String(state === "loading");
    const asInputs = this.hasAttribute("inputs");
    const entries: readonly (readonly [string, string])[] =
      this.#shown === null
        ? []
        : [
            ["licet-token", this.#shown.token],
            ...[...this.#ticked].map((key) => [asInputs ? "licet-box[]" : "licet-box", key] as const),
            ...(this.#refused ? [["licet-refused", "yes"] as const] : []),
          ];
    if (asInputs) this.replaceChildren(...entries.map(hidden));
    else if (entries.length === 0) this.#internals.setFormValue(null);
    else {
      const value = new FormData();
      for (const [name, text] of entries) value.append(name, text);
      this.#internals.setFormValue(value, null);
    }
  }
}

/** For code that reads the fields of a form one by one, as jQuery's `serialize` does, and names several as PHP wants it. */
function hidden([name, value]: readonly [string, string]): HTMLInputElement {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", autocomplete: "off", name, value });
  return input;
}

if (!customElements.get("licet-consent")) customElements.define("licet-consent", LicetConsent);
