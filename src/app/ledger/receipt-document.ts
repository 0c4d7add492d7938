// A receipt as a document on paper: all that it says comes from the receipt itself, in the language of the person.
import { isBasis, isRefusalCode } from "../../core/codes.ts";
import { type Instant, parseInstant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import { RECIPIENT_WORDS } from "../../core/recipients/recipients.ts";
import { openVerifier, readCheckpoint } from "../../ledger/checkpoint.ts";
import { asLogged } from "../../ledger/leaf.ts";
import { leafHash } from "../../ledger/merkle.ts";
import type { Receipt } from "../../ledger/receipt.ts";
import { openOrNull } from "../../ledger/receipt-evidence.ts";
import type { ReceiptPublication } from "../../ledger/receipt-parts.ts";
import type { LoggedFact } from "../../ledger/receipt-record.ts";
import { countryInWords, listInWords, momentInWords } from "../../mail/locale.ts";
import type { Block, PaperDocument, Row, Text } from "../../paper/document.ts";
import type { Controller, Localised, PurposeDeclaration } from "../setup/setup.ts";
import type { ReceiptWords } from "./receipt-copy/en.ts";
import { actsIn, receiptWords } from "./receipt-copy/receipt-copy.ts";
import { type Act, formsOf } from "./receipt-pages.ts";

/** What the parts of the document are made from. */
interface Telling {
  readonly receipt: Receipt;
  readonly words: ReceiptWords;
  readonly acts: readonly Act[];
  readonly controller: Controller | undefined;
  readonly purpose: string;
  /** An instant in words; what is none stays as it is. */
  readonly moment: (at: string) => string;
  readonly language: Language;
}

export function receiptDocument(receipt: Receipt, language: Language): PaperDocument {
  const { statement, evidence } = receipt;
  const words = receiptWords[language];
  const find = (kind: ReceiptPublication["kind"], { key, version }: { key: string; version: number }) =>
    evidence.publications.find((one) => one.kind === kind && one.key === key && one.version === version)
      ?.content;
  const declared = find("purpose", statement.purpose) as PurposeDeclaration | undefined;
  const controller = find("controller", statement.controller) as Controller | undefined;
  const label: Localised = declared?.label ?? {};
  const telling: Telling = {
    receipt,
    words,
    acts: actsOf(receipt),
    controller,
    purpose: label[language] ?? Object.values(label)[0] ?? statement.purpose.key,
    moment: (at) => inWords(at, language),
    language,
  };
  return {
    title: words.title(telling.purpose),
    subtitle: words.issued(telling.moment(statement.issuedAt)),
    language,
    ...(controller && { organisation: controller.name }),
    blocks: [
      { kind: "note", text: words.note(statement.id) },
      ...short(telling),
      ...happened(telling),
      ...formsOf(telling.acts, find, language),
      ...uses(telling),
      ...proof(telling),
    ],
  };
}

function actsOf({ evidence }: Receipt): Act[] {
  return evidence.facts.map(({ entry, index, key }) => {
    const fact = JSON.parse(entry) as LoggedFact;
    const opened = key === null ? null : openOrNull(fact, key);
    return {
      fact,
      at: parseInstant(fact.at) ?? 0,
      leaf: index,
      hash: leafHash(asLogged(entry, fact)).toString("hex"),
      address: opened?.address ?? null,
      body: { ...fact.body, ...opened?.body },
    };
  });
}

function short({ receipt, words, acts, controller, purpose, moment, language }: Telling): Block[] {
  const { verdict, subject } = receipt.statement;
  const { basis, code, citations, jurisdiction, validUntil } = verdict;
  const name = controller?.name ?? receipt.statement.controller.key;
  const reason = basis ?? code;
  const because = isBasis(reason) || isRefusalCode(reason) ? RECIPIENT_WORDS[language][reason] : "";
  const laws: Readonly<Record<string, string>> = words.laws;
  const articles = citations.map((one) => one.replace(/^\w+/, (law) => laws[law] ?? law));
  const address = acts.findLast((act) => act.address !== null)?.address;
  const until = validUntil === null ? words.untilStop : words.untilOrStop(moment(validUntil));
  const about = verdict.outcome === "permit" ? words.may(name, purpose) : words.mayNot(name, purpose);
  return [
    { kind: "heading", text: words.short },
    { kind: "paragraph", text: `${about} ${because}` },
    {
      kind: "rows",
      rows: [
        { key: words.address, value: address ?? words.addressGone },
        { key: words.law, value: listInWords(articles, language) },
        { key: words.jurisdiction, value: countryInWords(jurisdiction, language) },
        ...(verdict.outcome === "permit" ? [{ key: words.until, value: until }] : []),
        ...(controller
          ? [
              { key: words.controller, value: `${controller.name}, ${controller.address}` },
              { key: words.contact, value: controller.privacyContact },
            ]
          : []),
        { key: words.person, value: { mono: subject } },
      ],
    },
  ];
}

function happened({ words, acts, moment, language }: Telling): Block[] {
  const names: Readonly<Record<string, string>> = actsIn(language);
  return [
    { kind: "heading", text: words.happened },
    {
      kind: "table",
      columns: [
        { title: words.when },
        { title: words.what },
        { title: words.from },
        { title: words.entry, align: "right" },
      ],
      rows: acts.map(({ fact, leaf }) => [
        moment(fact.at),
        names[fact.type] ?? fact.type,
        /^(form:|page:|one-click)/.test(fact.source) ? words.pressed : words.told(fact.source),
        String(leaf),
      ]),
    },
    ...(acts.some(({ fact }) => fact.type === "consent.given" && fact.shown === null)
      ? [{ kind: "paragraph" as const, text: words.notKept }]
      : []),
  ];
}

interface Use {
  readonly at: string | null;
  readonly state: string;
  readonly messageId: string | null;
  readonly leaf: string;
}

function uses({ receipt, words, moment }: Telling): Block[] {
  const { deliveries, unlogged } = receipt.evidence;
  const states: Readonly<Record<string, string>> = words.states;
  const all: Use[] = [
    ...deliveries.map(({ delivery, index }) => {
      const row = JSON.parse(delivery) as {
        handedOverAt: string | null;
        state: string;
        messageId: string | null;
      };
      return { at: row.handedOverAt, state: row.state, messageId: row.messageId, leaf: String(index) };
    }),
    ...unlogged.map(({ at, state, messageId }) => ({ at, state, messageId, leaf: words.unlogged })),
  ];
  const row = ({ at, state, messageId, leaf }: Use): Text[] => [
    at === null ? "" : moment(at),
    states[state] ?? state,
    { mono: messageId ?? "" },
    leaf,
  ];
  return [
    { kind: "heading", text: words.uses },
    all.length === 0
      ? { kind: "paragraph", text: words.noUses }
      : {
          kind: "table",
          columns: [
            { title: words.when },
            { title: words.outcome },
            { title: "Message-ID" },
            { title: words.entry, align: "right" },
          ],
          rows: all.map(row),
        },
  ];
}

function proof({ receipt, words, acts, moment, language }: Telling): Block[] {
  const { log, publications } = receipt.evidence;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const names: Readonly<Record<string, string>> = actsIn(language);
  const verifier = openVerifier(log.verifierKey);
  const head = verifier && readCheckpoint(log.checkpoint, verifier);
  const rows: Row[] = head
    ? [
        { key: words.log, value: { mono: head.origin } },
        { key: words.entries, value: String(head.size) },
        { key: words.head, value: { mono: head.root.toString("base64") } },
        { key: words.signed, value: moment(new Date(head.at).toISOString()) },
        { key: words.key, value: { mono: log.verifierKey } },
      ]
    : [];
  return [
    { kind: "heading", text: words.proof },
    { kind: "rows", rows },
    {
      kind: "table",
      columns: [{ title: words.entry, align: "right" }, { title: words.what }, { title: words.hash }],
      rows: acts.map(({ fact, leaf, hash }) => [String(leaf), names[fact.type] ?? fact.type, { mono: hash }]),
    },
    { kind: "heading", text: words.words, level: 2 },
    {
      kind: "table",
      columns: [{ title: words.what }, { title: words.version, align: "right" }, { title: words.hash }],
      rows: publications.map(({ kind, key, version, hash }) => [
        `${kinds[kind] ?? kind} ${key}`,
        String(version),
        { mono: hash.replace("sha256:", "") },
      ]),
    },
    { kind: "heading", text: words.shows, level: 2 },
    { kind: "list", items: words.showsThat },
    { kind: "heading", text: words.showsNot, level: 2 },
    { kind: "list", items: words.showsNotThat },
  ];
}

function inWords(at: string, language: Language): string {
  const instant: Instant | null = parseInstant(at);
  return instant === null ? at : momentInWords(instant, language);
}
