// What a person sees when a page cannot be shown: what happened, in plain words of their language, and never a trace.
import type { Context } from "hono";
import { html } from "hono/html";
import type { World } from "../../app/ports.ts";
import type { ErrorCode } from "../../errors.ts";
import { chooseLanguage } from "../copy/choose.ts";
import { type Copy, copyIn } from "../copy/copy.ts";
import { codedErrorOf, problemOf } from "../problem.ts";
import { framedBy } from "./embedding.ts";
import { show } from "./layout.ts";
import { type Visit, visit } from "./visit.ts";

type Told = "malformed" | "notFound" | "busy" | "tooLarge" | "unsaved" | "failed";

const toldOf: Partial<Record<ErrorCode, Told>> = {
  "token-malformed": "malformed",
  "not-found": "notFound",
  "method-not-allowed": "notFound",
  "form-unknown": "notFound",
  "rate-limited": "busy",
  "body-too-large": "tooLarge",
  "database-unreachable": "unsaved",
  "disk-failing": "unsaved",
  "disk-full": "unsaved",
};

/** The page for an error that any page threw; the log, not the page, says more. */
export function failurePages(world: World): { failed(error: unknown, c: Context): Promise<Response> } {
  return {
    async failed(error, c) {
      const code = codedErrorOf(error)?.code;
      const visited = await visit(c, world).catch(() => alone(c));
      const [title, text] = words(visited.copy, (code && toldOf[code]) ?? "failed");
      const body = html`<h1>${title}</h1><p class="lead">${text}</p>`;
      const framed = await framedBy(c, world).catch(() => null);
      return show(c, { ...visited, title, body, framedBy: framed }, problemOf(error).status);
    },
  };
}

/** Where not even the controller's name can be read. */
function alone(c: Context): Visit {
  const language = chooseLanguage(c);
  return { language, copy: copyIn(language), controller: null };
}

function words({ problem, arrival }: Copy, told: Told): readonly [title: string, text: string] {
  if (told === "tooLarge") return [arrival.tooLarge, arrival.tooLargeText];
  return [problem[told], problem[`${told}Text`]];
}
