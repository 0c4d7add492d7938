// `/`: where to look. Beside the built-in mailbox it is the first page of a newcomer; elsewhere it lists the forms.
import { Hono } from "hono";
import { html } from "hono/html";
import type { World } from "../../app/ports.ts";
import { textIn } from "../../app/setup/in-language.ts";
import type { Setup } from "../../app/setup/setup.ts";
import { type Html, show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";

export function homePages(world: World, { mailbox }: { readonly mailbox: boolean }): Hono {
  return new Hono().get("/", async (c) => {
    const setup = await world.store.setup.current();
    const titles = Object.values(setup?.forms ?? {}).map(({ content }) => content.title);
    const visited = await visit(c, world, { texts: titles });
    const { copy, controller } = visited;
    const title = controller && !mailbox ? controller.name : copy.homePage.title;
    return show(c, {
      ...visited,
      // Beside the built-in mailbox it is the product that speaks, not the controller.
      controller: mailbox ? null : controller,
      title,
      indexed: !mailbox,
      body: html`<h1>${title}</h1>
${mailbox ? html`<p class="lead">${copy.homePage.lead}</p>` : ""}
${mailbox && controller ? html`<p class="soft">${copy.homePage.setUpFor(controller.name)}</p>` : ""}
${setup ? content(setup, mailbox, visited) : html`<p>${copy.problem.missingText}</p><pre>licet apply licet.yaml</pre>`}`,
    });
  });
}

function content(setup: Setup, mailbox: boolean, { copy, language }: Visit): Html {
  const words = copy.homePage;
  const order = Object.keys(words.kinds);
  const forms = Object.values(setup.forms).sort(
    (one, other) => order.indexOf(one.content.kind) - order.indexOf(other.content.kind),
  );
  const marketing = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
  // One that advertises something, rather than a consent to being measured.
  const purpose = (marketing.find(({ content }) => content.category) ?? marketing[0])?.key ?? "PURPOSE";
  // The demo shop brings a campaign that is ready to go.
  const template = setup.controller.key === "lunaria" ? "examples/lunaria/spring.md" : "MESSAGE.md";
  return html`<h2>${words.forms}</h2>
<p class="soft">${words.formsText}</p>
<ul class="lines">${forms.map(
    ({ key, content: form }) =>
      html`<li class="row"><a href="/f/${key}?lang=${language}">${textIn(form.title, language)}</a><span class="soft">${words.kinds[form.kind]}</span></li>`,
  )}</ul>
${
  mailbox
    ? html`<h2>${words.mailbox}</h2>
<p class="soft">${words.mailboxText}</p>
<p><a class="button" href="/mailbox?lang=${language}">${words.openMailbox}</a></p>
<h2>${words.commands}</h2>
<p class="soft">${words.commandsText}</p>
<pre><i># ${words.audience}</i>
./bin/licet audience --purpose ${purpose}

<i># ${words.explain}</i>
./bin/licet explain EMAIL

<i># ${words.send}</i>
./bin/licet campaign send --purpose ${purpose} --template ${template}</pre>`
    : ""
}`;
}
