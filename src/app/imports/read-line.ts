// One line of another system's records: `{"email", "recipient", "language", "facts"}` about one person.
import { bare, parseFact } from "../../core/facts.ts";
import { shown } from "../../core/input.ts";
import { parseRecipient } from "../../core/question.ts";
import type { ErrorCode } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { Entry } from "../consent/entry.ts";
import type { NewFact } from "../ports.ts";
import { holdsAddress } from "./holds-address.ts";
import { parseJson, unsound } from "./sound-json.ts";

/** Why a line was not taken. Says where and what was expected; never holds an address. */
export interface BadLine {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly problem: string;
}

type Json = Readonly<Record<string, unknown>>;

const fields = ["email", "recipient", "language", "facts"];
const languageTag = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
/** PostgreSQL's index holds no key above 2,704 bytes, and no system's record number comes near this. */
const longestId = 200;
/** The year 1; PostgreSQL knows no year 0. */
const firstInstant = -62_135_596_800_000;

/**
 * Reads one line.
 *
 * @param line - its text, or the JSON value where that is parsed already.
 * @param source - who tells: `file`, `api:KEY NAME`; put on record with each fact.
 */
export function readLine(
  line: unknown,
  source: string,
): { readonly ok: true; readonly entry: Entry } | BadLine {
  const json = typeof line === "string" ? parseJson(line) : ({ ok: true, value: line } as const);
  if (!json.ok) return bad("line-malformed", json.problem);
  const value = json.value;
  if (!isObject(value))
    return bad("line-malformed", "expected an object with `email`, `recipient` and `facts`");
  const fault = unsound(value);
  if (fault !== null) return bad("line-malformed", fault);
  const unknown = Object.keys(value).filter((key) => !fields.includes(key));
  if (unknown.length > 0)
    return bad(
      "line-malformed",
      `unknown field ${unknown.slice(0, 5).map(shown).join(", ")}; the fields are ${fields.join(", ")}`,
    );

  if (typeof value.email !== "string") return bad("line-malformed", "`email`: expected a string");
  const address = parseAddress(value.email);
  if (address === null)
    return bad("address-malformed", "`email`: expected an address that mail can be sent to");
  if (
    value.language !== undefined &&
    !(typeof value.language === "string" && languageTag.test(value.language))
  )
    return bad("line-malformed", "`language`: expected a language tag such as `fr`");
  const recipient = parseRecipient(value.recipient === undefined ? {} : value.recipient, "recipient");
  if (!recipient.ok) return bad("line-malformed", recipient.problem);
  if (holdsAddress(recipient.recipient.country))
    return bad("line-malformed", "`recipient.country`: expected no address");
  const facts = readFacts(value.facts, source);
  if (!Array.isArray(facts)) return facts as BadLine;
  return {
    ok: true,
    entry: {
      who: { address },
      facts,
      ...(value.language !== undefined && { language: value.language as string }),
      ...(value.recipient !== undefined && { recipient: value.recipient as Json }),
    },
  };
}

function readFacts(value: unknown, source: string): readonly NewFact[] | BadLine {
  if (!Array.isArray(value)) return bad("line-malformed", "`facts`: expected an array");
  const ids = new Set<string>();
  const facts: NewFact[] = [];
  for (const [index, body] of value.entries()) {
    const place = `facts[${index}]`;
    const parsed = parseFact(body, place);
    if (!parsed.ok) return bad("fact-malformed", parsed.problem);
    const { fact } = parsed;
    if (fact.id.length > longestId)
      return bad("fact-malformed", `\`${place}.id\`: expected at most ${longestId} characters`);
    if (fact.at < firstInstant)
      return bad("fact-malformed", `\`${place}.at\`: expected an instant after the year 0`);
    const exposed = Object.entries(bare(fact)).find(([, kept]) => holdsAddress(kept))?.[0];
    if (exposed !== undefined)
      return bad(
        "fact-malformed",
        `\`${place}.${exposed}\`: expected no address; this field outlives an erasure`,
      );
    if (ids.has(fact.id))
      return bad("fact-malformed", `\`${place}.id\`: an earlier fact of this line has this id`);
    ids.add(fact.id);
    facts.push({ fact, body: body as Json, source });
  }
  return facts;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bad(code: ErrorCode, problem: string): BadLine {
  return { ok: false, code, problem };
}
