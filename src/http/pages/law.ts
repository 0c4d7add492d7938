// `/law/{code}`: what a refusal of the gate means, for whoever runs the software that it was told to.
import { Hono } from "hono";
import { html } from "hono/html";
import type { World } from "../../app/ports.ts";
import { isRefusalCode } from "../../core/codes.ts";
import { EXPLANATIONS } from "../../core/explanations/languages.ts";
import { rowFor } from "../../core/rows.ts";
import { CodedError } from "../../errors.ts";
import { citationsInWords } from "./citations.ts";
import { show } from "./layout.ts";
import { visit } from "./visit.ts";

export function lawPages(world: World): Hono {
  return new Hono().get("/law/:code", async (c) => {
    const code = c.req.param("code");
    if (!isRefusalCode(code)) throw new CodedError("not-found");
    const { en, fr, es } = EXPLANATIONS;
    const worded = { en: en[code], fr: fr[code], es: es[code] };
    const texts = [{ en: en[code].name, fr: fr[code].name, es: es[code].name }];
    const visited = await visit(c, world, { texts });
    const words = worded[visited.language as keyof typeof worded] ?? en[code];
    return show(c, {
      ...visited,
      title: words.name,
      body: html`<h1>${words.name}</h1>
<p class="lead">${words.operator}</p>
<p>${words.remedy}</p>
<p class="soft">${citationsInWords(rowFor(undefined)?.citations[code] ?? [], visited.language)}</p>
<p class="mark">${code}</p>`,
    });
  });
}
