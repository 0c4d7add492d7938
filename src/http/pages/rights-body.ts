// What stands on the page of one's rights: what is held in short, and a button for each thing that may be done about it.
import { html } from "hono/html";
import { signRendered } from "../../app/consent/rendered.ts";
import type { World } from "../../app/ports.ts";
import { isRestricted } from "../../app/rights/exercise.ts";
import { type HeldData, heldData } from "../../app/rights/held.ts";
import { actInWords, personRows } from "../../app/rights/held-paper.ts";
import { HELD_WORDS } from "../../app/rights/words/words.ts";
import { RESTRICTION_GROUNDS } from "../../core/facts.ts";
import { parseInstant } from "../../core/instant.ts";
import { LANGUAGES, type Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { rightsSentences } from "../../mail/copy/rights/rights.ts";
import { colonIn, countriesInWords, dayInWords, momentInWords } from "../../mail/locale.ts";
import { copyIn } from "../copy/copy.ts";
import type { Html } from "./layout.ts";
import type { Visit } from "./visit.ts";

/** What a press did. The last three: nothing. */
export type RightsSaid =
  | "corrected"
  | "restricted"
  | "lifted"
  | "objected"
  | "asked"
  | "outdated"
  | "missing"
  | "wrong";

export interface TypedWords {
  readonly act: string;
  readonly words: string;
}

/** The law of which may be asked for: the European Economic Area, the United Kingdom and Switzerland. */
export const countriesToLiveIn: readonly string[] =
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
    " ",
  );

export async function rightsBody(
  world: World,
  subject: SubjectId,
  visited: Visit,
  action: string,
  said: RightsSaid | null,
  typed: TypedWords | null,
): Promise<Html> {
  const { copy, language } = visited;
  const held = await heldData(world, subject, language);
  const person = (await world.store.people.find([subject])).get(subject);
  const setup = await world.store.setup.current();
  const restricted =
    person !== undefined && setup !== null && isRestricted(person.standing, setup.controller.content.id);
  const words = copy.rights;
  const token = signRendered(world, subject, language);
  const form = (content: Html) =>
    html`<form method="post" action="${action}?lang=${language}"><input type="hidden" name="token" value="${token}">${content}</form>`;
  const written = (act: string, label: string) =>
    form(html`<div class="field after">
<label class="name" for="words-${act}">${label}</label>
<textarea id="words-${act}" name="words" rows="3" maxlength="5000">${typed?.act === act ? typed.words : ""}</textarea>
</div>
<button class="quiet" type="submit" name="act" value="${act}">${words.send}</button>`);
  /** What few need is out of the way until it is asked for, or has to be looked at again. */
  const folded = (act: string, label: string) =>
    html`<details${typed?.act === act ? html` open` : ""}><summary>${label}</summary>${written(act, label)}</details>`;
  const button = (act: string, label: string) =>
    html`<button class="quiet" type="submit" name="act" value="${act}">${label}</button>`;
  return html`<h1>${words.title}</h1>
${told(said, words)}
<h2>${words.held}</h2>
${inShort(held, words.more)}
<h2>${words.take}</h2>
<p class="soft">${words.takeText}</p>
${form(html`<div class="buttons">${button("pdf", words.pdf)} ${button("json", words.json)}</div>`)}
<h2>${words.correct}</h2>
<p class="soft">${words.correctText}</p>
${form(corrections(language, words.keep, words.save))}
${folded("correct-words", words.elseWrong)}
<h2>${words.restrict}</h2>
${
  restricted
    ? html`<p class="soft">${words.liftText}</p>${form(button("lift", words.lift))}`
    : html`<p class="soft">${words.restrictText}</p>
${form(html`<div class="field"><label class="name" for="ground">${words.ground}</label>
<select id="ground" name="ground">${RESTRICTION_GROUNDS.map((ground) => html`<option value="${ground}">${words.grounds[ground]}</option>`)}</select></div>
${button("restrict", words.restrictButton)}`)}`
}
<h2>${words.object}</h2>
<p class="soft">${words.objectText}</p>
${form(button("object", words.objectButton))}
${folded("object-words", words.objectElse)}
<h2>${words.erase}</h2>
<p class="soft">${words.eraseText}</p>
${form(button("erase", words.eraseButton))}
<h2>${words.other}</h2>
<p class="soft">${words.otherText}</p>
${written("other", words.otherLabel)}`;
}

function told(said: RightsSaid | null, words: ReturnType<typeof copyIn>["rights"]): Html {
  if (said === null) return html`<p class="lead">${words.lead}</p>`;
  return said === "missing" || said === "wrong" || said === "outdated"
    ? html`<div class="summary" role="alert" tabindex="-1" autofocus><p>${words[said]}</p></div>`
    : html`<p class="note" role="status">${words[said]}</p>`;
}

function inShort(held: HeldData, more: string): Html {
  const { language, tables, purposes, requests } = held;
  const words = HELD_WORDS[language];
  const rights = rightsSentences[language].reply.rights;
  const colon = colonIn(language);
  const day = (at: string) => dayInWords(parseInstant(at) ?? 0, language);
  return html`<dl>${personRows(held).map(
    ({ key, value }) =>
      html`<dt>${key}</dt><dd${typeof value === "string" ? "" : html` class="mark"`}>${typeof value === "string" ? value : value.mono}</dd>`,
  )}</dl>
<h3>${words.purposes}</h3>
<ul class="plain">${purposes.map(({ label, ground }) => html`<li><strong>${label}</strong> <span class="soft">${ground}</span></li>`)}</ul>
${
  requests.length === 0
    ? ""
    : html`<h3>${words.requests}</h3><ul class="plain">${requests.map(
        ({ right, receivedAt, dueAt, answeredAt }) =>
          html`<li>${day(receivedAt)}${colon}${rights[right]} <span class="soft">${answeredAt === null ? words.due(day(dueAt)) : words.answered(day(answeredAt))}</span></li>`,
      )}</ul>`
}
<details><summary>${more}</summary>
<h3>${words.acts}</h3>
<ul class="plain">${tables.facts.map(
    ({ at, type, source }) =>
      html`<li>${momentInWords(parseInstant(String(at)) ?? 0, language)}${colon}${actInWords({ type }, language)} <span class="soft">${source}</span></li>`,
  )}</ul>
${
  tables.deliveries.length === 0
    ? ""
    : html`<h3>${words.mails}</h3><ul class="plain">${tables.deliveries.map(
        ({ askedAt, messageSubject, state }) =>
          html`<li>${momentInWords(parseInstant(String(askedAt)) ?? 0, language)}${colon}${messageSubject} <span class="soft">${words.states[String(state)] ?? state}</span></li>`,
      )}</ul>`
}
<h3>${words.recipients}</h3>
<ul class="plain">${held.recipients.map((line) => html`<li>${line}</li>`)}</ul>
<h3>${words.retention}</h3>
<ul class="plain">${held.retention.map((line) => html`<li>${line}</li>`)}</ul>
</details>`;
}

/** Nothing is chosen beforehand: what is left as it is stays as it is. */
function corrections(language: Language, keep: string, save: string): Html {
  const words = HELD_WORDS[language];
  const options = (values: readonly { readonly value: string; readonly label: string }[]) =>
    html`<option value="">${keep}</option>${values.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}`;
  const languages = LANGUAGES.map((value) => ({ value, label: copyIn(value).name }));
  return html`<div class="field"><label class="name" for="language">${words.language}</label>
<select id="language" name="language">${options(languages)}</select></div>
<div class="field"><label class="name" for="country">${words.country}</label>
<select id="country" name="country">${options(countriesInWords(countriesToLiveIn, language))}</select></div>
<div class="field"><label class="name" for="birthDate">${words.birthDate}</label>
<input type="date" id="birthDate" name="birthDate" min="1900-01-01"></div>
<button class="quiet" type="submit" name="act" value="correct">${save}</button>`;
}

/** The second step of an erasure: what goes, what stays and why (GDPR 17(3)). */
export function sureBody(world: World, subject: SubjectId, visited: Visit, action: string): Html {
  const { copy, language } = visited;
  const words = copy.rights;
  return html`<h1>${words.sure}</h1>
<p class="lead">${words.sureLead}</p>
<h2>${words.stays}</h2>
<ul>${rightsSentences[language].reply.kept.map((line) => html`<li>${line}</li>`)}</ul>
<p>${words.sureMail} ${words.sureTake}</p>
<form method="post" action="${action}?lang=${language}"><input type="hidden" name="token" value="${signRendered(world, subject, language)}">
<button type="submit" name="act" value="erase-now">${words.yes}</button></form>
<p class="after"><a href="${action}?lang=${language}">${words.no}</a></p>`;
}

export function erasedBody({ copy, language }: Visit): Html {
  const { erased, erasedText, stays } = copy.rights;
  return html`<h1>${erased}</h1>
<p class="lead">${erasedText}</p>
<h2>${stays}</h2>
<ul>${rightsSentences[language].reply.kept.map((line) => html`<li>${line}</li>`)}</ul>`;
}
