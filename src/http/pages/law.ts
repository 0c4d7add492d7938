// `/law/{code}`: what a refusal of the gate means, for whoever runs the software that it was told to.
import { Hono } from "hono";
import { html } from "hono/html";
import type { World } from "../../app/ports.ts";
import { isRefusalCode } from "../../core/codes.ts";
import type { OperatorWords } from "../../core/explanations/explanation.ts";
import { HELD_BACK } from "../../core/explanations/held-back.ts";
import { EXPLANATIONS, type ExplanationLanguage } from "../../core/explanations/languages.ts";
import { rowFor } from "../../core/rows.ts";
import { CodedError } from "../../errors.ts";
import { citationsInWords } from "./citations.ts";
import { show } from "./layout.ts";
import { visit } from "./visit.ts";

export function lawPages(world: World): Hono {
  return new Hono().get("/law/:code", async (c) => {
    const code = c.req.param("code");
    const worded = wordsOf(code);
    if (worded === null) throw new CodedError("not-found");
    const texts = [{ en: worded.en.name, fr: worded.fr.name, es: worded.es.name }];
    const visited = await visit(c, world, { texts });
    const words = worded[visited.language as ExplanationLanguage] ?? worded.en;
    const law = isRefusalCode(code) ? (rowFor(undefined)?.citations[code] ?? []) : [];
    return show(c, {
      ...visited,
      title: words.name,
      body: html`<h1>${words.name}</h1>
<p class="lead">${words.operator}</p>
<p>${words.remedy}</p>
${law.length === 0 ? "" : html`<p class="soft">${citationsInWords(law, visited.language)}</p>`}
<p class="mark">${code}</p>`,
    });
  });
}

/** Null: the gate says no such thing. */
function wordsOf(code: string): Readonly<Record<ExplanationLanguage, OperatorWords>> | null {
  if (code === "held-back") return HELD_BACK;
  if (!isRefusalCode(code)) return null;
  const { en, fr, es } = EXPLANATIONS;
  return { en: en[code], fr: fr[code], es: es[code] };
}
