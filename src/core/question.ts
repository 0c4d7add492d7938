/** The question: may this message go to this person, for this purpose, at this moment? */
import { type Fact, readFact } from "./facts.ts";
import {
  calendarDay,
  flag,
  instant,
  list,
  name,
  object,
  Problem,
  type Reader,
  record,
  shown,
  text,
  texts,
  word,
} from "./input.ts";
import type { CalendarDay, Instant } from "./instant.ts";

/** Who sends, and where it is established; the country of the sender chooses no rule. */
export type Controller = { readonly id: string; readonly country?: string | undefined };

/** To whom. What is absent is unknown, and unknown is treated as the case that needs most protection. */
export type Recipient = {
  /** Residence of a person, seat of an organisation: ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly kind?: "natural" | "legal" | "unknown" | undefined;
  readonly soleTrader?: boolean | undefined;
  /** `named` is jane at a company, `generic` is info at a company. */
  readonly address?: "personal" | "named" | "generic" | undefined;
  readonly freeMail?: boolean | undefined;
  /** Company-register id; without it the corporate opt-out does not apply. */
  readonly legalPersonProof?: string | undefined;
  readonly birthDate?: CalendarDay | undefined;
};

/** The kinds of message. */
export const PURPOSE_KINDS = Object.freeze([
  "marketing",
  "requestedInformation",
  "doubleOptIn",
  "service",
  "legalNotice",
  "rightsReply",
  "withdrawalAck",
] as const);

/** What kind of message a purpose stands for. */
export type PurposeKind = (typeof PURPOSE_KINDS)[number];

/** Why, in the words that the person saw; `category` is what is advertised. */
export type Purpose = {
  readonly key: string;
  readonly kind: PurposeKind;
  readonly category?: string | undefined;
  readonly childDirected?: boolean | undefined;
};

/** What the message itself declares; an absent field means "complies" or "none". */
export type Message = {
  readonly blocks?: readonly string[] | undefined;
  readonly senderIdentity?: boolean | undefined;
  readonly postalAddress?: boolean | undefined;
  readonly optOut?: boolean | undefined;
  readonly recognisableAsAd?: boolean | undefined;
  readonly statute?: string | undefined;
  readonly contract?: string | undefined;
  readonly case?: string | undefined;
  readonly request?: string | undefined;
  readonly roleFit?: string | undefined;
  readonly lia?: string | undefined;
  readonly art14?: boolean | undefined;
};

/** What one official exclusion list says about the person. */
export type RegisterEntry = {
  readonly snapshotAt: Instant;
  readonly listed: boolean;
  readonly effectiveAt?: Instant | undefined;
};

/** Exclusion lists by name, as in `ROBINSON_ES`. */
export type Registers = { readonly [name: string]: RegisterEntry };

/** A question without the person's history, to be put to a standing. */
export type Asked = {
  readonly id?: string | undefined;
  /** The moment of hand-over to the mail server. */
  readonly at: Instant;
  readonly controller: Controller;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly message?: Message | undefined;
  readonly registers?: Registers | undefined;
};

/** A whole question, with the person's history in any order. */
export type Question = Asked & { readonly id: string; readonly facts: readonly Fact[] };

/** A question that was read, or what is wrong with the input and where; `id` is the question's own, if it has one. */
export type ParsedQuestion =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly id: string | null; readonly problem: string };

/** An unknown word for the kind of recipient or of address is no defect: it is read as the natural person's case. */
function wordOr<Word extends string>(fallback: Word, ...words: readonly Word[]): Reader<Word> {
  return (value) => {
    const read = text(value);
    return read instanceof Problem || (words as readonly string[]).includes(read)
      ? (read as Word | Problem)
      : fallback;
  };
}

const registerEntry = object<RegisterEntry>({ snapshotAt: instant, listed: flag, effectiveAt: instant }, [
  "snapshotAt",
  "listed",
]);

const registers: Reader<Registers> = (value) => {
  const from = record(value);
  if (from instanceof Problem) return from;
  const entries: [string, RegisterEntry][] = [];
  for (const key of Object.keys(from)) {
    const entry = registerEntry(from[key]);
    if (entry instanceof Problem) return entry.under(`[${shown(key).slice(1, -1)}]`);
    entries.push([key, entry]);
  }
  return Object.fromEntries(entries);
};

/** A history; two facts with one id would let one act count twice. */
const history: Reader<readonly Fact[]> = (value) => {
  const facts = list(value, readFact);
  if (facts instanceof Problem) return facts;
  const places = new Map<string, number>();
  for (const [index, fact] of facts.entries()) {
    const first = places.get(fact.id);
    if (first !== undefined) {
      return new Problem(`${shown(fact.id)} is already the id of \`facts[${first}]\``, `[${index}].id`);
    }
    places.set(fact.id, index);
  }
  return facts;
};

const readRecipient = object<Recipient>(
  {
    country: text,
    kind: wordOr("unknown", "natural", "legal"),
    soleTrader: flag,
    address: wordOr("personal", "named", "generic"),
    freeMail: flag,
    legalPersonProof: text,
    birthDate: calendarDay,
  },
  [],
);

const readQuestion = object<Question>(
  {
    id: name,
    at: instant,
    controller: object<Controller>({ id: name, country: text }, ["id"]),
    recipient: readRecipient,
    purpose: object<Purpose>(
      { key: name, kind: word(...PURPOSE_KINDS), category: text, childDirected: flag },
      ["key", "kind"],
    ),
    message: object<Message>(
      {
        blocks: texts,
        senderIdentity: flag,
        postalAddress: flag,
        optOut: flag,
        recognisableAsAd: flag,
        statute: text,
        contract: text,
        case: text,
        request: text,
        roleFit: text,
        lia: text,
        art14: flag,
      },
      [],
    ),
    facts: history,
    registers,
  },
  ["id", "at", "controller", "recipient", "purpose", "facts"],
);

/**
 * Reads a question as it came out of `JSON.parse`. What is missing or wrong is named with its place; nothing throws.
 *
 * @example
 * parseQuestion({ id: "q1" }); // { ok: false, id: "q1", problem: "`at`: is missing" }
 */
export function parseQuestion(value: unknown): ParsedQuestion {
  const question = readQuestion(value);
  if (!(question instanceof Problem)) return { ok: true, question };
  return { ok: false, id: idOf(value), problem: question.sentence("") };
}

/** Reads what is known of a recipient, as it came out of `JSON.parse`. */
export function parseRecipient(
  value: unknown,
  place: string,
): { readonly ok: true; readonly recipient: Recipient } | { readonly ok: false; readonly problem: string } {
  const recipient = readRecipient(value);
  return recipient instanceof Problem
    ? { ok: false, problem: recipient.sentence(place) }
    : { ok: true, recipient };
}

function idOf(value: unknown): string | null {
  const from = record(value);
  return !(from instanceof Problem) && Object.hasOwn(from, "id") && typeof from.id === "string"
    ? from.id
    : null;
}
