// `/p/{token}`: everything that one person may be sent, and a button to stop each.
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { leave, type Preference, preferences } from "../../app/consent/preferences.ts";
import { everything } from "../../app/consent/withdraw.ts";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import { RECIPIENT_WORDS } from "../../core/recipients/recipients.ts";
import { dayInWords } from "../../mail/locale.ts";
import type { WayOutToken } from "../../mail/tokens.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { type Html, show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";
import { tokenOf } from "./way-out.ts";

export function preferencePages(world: World, addressOf: ClientAddress): Hono {
  return new Hono()
    .get("/p/:token", (c) => showPreferences(c, world, tokenOf(c, world), false))
    .post("/p/:token", async (c) => {
      const wayOut = tokenOf(c, world);
      const purpose = (await c.req.formData().catch(() => null))?.get("leave");
      const connection = readConnection(c, addressOf);
      const left = typeof purpose === "string" && (await leave(world, wayOut.subject, purpose, connection));
      return showPreferences(c, world, wayOut, left);
    });
}

async function showPreferences(
  c: Context,
  world: World,
  wayOut: WayOutToken,
  saved: boolean,
): Promise<Response> {
  const all = await preferences(world, wayOut.subject);
  const texts = all.map(({ label }) => label);
  const visited = await visit(c, world, { subject: wayOut.subject, texts });
  const { copy, language } = visited;
  const token = c.req.param("token") ?? "";
  const words = copy.preferences;
  return show(c, {
    ...visited,
    title: words.title,
    body: html`<h1>${words.title}</h1>
${saved ? html`<p class="note" role="status">${words.saved}</p>` : html`<p class="lead">${words.lead}</p>`}
<form method="post" action="/p/${token}?lang=${language}">
<ul class="lines">${all.map((preference) => line(preference, visited))}</ul>
<h2>${words.all}</h2>
<p class="soft">${words.allText}</p>
<button class="quiet" type="submit" name="leave" value="${everything}">${words.leaveAll}</button>
</form>
${wayOut.campaign === null ? "" : html`<p class="after"><a href="/w/${token}?lang=${language}">${words.why}</a></p>`}`,
  });
}

function line({ purpose, label, state, basis, since, form }: Preference, { copy, language }: Visit): Html {
  const words = copy.preferences;
  const name = textIn(label, language);
  const dated = since !== null && state !== "waiting";
  const stoppable = state === "receiving" || state === "waiting";
  return html`<li class="row"><div>
<strong>${name}</strong>
<span class="soft state ${state}">${words[state]}${dated ? `, ${words.since(dayInWords(since, language))}` : ""}</span>
${basis ? html`<span class="soft">${RECIPIENT_WORDS[language][basis]}</span>` : ""}
${state === "waiting" ? html`<span class="soft">${words.waitingText}</span>` : ""}
</div>
${
  stoppable
    ? html`<button class="quiet" type="submit" name="leave" value="${purpose}" aria-label="${words.leaveNamed(name)}">${words.leave}</button>`
    : form
      ? html`<a class="button quiet" href="/f/${form}?lang=${language}" aria-label="${words.joinNamed(name)}">${words.join}</a>`
      : ""
}</li>`;
}
