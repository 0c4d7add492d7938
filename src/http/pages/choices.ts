// The page of all choices: each purpose with its state and the ground for it, a button beside it, and the wording it would be joined under.
import type { Context } from "hono";
import { html } from "hono/html";
import type { AddressAsked } from "../../app/consent/ask-address-change.ts";
import { type Offer, offersIn } from "../../app/consent/offers.ts";
import { frequencies, type Preference, preferences } from "../../app/consent/preferences.ts";
import { signRendered } from "../../app/consent/rendered.ts";
import { everything } from "../../app/consent/withdraw.ts";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import type { Published } from "../../app/setup/setup.ts";
import type { Language } from "../../core/languages.ts";
import { RECIPIENT_WORDS } from "../../core/recipients/recipients.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import { colonIn, dayInWords } from "../../mail/locale.ts";
import type { WayOutToken } from "../../mail/tokens.ts";
import { type Copy, copyIn } from "../copy/copy.ts";
import { citationsInWords } from "./citations.ts";
import { complaint, described } from "./fields.ts";
import { noticeTable } from "./form-page.ts";
import type { Html } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";

/** What a press did. `asked`: the mailbox was. `outdated`: nothing, since the page was none that we had just shown. */
export type Said = "saved" | "joined" | "asked" | "outdated" | "malformed" | `address-${AddressAsked}`;

/** Whose page it is, and by which way it was opened. */
export interface Access extends WayOutToken {
  /** Whether it was opened by a link that this mailbox has just asked for: what a forwarded mail must not open needs it. */
  readonly fresh: boolean;
}

export async function choicesBody(
  c: Context,
  world: World,
  { subject, campaign, fresh }: Access,
  said: Said | null,
  typed = "",
): Promise<Visit & { readonly body: Html }> {
  const all = await preferences(world, subject);
  const visited = await visit(c, world, { subject, texts: all.map(({ label }) => label) });
  const { copy, language } = visited;
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const country = people.get(subject)?.recipient.country;
  const offers = setup ? await offersIn(world, setup, language, country) : new Map<string, Offer>();
  const offered = all.flatMap((preference) => {
    const offer = mayJoin(preference) ? offers.get(preference.purpose) : undefined;
    return offer ? [offer] : [];
  });
  const forms = [...new Set(offered.map(({ open }) => open))];
  const token = signRendered(
    world,
    subject,
    language,
    forms.map(({ form, controller }) => ({ form: cite(form), controller: cite(controller) })),
  );
  const link = c.req.param("token") ?? "";
  const action = `/p/${link}?lang=${language}`;
  const lines = (some: readonly Preference[]) =>
    html`<ul class="lines">${some.map((preference) => line(preference, offers.get(preference.purpose), visited))}</ul>`;
  const measured = all.filter(({ purpose }) => purpose === TRACKING_KEY);
  const { preferences: words, own } = copy;
  return {
    ...visited,
    body: html`<h1>${words.title}</h1>
${told(said, visited)}
<form method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
${lines(all.filter(({ purpose }) => purpose !== TRACKING_KEY))}
${measured.length > 0 ? html`<h2>${own.measured}</h2><p class="soft">${own.measuredText}</p>${lines(measured)}` : ""}
<h2>${words.all}</h2>
<p class="soft">${words.allText}</p>
<button class="quiet" type="submit" name="leave" value="${everything}">${words.leaveAll}</button>
<details>
<summary>${own.rights}</summary>
<p class="soft after">${own.withdrawText}</p>
<button class="quiet" type="submit" name="right" value="withdrawal">${own.withdraw}</button>
<p class="soft after">${own.objectText}</p>
<button class="quiet" type="submit" name="right" value="objection">${own.object}</button>
</details>
</form>
${languageForm(visited, `/p/${link}`, token)}
${addressForm(visited, fresh, action, token, typed, said === "malformed")}
${forms.map(
  ({ notice }) => html`<div class="notice after">${noticeTable(notice.content, language, copy.form.notice)}
<p><a href="/n/${notice.key}/${notice.version}?lang=${language}" target="_blank" rel="noopener">${copy.whole}</a></p></div>`,
)}
${campaign === null ? "" : html`<p class="after"><a href="/w/${link}?lang=${language}">${words.why}</a></p>`}
<p class="after"><a href="/r?lang=${language}">${copy.rights.link}</a></p>`,
  };
}

/** What is not received, unless the question is to rest; and what ends soon, to let it go on. */
function mayJoin({ state, pausedUntil, lapsesAt }: Preference): boolean {
  return lapsesAt !== null || (pausedUntil === null && (state === "none" || state === "stopped"));
}

const cite = ({ key, version }: Published<unknown>) => ({ key, version });

function told(said: Said | null, { copy }: Visit): Html {
  const { preferences: words, own } = copy;
  if (said === null) return html`<p class="lead">${words.lead}</p>`;
  const { address, mistakes } = copy;
  if (said === "malformed")
    return html`<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>${mistakes.title}</h2>
<ul><li><a href="#address">${mistakes["address-malformed"]}</a></li></ul>
</div>`;
  const sentences: Readonly<Record<Exclude<Said, "malformed">, string>> = {
    saved: words.saved,
    joined: own.joined,
    asked: own.asked,
    outdated: own.outdated,
    "address-asked": address.asked,
    "address-same": address.same,
    "address-often": address.often,
  };
  return html`<p class="note" role="status">${sentences[said]}</p>`;
}

function line(preference: Preference, offer: Offer | undefined, { copy, language }: Visit): Html {
  const { purpose, label, state, basis, citations, since, form, pausedUntil, lapsesAt, underAge } =
    preference;
  const { preferences: words, own, why } = copy;
  const name = textIn(label, language);
  const dated = since !== null && state !== "waiting";
  const stoppable = state === "receiving" || state === "waiting";
  return html`<li><div class="row"><div>
<strong>${name}</strong>
<span class="soft state ${state}">${words[state]}${dated ? `, ${words.since(dayInWords(since, language))}` : ""}</span>
${basis ? html`<span class="soft">${RECIPIENT_WORDS[language][basis]}</span>` : ""}
${underAge ? html`<span class="soft">${RECIPIENT_WORDS[language]["under-age"]}</span>` : ""}
${state === "waiting" ? html`<span class="soft">${words.waitingText}</span>` : ""}
${citations.length > 0 ? html`<span class="hint">${why.articles}${colonIn(language)}${citationsInWords(citations, language)}</span>` : ""}
</div>
${
  stoppable
    ? html`<button class="quiet" type="submit" name="leave" value="${purpose}" aria-label="${words.leaveNamed(name)}">${words.leave}</button>`
    : form && !offer && pausedUntil === null
      ? html`<a class="button quiet" href="/f/${form}?lang=${language}" aria-label="${words.joinNamed(name)}">${words.join}</a>`
      : ""
}</div>
${state === "receiving" && purpose !== TRACKING_KEY ? frequency(preference, name, copy) : ""}
${pausedUntil === null ? "" : html`<p class="hint">${own.paused(dayInWords(pausedUntil, language))}</p>`}
${lapsesAt === null ? "" : html`<p class="hint">${own.lapses(dayInWords(lapsesAt, language))}</p>`}
${offer && mayJoin(preference) ? joining(preference, name, offer, { copy, language }) : ""}</li>`;
}

function frequency({ purpose, atMost }: Preference, name: string, { own }: Copy): Html {
  const id = `often-${purpose}`;
  const option = (often: (typeof frequencies)[number]) =>
    html`<option value="${often}"${(atMost ?? "any") === often ? html` selected` : ""}>${own.frequencies[often]}</option>`;
  return html`<div class="search often"><label for="${id}"><span class="hint">${own.often}</span>
<select id="${id}" name="${id}">${frequencies.map(option)}</select></label>
<button class="quiet" type="submit" name="often" value="${purpose}" aria-label="${own.keepNamed(name)}">${own.keep}</button></div>`;
}

/** The button comes after the words that it stands for. */
function joining(
  { purpose, lapsesAt }: Preference,
  name: string,
  { open, box }: Offer,
  { copy, language }: Pick<Visit, "copy" | "language">,
): Html {
  const { preferences: words, own } = copy;
  return html`<div id="join-${purpose}"><span class="hint">${own.joining}</span><blockquote>${textIn(box.content.text, language)}</blockquote>
${open.form.content.doubleOptIn ? html`<p class="hint">${own.askFirst}</p>` : ""}</div>
${
  lapsesAt === null
    ? html`<button class="quiet" type="submit" name="join" value="${purpose}" aria-label="${words.joinNamed(name)}" aria-describedby="join-${purpose}">${words.join}</button>`
    : html`<button class="quiet" type="submit" name="join" value="${purpose}" aria-label="${own.renew}: ${name}" aria-describedby="join-${purpose}">${own.renew}</button>`
}`;
}

/** Its answer speaks the language that was chosen, so the address says none. */
function languageForm({ copy, language, languages }: Visit, action: string, token: string): Html | "" {
  if (!languages || languages.length < 2) return "";
  const option = (spoken: Language) =>
    html`<option value="${spoken}" lang="${spoken}"${spoken === language ? html` selected` : ""}>${copyIn(spoken).name}</option>`;
  return html`<form method="post" action="${action}" class="search after">
<input type="hidden" name="token" value="${token}">
<label for="language"><span class="name">${copy.own.language}</span>
<select id="language" name="language">${languages.map(option)}</select></label>
<button class="quiet" type="submit">${copy.own.keep}</button>
</form>`;
}

/** In a form of its own: Enter in its field must press no other button. */
function addressForm(
  { copy, language }: Visit,
  fresh: boolean,
  action: string,
  token: string,
  typed: string,
  malformed: boolean,
): Html {
  const { address, mistakes } = copy;
  const wrong = malformed ? mistakes["address-malformed"] : undefined;
  return html`<h2>${address.title}</h2>
${
  fresh
    ? html`<p class="soft">${address.text}</p>
<form method="post" action="${action}" class="search" novalidate>
<input type="hidden" name="token" value="${token}">
<label for="address"><span class="name">${address.field}</span>
<input type="email" id="address" name="address" value="${typed}" autocomplete="email" maxlength="320"${described("address", false, wrong)}></label>
<button class="quiet" type="submit">${address.button}</button>
${complaint("address", wrong)}
</form>`
    : html`<p class="soft">${address.fresh}</p>
<p><a class="button quiet" href="/p?lang=${language}">${address.freshLink}</a></p>`
}`;
}
