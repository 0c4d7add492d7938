// How long one person is kept, in a sentence.
import type { Keeping } from "../app/retention/keeping.ts";
import type { LegalHold } from "../app/retention/retention-table.ts";
import type { Instant } from "../core/instant.ts";
import { minute } from "./terminal.ts";

export function keepingWords(keeping: Keeping & { readonly hold: LegalHold | null }): string {
  const { keptBy, hold } = keeping;
  const held =
    hold !== null
      ? `; under a legal hold since ${minute(hold.setAt)} by ${hold.by}: ${hold.reason}`
      : keptBy === "restriction"
        ? "; not erased while the restriction stands"
        : keptBy === "case"
          ? "; not erased while a request by right is open"
          : "";
  return `${stateWords(keeping)}${held}`;
}

function stateWords({ state, endsAt, goesAt }: Keeping): string {
  const day = (at: Instant | null) => (at === null ? "" : minute(at).slice(0, 10));
  if (state === "gone") return "erased: nothing personal is kept, and what bars mail is";
  if (state === "due") return `due to be erased since ${day(goesAt)}`;
  if (state === "waiting")
    return `nothing ever permitted mail: erased on ${day(goesAt)} unless something does by then`;
  if (state === "blocked")
    return `blocked since ${day(endsAt)}: kept as proof for claims alone, until ${day(goesAt)}`;
  return goesAt === null
    ? "active: kept as long as something permits mail or a contract runs"
    : `active: something permits mail until ${day(endsAt)}; erased on ${day(goesAt)} if nothing else happens`;
}
