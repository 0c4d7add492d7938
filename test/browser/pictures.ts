// Which pages are pictured in docs/screenshots, and how: in the order in which the index shows them.
import type { Language } from "../../src/core/languages.ts";

export interface Picture {
  /** The stop of the tour; null: it is on no public page. */
  readonly stop: string | null;
  readonly file: string;
  readonly language: Language;
  readonly on: "phone" | "desktop" | "paper";
  readonly dark: boolean;
  readonly words: string;
}

type Look = `${"en" | "de" | "fr"} ${"phone" | "desktop" | "paper"}${"" | " dark"}`;

function picture(look: Look, file: string, words: string, stop: string | null = null): Picture {
  const [language, on, dark] = look.split(" ") as [Language, Picture["on"], string?];
  return { stop, file: `${file}.webp`, language, on, dark: dark !== undefined, words };
}

const chapters: Readonly<Record<string, readonly Picture[]>> = {
  Forms: [
    picture("en desktop", "sign-up", "A form to sign up", "sign-up"),
    picture("fr phone dark", "sign-up-phone", "The same on a telephone", "sign-up"),
    picture("en phone", "sign-up-mistakes", "With mistakes", "sign-up, with mistakes"),
    picture("de phone", "sign-up-thanks", "What was sent, and what comes next", "sign-up, thanks"),
    picture("en desktop", "sign-up-frame", "In a frame on a page of one's own", "sign-up, for a frame"),
    picture(
      "de phone",
      "sign-up-outdated",
      "From a page that nobody knows any more",
      "sign-up, from another page",
    ),
    picture("en desktop dark", "order", "An order", "order"),
    picture(
      "de phone",
      "order-refusal",
      "With mistakes; a refusal is kept",
      "order, with mistakes and a refusal",
    ),
    picture("en phone", "order-thanks", "What was ordered", "order, thanks"),
    picture("fr phone", "catalogue", "A request for information", "catalogue"),
    picture("en phone dark", "catalogue-thanks", "What was asked for", "catalogue, thanks"),
    picture("en phone", "children", "A form for children", "form for children, too young"),
    picture("de desktop", "children-parent", "A parent is asked", "may this child"),
    picture("de desktop", "form-closed", "A form that is no more", "form that is closed"),
    picture("en desktop", "notice", "The whole privacy notice", "notice"),
  ],
  "From the mailbox": [
    picture("en paper", "mail-confirmation", "The mail that asks: was it you?"),
    picture("de paper", "mail-confirmation-de", "The same in German"),
    picture("en phone", "confirmation", "Was it you?", "confirmation"),
    picture("de desktop", "confirmation-several", "Twice, from two places", "confirmation of several"),
    picture("fr phone dark", "confirmed", "It was", "confirmed"),
    picture(
      "en phone",
      "confirmation-order",
      "An order, with the refusal of other mail",
      "confirmation of an order",
    ),
    picture("fr phone", "confirmation-late", "Too late", "confirmation, too late"),
  ],
  "A list, sorted": [
    picture("en desktop", "triage", "Who of 50,000 may be written to, and what to do next"),
    picture("en phone dark", "triage-phone", "The same on a telephone"),
  ],
  "Why, and no more": [
    picture("fr paper", "mail-campaign", "A mail of a campaign, and its foot"),
    picture("en desktop", "why", "Why a mail came", "why"),
    picture("de phone", "why-form", "With the form as it was", "why, with the form"),
    picture("fr phone dark", "why-stopped", "Once stopped", "why, once stopped"),
    picture("en phone", "way-out", "The way out", "way out"),
    picture("de phone dark", "way-out-done", "One press later", "way out, done"),
  ],
  Choices: [
    picture("en desktop", "choices", "Each purpose, and what holds", "choices"),
    picture("de phone", "choices-phone", "The same on a telephone", "choices, unfolded"),
    picture("fr phone dark", "choices-left", "One left, and the words to join it again", "choices, one left"),
    picture("en phone", "choices-link", "A link to them is asked for", "link to the choices"),
    picture("de desktop", "choices-link-sent", "And sent", "link to the choices, sent"),
    picture("fr desktop", "choices-fresh", "By a fresh link, with a mistake", "choices, with a mistake"),
    picture("en phone dark", "new-address", "A new address says yes", "new address"),
    picture("en phone", "new-address-moved", "And has moved in", "new address, moved"),
  ],
  Rights: [
    picture("en phone", "rights-link", "A link is asked for", "link to the rights"),
    picture("en desktop", "rights", "What is held, and what may be done about it", "rights"),
    picture("fr phone dark", "rights-unfolded", "The whole of it on a telephone", "rights, unfolded"),
    picture("de phone", "rights-asked", "A request that waits for an answer", "rights, asked"),
    picture("de desktop", "erasure", "Before an erasure", "erasure, are you sure"),
    picture("en phone", "erased", "After it", "erased"),
    picture("fr phone", "link-ended", "A link that ended with it", "link that has ended"),
    picture("en paper", "held-data", "What is held, on paper: its first page"),
    picture("en paper", "receipt", "A receipt: its first page"),
  ],
  "When something is amiss": [
    picture("en phone", "torn-link", "A link that lost a piece", "torn link"),
    picture("fr phone dark", "too-large", "Too large", "too large"),
    picture("de phone", "too-many", "Too many at once", "too many"),
    picture("en desktop dark", "failure", "Our mistake", "failure"),
    picture("de desktop", "nothing-kept", "Nothing can be kept now", "nothing can be kept now"),
  ],
  "To try it out": [
    picture("en desktop", "home", "The first page beside the built-in mailbox", "home, beside the mailbox"),
    picture("de phone", "home-own", "The first page elsewhere", "home"),
    picture("en desktop", "mailbox", "The built-in mailbox", "mailbox"),
    picture("fr desktop dark", "mail", "A mail in it", "mail"),
  ],
};

export const pictures: readonly Picture[] = Object.values(chapters).flat();

/** As GitHub shows them: some beside each other, each a link to itself in full. */
const shown = {
  phone: { width: 240, inRow: 4 },
  desktop: { width: 420, inRow: 2 },
  paper: { width: 420, inRow: 2 },
};

function rows(some: readonly Picture[]): readonly string[] {
  const room = (picture: Picture) => 1 / shown[picture.on].inRow;
  const lines: Picture[][] = [];
  for (const picture of some.toSorted((one, other) => room(other) - room(one))) {
    const line = lines.at(-1);
    const taken = line?.reduce((sum, one) => sum + room(one), 0) ?? 1;
    if (line && taken + room(picture) <= 1) line.push(picture);
    else lines.push([picture]);
  }
  return lines.map((line) => `<table><tr>\n${line.map(cell).join("\n")}\n</tr></table>`);
}

function cell({ file, on, words, language, dark }: Picture): string {
  const image = `<a href="${file}"><img src="${file}" width="${shown[on].width}" alt="${words}"></a>`;
  return `<td valign="top">${words} (${language}${dark ? ", dark" : ""})<br>${image}</td>`;
}

/** The page that shows them all. */
export function index(): string {
  const parts = Object.entries(chapters).flatMap(([chapter, some]) => [`## ${chapter}`, ...rows(some)]);
  return `# What people see

The pages, mails and papers of the demo shop, on a telephone and on a larger screen. \`npm run screenshots\` draws them anew.

${parts.join("\n\n")}
`;
}
