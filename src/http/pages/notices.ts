// `/n/{notice}/{version}`: the whole privacy notice, in any version that was ever shown.
import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import { noticeTexts } from "../../app/setup/texts.ts";
import { CodedError } from "../../errors.ts";
import { markdownToHtml } from "../../mail/markdown.ts";
import { noticeTable } from "./form-page.ts";
import { show } from "./layout.ts";
import { visit } from "./visit.ts";

export function noticePages(world: World): Hono {
  return new Hono().get("/n/:notice/:version{[1-9][0-9]{0,8}}", async (c) => {
    const version = Number(c.req.param("version"));
    const notice = await world.store.setup.version("notice", c.req.param("notice"), version);
    if (!notice) throw new CodedError("not-found");
    const visited = await visit(c, world, { texts: noticeTexts(notice.content) });
    const { copy, language } = visited;
    return show(c, {
      ...visited,
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
