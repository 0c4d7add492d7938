// The demo shop as it would be if it had something for children, too.
import type { DeclaredSetup } from "../../src/app/setup/setup.ts";

/** With a purpose `comic`, and a form of that name for it. */
export function withComic(declared: DeclaredSetup): DeclaredSetup {
  const { newsletter: purpose } = declared.purposes;
  const { newsletter: clause } = declared.clauses;
  const { "sign-up": form } = declared.forms;
  if (!purpose || !clause || form?.kind !== "signUp") throw new Error("the shop has changed");
  const { embedding: _nowhere, ...own } = form;
  return {
    ...declared,
    purposes: { ...declared.purposes, comic: { ...purpose, childDirected: true } },
    clauses: { ...declared.clauses, comic: { ...clause, purpose: "comic" } },
    forms: { ...declared.forms, comic: { ...own, boxes: ["comic"] } },
  };
}
