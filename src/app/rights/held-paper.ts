// What is held about one person, to be read: the document that becomes a PDF.
import { parseInstant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import { RECIPIENT_WORDS } from "../../core/recipients/recipients.ts";
import { copyIn } from "../../mail/copy/copy.ts";
import { rightsSentences } from "../../mail/copy/rights/rights.ts";
import { colonIn, countryInWords, dayInWords, momentInWords } from "../../mail/locale.ts";
import type { Block, PaperDocument, Row } from "../../paper/document.ts";
import { actsIn } from "../ledger/receipt-copy/receipt-copy.ts";
import type { HeldData } from "./held.ts";
import type { HeldRow } from "./holdings.ts";
import { HELD_WORDS } from "./words/words.ts";

export function heldPaper(held: HeldData): PaperDocument {
  const { language, controller, tables } = held;
  const words = HELD_WORDS[language];
  const copy = copyIn(language);
  const when = (value: unknown) => momentInWords(instantOf(value), language);
  const heading = (text: string): Block => ({ kind: "heading", text });
  const list = (title: string, items: readonly string[]): Block[] =>
    items.length === 0 ? [] : [heading(title), { kind: "list", items }];
  const table = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block[] =>
    rows.length === 0
      ? []
      : [heading(title), { kind: "table", columns: columns.map((column) => ({ title: column })), rows }];

  const mails = tables.deliveries.map((row) => [
    when(row.handedOverAt ?? row.askedAt),
    text(row.messageSubject),
    words.states[text(row.state)] ?? text(row.state),
    groundOf(row, held),
  ]);
  const single = tables.outbox.map((row) => [
    when(row.handedOverAt ?? row.dueAt),
    wordFor(words.kinds, text(row.kind)),
    // It went, though nothing permitted it: a gate only observed.
    words.states[row.state === "passed" ? "sent" : text(row.state)] ?? text(row.state),
  ]);
  const verdicts = tables.verdicts.map((row) => [
    when(row.at),
    held.purposes.find(({ key }) => key === row.purpose)?.label ?? text(row.purpose),
    text(row.asker),
    groundOf(row, held),
  ]);
  const connections = tables.connections.map((row) => {
    const { networkAddress, userAgent } = (row.sealed ?? {}) as Record<string, unknown>;
    return [
      [networkAddress, userAgent].filter(Boolean).map(text).join(", "),
      words.until(dayInWords(instantOf(row.forgetAt), language)),
    ];
  });
  return {
    title: words.title,
    subtitle: words.made(momentInWords(instantOf(held.madeAt), language)),
    language,
    organisation: controller.name,
    blocks: [
      heading(words.person),
      { kind: "rows", rows: personRows(held) },
      ...list(
        words.purposes,
        held.purposes.map(({ label, ground }) => `${label}${colonIn(language)}${ground}`),
      ),
      ...table(
        words.acts,
        [words.when, words.what, words.details, words.from],
        tables.facts.map((row) => [
          when(row.at),
          actInWords(row, language),
          details(row, held),
          text(row.source),
        ]),
      ),
      ...table(words.mails, [words.when, words.subject, words.outcome, words.basis], mails),
      ...table(words.single, [words.when, words.what, words.outcome], single),
      ...table(words.verdicts, [words.when, words.what, words.from, words.basis], verdicts),
      ...table(words.connections, [words.connections, words.retention], connections),
      ...list(
        words.requests,
        held.requests.map(
          ({ right, receivedAt, dueAt, answeredAt }) =>
            `${dayInWords(instantOf(receivedAt), language)}${colonIn(language)}${rightsSentences[language].reply.rights[right]}; ${
              answeredAt === null
                ? words.due(dayInWords(instantOf(dueAt), language))
                : words.answered(dayInWords(instantOf(answeredAt), language))
            }`,
        ),
      ),
      ...list(words.recipients, held.recipients),
      ...list(words.retention, held.retention),
      heading(words.yourRights),
      { kind: "paragraph", text: held.rights },
      { kind: "paragraph", text: `${copy.privacyContact} ${controller.privacyContact}` },
      { kind: "note", text: words.whole },
    ],
  };
}

/** What is known of the person beside what they did. */
export function personRows({ language, tables }: HeldData): readonly Row[] {
  const words = HELD_WORDS[language];
  const [known = {}] = tables.subjects;
  const recipient = { ...(known.recipient as object), ...(known.recipientSealed as object | null) } as Record<
    string,
    unknown
  >;
  const { country, birthDate, ...more } = recipient;
  return [
    { key: words.address, value: typeof known.address === "string" ? known.address : words.noAddress },
    { key: words.language, value: languageName(known.language, language) ?? words.unknown },
    {
      key: words.country,
      value: typeof country === "string" ? countryInWords(country, language) : words.unknown,
    },
    {
      key: words.birthDate,
      value:
        birthDate === undefined
          ? words.unknown
          : text(birthDate).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
    },
    ...Object.entries(more).map(([key, value]) => ({ key, value: text(value) })),
    { key: words.seen, value: momentInWords(instantOf(known.firstSeenAt), language) },
    { key: words.key, value: { mono: text(known.subjectId) } },
  ];
}

function languageName(code: unknown, language: string): string | null {
  if (typeof code !== "string" || !/^[a-z]{2,3}(-\w+)*$/i.test(code)) return null;
  return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
}

/** Which act it was. */
export function actInWords({ type }: HeldRow, language: Language): string {
  const acts: Readonly<Record<string, string>> = actsIn(language);
  return acts[text(type)] ?? HELD_WORDS[language].described;
}

/** All that the act says but what stands in its own column, and the words that were seen; hashes are for programs. */
function details(row: HeldRow, { language, shownWords, purposes }: HeldData): string {
  const words = HELD_WORDS[language];
  const sealed = (row.sealed ?? {}) as { address?: unknown; body?: object };
  const { id, type: _type, at: _at, ...body } = { ...(row.body as Record<string, unknown>), ...sealed.body };
  const told = fieldsOf({ ...body, ...(sealed.address ? { address: sealed.address } : {}) }).map(
    ([key, value]) => {
      const label = key === "purpose" && purposes.find((purpose) => purpose.key === value)?.label;
      return `${key}: ${label || value}`;
    },
  );
  const shown = shownWords[text(id ?? row.factId)];
  if (shown) told.push(`${words.shown}: “${shown}”`);
  if (row.erased === true) told.push(`(${words.erased})`);
  return told.join("; ");
}

/** `clause: { version: "1" }` as `clause version: 1`. */
function fieldsOf(value: object, path: readonly string[] = []): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, field]) => {
    const at = [...path, key];
    if (key === "hash") return [];
    if (Array.isArray(field)) return [[at.join(" "), field.map(text).join(", ")] as const];
    return typeof field === "object" && field !== null
      ? fieldsOf(field, at)
      : [[at.join(" "), text(field)] as const];
  });
}

/** Why it was sent or not, and the acts that it rested on. */
function groundOf({ basis, code, evidence }: HeldRow, { language }: HeldData): string {
  // To be held back is no refusal of the law's.
  const held = HELD_WORDS[language].states["held-back"] ?? "";
  const sentences: Readonly<Record<string, string>> = { ...RECIPIENT_WORDS[language], "held-back": held };
  const word = text(basis ?? code);
  const cited = Array.isArray(evidence) ? evidence.map(text).join(", ") : "";
  return [sentences[word] ?? word, cited && `(${cited})`].filter((part) => part !== "").join(" ");
}

function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

/** PostgreSQL writes instants with an offset and microseconds. */
function instantOf(value: unknown): number {
  return parseInstant(text(value)) ?? Number.NaN;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
