// `/f/{form}`: shows a form, and takes what comes back from it.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { isForChildren } from "../../app/consent/children.ts";
import { type OpenForm, openForm, signShown } from "../../app/consent/open-form.ts";
import { type Retired, type Submitted, submitForm } from "../../app/consent/submit-form.ts";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import type { Language } from "../../core/languages.ts";
import { momentInWords } from "../../mail/locale.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { chooseLanguage } from "../copy/choose.ts";
import { copyIn } from "../copy/copy.ts";
import { framedBy } from "./embedding.ts";
import { trapName } from "./fields.ts";
import { type FormView, formBody, nothingTyped, type Typed } from "./form-page.ts";
import { type Html, show } from "./layout.ts";
import { readPosted } from "./posted.ts";
import { openPressure, type PressureLimits } from "./pressure.ts";
import { themeOf } from "./theme-css.ts";
import { visit } from "./visit.ts";
import { openWork } from "./work.ts";

/** @param onTrapped - hears of each form that was filled in where no person sees a field. */
export function formPages(
  world: World,
  addressOf: ClientAddress,
  limits: PressureLimits,
  onTrapped: (form: string) => void,
): Hono {
  const pressure = openPressure(world, limits, addressOf);
  const work = openWork(world);
  /** How the form is shown to this visitor, whatever stands in it. */
  const around = async (c: Context): Promise<Around> => {
    const high = pressure.isHigh(c, c.req.param("form") ?? "");
    return { framed: await framedBy(c, world), workFor: async (token) => (high ? work.ask(token) : null) };
  };
  return new Hono()
    .get("/f/:form", async (c) => {
      const open = await openForm(world, c.req.param("form"));
      return open
        ? showForm(c, world, open, { typed: nothingTyped, ...(await around(c)) })
        : closed(c, world);
    })
    .post("/f/:form", async (c) => {
      const fields = await readPosted(c);
      const typed: Typed = {
        // What no field of a browser can hold has no place on a page either.
        email: fields.one("email").replace(/\p{Cc}/gu, " "),
        country: fields.one("country"),
        product: fields.one("product"),
        birthDate: fields.one("birthDate"),
        guardian: fields.one("guardian").replace(/\p{Cc}/gu, " "),
        refused: fields.one("refused") !== "",
      };
      const [token, address] = [fields.one("token"), fields.one("email")];
      const paces = pressure.count(c, c.req.param("form"));
      const worked = paces.length > 0 && (await work.isDone(token, fields.one("work"), address));
      const trapped = fields.one(trapName) !== "";
      const submitted = await submitForm(world, {
        form: c.req.param("form"),
        token,
        address,
        country: typed.country,
        product: typed.product,
        birthDate: typed.birthDate,
        guardian: typed.guardian,
        ticked: fields.all("box"),
        refused: typed.refused,
        connection: readConnection(c, addressOf),
        paces: worked ? [] : paces,
        trapped,
      });
      if (trapped && submitted.outcome === "accepted") onTrapped(c.req.param("form"));
      const shown = await around(c);
      if (submitted.outcome === "accepted") return thank(c, submitted, shown.framed);
      // Shown again in the version in force, with a new token: whoever ticks now reads what stands now.
      const open = await openForm(world, c.req.param("form"));
      if (!open) return closed(c, world);
      return submitted.outcome === "unknownPage"
        ? showForm(c, world, open, { typed, ...shown, unknownPage: true })
        : showForm(c, world, open, {
            typed,
            ...shown,
            mistakes: submitted.mistakes,
            youngerThan: submitted.youngerThan,
            language: submitted.language,
          });
    });
}

interface Around {
  readonly framed: readonly string[] | null;
  readonly workFor: (token: string) => Promise<Html | null>;
}

type Showing = Around &
  Pick<FormView, "typed"> &
  Partial<Pick<FormView, "mistakes" | "unknownPage" | "youngerThan">> & { readonly language?: Language };

async function showForm(c: Context, world: World, open: OpenForm, showing: Showing): Promise<Response> {
  const { typed, framed, mistakes = [], unknownPage = false, youngerThan = null } = showing;
  const setup = await world.store.setup.current();
  const language = chooseLanguage(c, open.languages, { link: showing.language });
  const copy = copyIn(language);
  const token = signShown(world, open, language);
  const work = await showing.workFor(token);
  const wrong = unknownPage || mistakes.length > 0;
  const title = textIn(open.form.content.title, language);
  return show(
    c,
    {
      language,
      languages: open.languages,
      controller: open.controller.content,
      title: wrong ? `${copy.mistakes.prefix}${title}` : title,
      body: formBody({
        open,
        language,
        token,
        work,
        typed,
        mistakes,
        forChildren: setup !== null && isForChildren(open.boxes, setup),
        youngerThan,
        unknownPage,
        framed: Boolean(framed),
      }),
      indexed: !wrong && !framed,
      framedBy: framed,
      scripted: work !== null,
      theme: themeOf(open.controller.content, open.form.content),
    },
    wrong ? 422 : 200,
  );
}

/** The same for everybody: it says what was sent, never what is known. */
function thank(
  c: Context,
  {
    open,
    language,
    ticked,
    refused,
    reference,
    retired,
    guardianUntil,
  }: Extract<Submitted, { outcome: "accepted" }>,
  framed: readonly string[] | null,
): Promise<Response> {
  const copy = copyIn(language);
  const form = open.form.content;
  const nothing = retired.request || (form.kind === "signUp" && !ticked);
  const title = nothing
    ? copy.arrival.nothing
    : guardianUntil !== null && form.kind === "signUp"
      ? copy.guardian.asked
      : copy.thanks[form.kind];
  const choice =
    guardianUntil !== null
      ? html`<p class="lead">${copy.guardian.askedText(momentInWords(guardianUntil, language))}</p>`
      : form.doubleOptIn
        ? html`<h2>${copy.thanks.look}</h2><p>${copy.thanks.mailbox}</p>`
        : html`<p>${copy.thanks.recorded}</p>`;
  const softOptIn = form.kind === "order" && form.softOptIn !== undefined;
  return show(c, {
    language,
    controller: open.controller.content,
    framedBy: framed,
    theme: themeOf(open.controller.content, form),
    title,
    body: html`<h1>${title}</h1>
${reference ? html`<p class="lead">${copy.thanks.reference(reference)}</p>` : ""}
${form.kind === "informationRequest" && !retired.request ? html`<p class="lead">${copy.thanks.answer}</p>` : ""}
${retired.request ? html`<p class="lead">${copy.arrival.requestGone}</p>` : ""}
${retired.boxes.length > 0 ? gone(retired, language) : ""}
${ticked ? choice : ""}
${form.kind === "order" ? html`<p>${copy.thanks.orderMail}${softOptIn && !refused ? ` ${copy.thanks.orderOpens}` : ""}</p>` : ""}
${refused ? html`<p>${copy.thanks.refused}</p>` : ""}
${form.kind === "order" && !ticked && !softOptIn ? html`<p>${copy.thanks.kept}</p>` : ""}`,
  });
}

/** A tick for what the controller has given up since the page was opened. */
function gone({ boxes }: Retired, language: Language): Html {
  return html`<div class="note"><p>${copyIn(language).arrival.boxesGone}</p>
${boxes.map(({ content }) => html`<blockquote>${textIn(content.text, language)}</blockquote>`)}</div>`;
}

async function closed(c: Context, world: World): Promise<Response> {
  const visited = await visit(c, world);
  const { unavailable, unavailableText } = visited.copy.form;
  const body = html`<h1>${unavailable}</h1><p class="lead">${unavailableText}</p>`;
  return show(c, { ...visited, title: unavailable, body }, 404);
}
