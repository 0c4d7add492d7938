// Work that a browser does by itself while a person fills in a form, so that mail need not wait when too many forms come.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { World } from "../../app/ports.ts";
import { hours } from "../../core/instant.ts";
import { readFormToken } from "../../mail/tokens.ts";
import type { Html } from "./layout.ts";

/** The name of the field that the script fills in. */
const fieldName = "work";

/** About 256 derivations of a key, on a telephone some seconds; a check is one of them. */
const effort = { algorithm: "PBKDF2/SHA-256", cost: 10_000, keyPrefix: "00" } as const;

const workedHours = 2;
const mostRemembered = 50_000;

export interface Work {
  /** The field with the task, and the script that does it. */
  ask(token: string): Promise<Html>;
  /** Whether the task of this page was done: for one address, and not long ago. */
  isDone(token: string, work: string, address: string): Promise<boolean>;
}

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(effort.algorithm),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(effort.cost),
      keyLength: z.int(),
      keyPrefix: z.literal(effort.keyPrefix),
      data: z.object({ page: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
});

/**
 * The task belongs to one page by the nonce of its token, and counts for the first address that it comes with; the memory
 * of that is this process's. Nobody needs to do it: what comes without is on record as well, and its mail waits.
 */
export function openWork({ clock, secrets }: Pick<World, "clock" | "secrets">): Work {
  const hmacSignatureSecret = createHmac("sha256", secrets.tokenKey).update("licet work 1").digest("hex");
  const used = new Map<string, string>();
  return {
    async ask(token) {
      const page = readFormToken(token, secrets.tokenKey)?.nonce ?? "";
      const challenge = await createChallenge({ ...effort, deriveKey, hmacSignatureSecret, data: { page } });
      return html`<input type="hidden" name="${fieldName}" data-challenge="${JSON.stringify(challenge)}">
<script type="module" src="${scripts.path}/solve.js"></script>`;
    },

    async isDone(token, work, address) {
      const page = readFormToken(token, secrets.tokenKey);
      const told = payload.safeParse(parse(work));
      if (!page || !told.success || page.issuedAt + hours(workedHours) < clock.now()) return false;
      const { challenge, solution } = told.data;
      if (challenge.parameters.data.page !== page.nonce) return false;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
      if (!verified) return false;
      const first = used.get(page.nonce) ?? address;
      used.set(page.nonce, first);
      if (used.size > mostRemembered) used.delete(used.keys().next().value as string);
      return first === address;
    },
  };
}

function parse(work: string): unknown {
  try {
    return JSON.parse(work);
  } catch {
    return null;
  }
}

const solve = [
  'import { solveChallenge } from "./pow.js";',
  'import { deriveKey } from "./algorithms/web/pbkdf2.js";',
  'const field = document.querySelector("input[data-challenge]");',
  "const challenge = JSON.parse(field.dataset.challenge);",
  "const solution = await solveChallenge({ challenge, deriveKey });",
  "if (solution) field.value = JSON.stringify({ challenge, solution });",
].join("\n");

/** The library's own modules as they come, and the lines that call them, under an address that changes with them. */
const scripts = readScripts();

function readScripts(): { readonly path: string; readonly files: ReadonlyMap<string, string> } {
  const library = dirname(fileURLToPath(import.meta.resolve("altcha-lib")));
  const names = ["pow.js", "helpers.js", "types.js", "algorithms/web/pbkdf2.js"];
  const files = new Map(names.map((name) => [name, readFileSync(join(library, name), "utf8")]));
  files.set("solve.js", solve);
  const hash = createHash("sha256")
    .update([...files.values()].join("\0"))
    .digest("hex")
    .slice(0, 12);
  return { path: `/assets/work-${hash}`, files };
}

export function workScripts(): Hono {
  return new Hono().get(`${scripts.path}/:name{.+}`, (c) => {
    const script = scripts.files.get(c.req.param("name"));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
  });
}
