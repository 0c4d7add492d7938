// The pages of docs/law as text, made from the law as data, its explanations, and the cases of the corpus.
import { readFileSync } from "node:fs";
import { type Answer, answer } from "../../src/core/answer.ts";
import { CELL_TITLES, cellText, knownCells, type NamedCell } from "../../src/core/cell-words.ts";
import { type Cell, type Country, isUnsure, type Values } from "../../src/core/cells.ts";
import { BASES, type Basis, CODES, isBasis, REFUSAL_CODES, type RefusalCode } from "../../src/core/codes.ts";
import { EXPLANATIONS } from "../../src/core/explanations/languages.ts";
import { lawChanges } from "../../src/core/law-changes.ts";
import { COUNTRIES, cellsOn, NEWEST_RULES, RULE_SETS, rowFor } from "../../src/core/rows.ts";

interface Case {
  readonly question: Readonly<Record<string, unknown>>;
  readonly why: string;
  readonly answer: Answer;
}

const made =
  "<!-- Made from src/core and test/corpus by test/house/law-pages.test.ts, which also says how to make it anew. -->";
const { en } = EXPLANATIONS;
const languages = { en: "English", fr: "Français", es: "Español" } as const;
const labels = {
  en: ["To the sender", "To the person", "What to do"],
  fr: ["À l’expéditeur", "À la personne", "Que faire"],
  es: ["Al remitente", "A la persona", "Qué hacer"],
} as const;

const cases: readonly Case[] = ["decisions.jsonl", "own-decisions.jsonl"].flatMap((file) =>
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Omit<Case, "answer">)
    .map((one) => ({ ...one, answer: answer(one.question) })),
);
const wordOf = (given: Answer): Basis | RefusalCode =>
  "basis" in given && given.basis !== null ? given.basis : given.code!;
const rowOf = (given: Answer) => ("jurisdiction" in given ? given.jurisdiction : null);

/** Every page by its path below docs/law. */
export function lawPages(): ReadonlyMap<string, string> {
  const words = [...(Object.keys(BASES) as Basis[]), ...REFUSAL_CODES];
  return new Map([
    ["README.md", index()],
    ...COUNTRIES.map((country) => [`countries/${country.code}.md`, countryPage(country)] as const),
    ...words.map((word) => [`${folderOf(word)}/${word}.md`, wordPage(word)] as const),
  ]);
}

const folderOf = (word: Basis | RefusalCode) => (isBasis(word) ? "bases" : "codes");
const linkTo = (word: Basis | RefusalCode, up: string) => `[\`${word}\`](${up}${folderOf(word)}/${word}.md)`;
const escaped = (text: string) => text.replaceAll("|", "\\|");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => escaped(cell)).join(" | ")} |`)
    .join("\n");
}

function page(...parts: readonly (string | readonly string[])[]): string {
  return `${[made, ...parts.flat()].join("\n\n")}\n`;
}

const notAdvice = (more: string) =>
  `> **This is not legal advice.** It is what Licet decides by, as read on ${NEWEST_RULES}, mostly from secondary sources and\n> not from the official gazettes. Counsel must confirm it before anybody relies on it. ${more}`;

function index(): string {
  const all = COUNTRIES.flatMap((country) => knownCells(country, NEWEST_RULES));
  const unsure = all.filter(({ cell }) => isUnsure(cell)).length;
  const countries = COUNTRIES.map((country) => {
    const cells = cellsOn(country, NEWEST_RULES);
    const known = knownCells(country, NEWEST_RULES);
    const value = (name: keyof Values) => short(name, cells[name]) + (isUnsure(cells[name]) ? " ?" : "");
    return [
      `[${country.name}](countries/${country.code}.md)`,
      country.code,
      value("natural"),
      value("named"),
      value("generic"),
      value("soi"),
      value("doi"),
      value("age"),
      `${known.filter(({ cell }) => isUnsure(cell)).length} of ${known.length}`,
    ];
  });
  const sets = RULE_SETS.slice(1).map((to, place) => {
    const changes = lawChanges(RULE_SETS[place]!, to);
    const told = changes.map(
      ({ jurisdiction, cell }) => `${jurisdiction} ${CELL_TITLES[cell].toLowerCase()}`,
    );
    return [to, told.length === 0 ? "no rule of a country; this reading of all" : told.join("; ")];
  });
  return page(
    "# The law that Licet decides by",
    notAdvice(
      `**?** marks what is not sure: ${unsure} of ${all.length} rules were\n> not read at their source for this, or leave a doubt there.`,
    ),
    "Every message is asked for before it is sent: for this person, this purpose, this moment. The recipient's country chooses the row of law; the sender's chooses nothing. Hard bars are tried first, then the lawful bases in order; where none holds the answer is no. `licet law ES` prints a row, `licet law diff 2026-01-01 2026-11-23` what changed, `licet explain` one person's answers.",
    "## Countries",
    "`optIn` asks for consent; `optOut` permits until the recipient objects; `roleOptOut` does so if the message concerns the job; `publishedForPurpose` if the address was published for that.",
    table(
      [
        "country",
        "row",
        "natural person",
        "jane@company",
        "info@company",
        "soft opt-in",
        "double opt-in",
        "age",
        "not sure",
      ],
      countries,
    ),
    "## Bases that permit",
    table(
      ["basis", "in a few words", "law"],
      (Object.keys(BASES) as Basis[]).map((basis) => [
        linkTo(basis, ""),
        en[basis].name,
        BASES[basis].citations.join(", "),
      ]),
    ),
    "## Codes that refuse",
    "In the order in which they are tested; the first that holds is the answer's, the others stand beside it.",
    table(
      ["code", "in a few words", "law"],
      REFUSAL_CODES.map((code) => [linkTo(code, ""), en[code].name, CODES[code].citations.join(", ")]),
    ),
    "## Versions",
    `Rules hold from a day to a day. \`--rules DATE\` answers by those of that day; the oldest set begins on ${RULE_SETS[0]}.`,
    table(["from", "what changed"], sets),
    "## What counsel must confirm first",
    "The research names these as not verified: the official wording of AT s.174 and s.188 TKG 2021; LU art 11 and its reach over companies; NL paragraph numbers, the exception for published addresses and the cap of fines; SE section numbers and fee; the fines of PL, BE, FI and IE; IT's line of 24 and 12 months today; DK's lapse after a year; ES the bill on age and any amendment of the LSSI in 2025 and 2026; the duty to consult the Robinson list for customers under LSSI 21.2; and where the Digital Omnibus stands after spring 2026. Terms of silence (`decayDays`) come from guidance, not from statute, and are cautious choices of this product. Each country's page lists its own.",
  );
}

/** A value for a narrow column. */
function short(name: keyof Values, { value }: Cell<unknown>): string {
  return value === null ? "none" : name === "age" ? String(value) : `\`${String(value)}\``;
}

function countryPage(country: Country): string {
  const cells = knownCells(country, NEWEST_RULES);
  const unsure = cells.filter(({ cell }) => isUnsure(cell));
  const sources = [...new Set(cells.map(({ cell }) => cell.source))];
  const number = (cell: Cell<unknown>) => `[${sources.indexOf(cell.source) + 1}]`;
  const rows = cells.map(({ name, cell }) => [
    isUnsure(cell) ? "**?**" : "",
    CELL_TITLES[name],
    `**${cellText(name, cell)}**${cell.note === undefined ? "" : `<br>${cell.note}`}`,
    cell.citation,
    `${cell.confidence} ${number(cell)}`,
  ]);
  const own = cases.filter((one) => rowOf(one.answer) === country.code);
  return page(
    `# ${title(country)}`,
    notAdvice(
      `**?** marks ${unsure.length} of ${cells.length} rules that are\n> not sure: nobody read their source for this, or it leaves a doubt.`,
    ),
    `Row \`${country.code}\`, rules of ${NEWEST_RULES}. \`licet law ${country.code}\` prints the same.`,
    "## The rules",
    table(["", "rule", "value", "citation", "confidence"], rows),
    ...history(country),
    "## What counsel must confirm",
    "All of the above, and first what is marked:",
    unsure.map(confirmation).join("\n"),
    "## Sources",
    sources.map((source, place) => `${place + 1}. ${source}`).join("\n"),
    "## Cases",
    `Each is a question in \`test/corpus\` that a test asks; these ${own.length} are answered by this row.`,
    table(
      ["the case", "kind", "the answer"],
      own.map((one) => [one.why, kindOf(one), linkTo(wordOf(one.answer), "../")]),
    ),
  );
}

const title = ({ code, name }: Country) => (code === "EU_DEFAULT" ? "Any other or unknown country" : name);

function confirmation({ name, cell }: NamedCell): string {
  const doubt = cell.verified ? `read, ${cell.confidence} confidence` : cell.source;
  return `- **${CELL_TITLES[name]}**: ${cellText(name, cell)} (${doubt})${cell.note === undefined ? "" : `; ${cell.note}`}`;
}

function history(country: Country): string[] {
  const versions = Object.entries(country.cells).flatMap(([name, cell]) =>
    Array.isArray(cell) ? (cell as readonly Cell<unknown>[]).map((one) => ({ name, cell: one })) : [],
  ) as NamedCell[];
  if (versions.length === 0) return [];
  return [
    "## What changed",
    table(
      ["rule", "from", "until", "value", "citation"],
      versions.map(({ name, cell }) => [
        CELL_TITLES[name],
        cell.validFrom ?? "",
        cell.validUntil ?? "",
        `${cellText(name, cell)}${isUnsure(cell) ? " **?**" : ""}`,
        cell.citation,
      ]),
    ),
  ];
}

function wordPage(word: Basis | RefusalCode): string {
  const entry = isBasis(word) ? { ...BASES[word], row: null } : CODES[word];
  const own = cases.filter((one) => wordOf(one.answer) === word);
  const spoken = (["en", "fr", "es"] as const).map((language) => {
    const { name, operator, recipient, remedy } = EXPLANATIONS[language][word];
    const [sender, person, todo] = labels[language];
    return [
      `### ${languages[language]}: ${name}`,
      `- **${sender}.** ${operator}\n- **${person}.** ${recipient}\n- **${todo}.** ${remedy}`,
    ];
  });
  return page(
    `# ${en[word].name}`,
    notAdvice("The sentences below explain the answer and decide nothing."),
    entry.row === null
      ? `\`${word}\` is a basis: where it holds and no bar stands, the message is permitted.`
      : `\`${word}\` is a refusal, row ${entry.row} of the table of law.`,
    "## In words",
    ...spoken,
    "## The law",
    `European: ${entry.citations.join(", ")}.`,
    ...national(word, "cell" in entry ? entry.cell : undefined),
    "## Cases",
    `Each is a question in \`test/corpus\` that a test asks; ${own.length === 1 ? "one has" : `${own.length} have`} this answer.`,
    table(
      ["the case", "row"],
      own.map((one) => {
        const row = rowOf(one.answer);
        return [one.why, row === null ? "" : `[${row}](../countries/${row}.md)`];
      }),
    ),
    ...worked(own),
  );
}

/** Where the national provision differs from row to row, each is named, and marked where it is not sure. */
function national(word: Basis | RefusalCode, cited: string | undefined): string[] {
  if (cited === undefined) return [];
  const name = (cited === "corporate" ? "generic" : cited) as keyof Values;
  const rows = COUNTRIES.flatMap((country) => {
    const cell = cellsOn(country, NEWEST_RULES)[name];
    const added = rowFor(country.code)!.citations[word].filter((one) => one === cell.citation);
    return added.length === 0
      ? []
      : [
          [
            `[${title(country)}](../countries/${country.code}.md)`,
            cell.citation,
            isUnsure(cell) ? "**?**" : "",
          ],
        ];
  });
  if (rows.length === 0) return [];
  return [
    `And what the row of the country says of “${CELL_TITLES[name]}”; **?** marks what counsel must confirm first.`,
    table(["row", "citation", ""], rows),
  ];
}

/** The shortest question of a page, with its whole answer. */
function worked(own: readonly Case[]): string[] {
  const sizes = own.map((one) => JSON.stringify(one.question).length);
  const shortest = own[sizes.indexOf(Math.min(...sizes))];
  if (shortest === undefined) return [];
  const json = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
  return [
    "<details><summary>One of them as <code>licet decide</code> reads and answers it</summary>",
    json(shortest.question),
    json(shortest.answer),
    "</details>",
  ];
}

function kindOf({ question }: Case): string {
  const { purpose } = question as { purpose?: { kind?: unknown } };
  return String(purpose?.kind ?? "");
}
