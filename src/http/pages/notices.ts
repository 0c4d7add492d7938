// `/n/{notice}/{version}`: the whole privacy notice, in any version that was ever shown.
import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { World } from "../../app/ports.ts";
import { languages as everyLanguage } from "../../app/setup/setup.ts";
import { CodedError } from "../../errors.ts";
import { markdownToHtml } from "../../mail/markdown.ts";
import { chooseLanguage, copyIn, textIn } from "../copy/choose.ts";
import { noticeTable } from "./form-page.ts";
import { show } from "./layout.ts";
import { visit } from "./visit.ts";

export function noticePages(world: World): Hono {
  return new Hono().get("/n/:notice/:version{[1-9][0-9]{0,8}}", async (c) => {
    const [notice, { controller }] = await Promise.all([
      world.store.setup.version("notice", c.req.param("notice"), Number(c.req.param("version"))),
      visit(c, world),
    ]);
    if (!notice) throw new CodedError("not-found");
    const languages = (controller?.languages ?? everyLanguage).filter(
      (language) => notice.content.second[language] !== undefined,
    );
    const language = chooseLanguage(c, languages);
    const copy = copyIn(language);
    return show(c, {
      language,
      languages,
      controller,
      title: copy.notice.title,
      indexed: true,
      body: html`<h1>${copy.notice.title}</h1>
<p class="soft">${copy.notice.version(notice.version)}</p>
${noticeTable(notice.content, language, copy.form.notice)}
<h2>${copy.notice.second}</h2>
<div class="prose">${raw(markdownToHtml(textIn(notice.content.second, language)))}</div>
<p class="mark">${notice.hash}</p>`,
    });
  });
}
