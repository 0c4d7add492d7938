// GET /forms/{form}: what `<licet-consent>` shows inside a page of the controller's own, and the signed token that names it.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { embeddedForm, pageShowing } from "../../app/consent/embed-form.ts";
import { type OpenForm, signShown } from "../../app/consent/open-form.ts";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import { LANGUAGES, type Language } from "../../core/languages.ts";
import { chooseLanguage } from "../copy/choose.ts";
import { copyIn } from "../copy/copy.ts";
import { json, openProblems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const shownSchema = z
  .object({
    form: z.object({ key: z.string(), version: z.int() }),
    language: z.enum(LANGUAGES),
    token: z.string().openapi({ description: "Names what is shown; for `POST /submissions`" }),
    boxes: z
      .object({
        legend: z.string(),
        hint: z.string(),
        items: z.array(z.object({ key: z.string(), text: z.string() })),
      })
      .nullable()
      .openapi({ description: "One for each purpose; never to be shown ticked, nor required" }),
    softOptIn: z.object({ legend: z.string(), text: z.string(), refusal: z.string() }).nullable().openapi({
      description: "Of a purchase: what is said of similar products, and the box that refuses it",
    }),
    notice: z.object({
      title: z.string(),
      rows: z.array(z.object({ title: z.string(), text: z.string() })),
      whole: z.object({ label: z.string(), url: z.url() }),
    }),
  })
  .openapi("ShownForm");

export function formsApi(world: World): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: refuseInvalid });
  const route = createRoute({
    method: "get",
    path: "/forms/{form}",
    summary: "What a form shows inside a page of your own",
    description:
      "For browsers: no key, and only for pages of the origins that the form names under `embedding`. `<licet-consent>` asks it.",
    security: [],
    request: {
      params: z.object({ form: z.string() }),
      query: z.object({
        lang: z
          .string()
          .optional()
          .openapi({ description: "Before the browser's own languages", example: "fr" }),
        page: z.string().optional().openapi({ description: "Address of the page that shows it" }),
      }),
    },
    responses: {
      ...openProblems("form-unknown", "form-for-children", "origin-refused", "query-malformed"),
      200: json(shownSchema, "What to show, unchanged"),
    },
  });
  api.openapi(route, async (c) => {
    // What is answered depends on who asks; a cache must not hand it to another page.
    c.header("Vary", "Origin, Accept-Language");
    const origin = statedOrigin(c);
    const open = await embeddedForm(world, c.req.valid("param").form, origin);
    c.header("Access-Control-Allow-Origin", origin as string);
    const language = chooseLanguage(c, open.languages);
    const page = pageShowing(origin as string, c.req.valid("query").page ?? "");
    return c.json(shown(world, open, language, page), 200);
  });
  return api;
}

/** A GET within one origin states none (Fetch 3.2); then the browser says that it is one, and the referrer which. */
function statedOrigin(c: Context): string | null {
  const origin = c.req.header("origin");
  if (origin !== undefined || c.req.header("sec-fetch-site") !== "same-origin") return origin ?? null;
  return URL.parse(c.req.header("referer") ?? "")?.origin ?? null;
}

function shown(world: World, open: OpenForm, language: Language, page: string): z.infer<typeof shownSchema> {
  const { form, notice, boxes } = open;
  const copy = copyIn(language);
  const { content } = form;
  const softOptIn = content.kind === "order" ? content.softOptIn : undefined;
  const hints = [copy.form.boxesHint, ...(content.doubleOptIn ? [copy.form.confirmHint] : [])];
  return {
    form: { key: form.key, version: form.version },
    language,
    token: signShown(world, open, language, page),
    boxes:
      boxes.length === 0
        ? null
        : {
            legend: copy.form.boxes,
            hint: hints.join(" "),
            items: boxes.map((box) => ({ key: box.key, text: textIn(box.content.text, language) })),
          },
    softOptIn: softOptIn
      ? {
          legend: copy.form.softOptIn,
          text: textIn(softOptIn.text, language),
          refusal: textIn(softOptIn.refusal, language),
        }
      : null,
    notice: {
      title: copy.form.notice,
      rows: notice.content.first.map(({ title, text }) => ({
        title: textIn(title, language),
        text: textIn(text, language),
      })),
      whole: {
        label: copy.whole,
        url: `${world.publicUrl}/n/${notice.key}/${notice.version}?lang=${language}`,
      },
    },
  };
}
