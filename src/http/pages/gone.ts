// What somebody sees whose link has ended with an erasure: that it has, and what was kept.
import type { Context } from "hono";
import { html } from "hono/html";
import { show } from "./layout.ts";
import type { Visit } from "./visit.ts";

export function gone(c: Context, visited: Visit): Promise<Response> {
  const { title, text } = visited.copy.gone;
  return show(c, { ...visited, title, body: html`<h1>${title}</h1><p class="lead">${text}</p>` }, 410);
}
