// Liquid as marketers may use it: a fixed vocabulary, no files, no code, and a mistake named by its line.
import { Liquid, LiquidError, type Template as Parsed } from "liquidjs";
import type { Language } from "../core/languages.ts";
import { CodedError } from "../errors.ts";

/** What a template may speak of. Whatever is not known of a person is null, so that `default` works. */
export interface LetterVariables {
  readonly address: string;
  readonly language: Language;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly purpose: { readonly key: string; readonly label: string };
  readonly controller: { readonly name: string; readonly address: string; readonly website: string | null };
  readonly links: { readonly unsubscribe: string; readonly preferences: string; readonly why: string };
}

const vocabulary = [
  "address",
  "language",
  "country",
  "purpose.key",
  "purpose.label",
  "controller.name",
  "controller.address",
  "controller.website",
  "links.unsubscribe",
  "links.preferences",
  "links.why",
];

function engine(escaping: boolean): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: true,
    // An address may hold `<` in a quoted local part: nothing reaches HTML as it is.
    ...(escaping ? { outputEscape: "escape" as const } : {}),
    templates: {},
    parseLimit: 1e6,
    renderLimit: 1000,
    memoryLimit: 1e7,
  });
  for (const tag of ["include", "render", "layout", "block"]) delete liquid.tags[tag];
  liquid.unregisterFilter("raw");
  return liquid;
}

const engines = { html: engine(true), text: engine(false) };

/** One parsed piece of Liquid, rendered for many people. */
export type Piece = (variables: LetterVariables) => string;

/**
 * Reads a piece of Liquid that stands in HTML or in plain text.
 *
 * @throws CodedError `template-malformed` with `where`, the line, and what is wrong.
 */
export function readPiece(source: string, kind: keyof typeof engines, where: string): Piece {
  const liquid = engines[kind];
  const parsed = orMalformed(where, () => liquid.parse(source));
  refuseUnknown(liquid, parsed, source, where);
  return (variables) => orMalformed(where, () => String(liquid.renderSync(parsed, variables)));
}

function refuseUnknown(liquid: Liquid, parsed: Parsed[], source: string, where: string): void {
  for (const segments of liquid.globalVariableSegmentsSync(parsed)) {
    const name = segments.join(".");
    if (vocabulary.includes(name)) continue;
    const line = source.slice(0, source.indexOf(String(segments[0]))).split("\n").length;
    throw malformed(
      where,
      line,
      `unknown variable \`${name}\`; known are ${vocabulary.map((known) => `\`${known}\``).join(", ")}`,
    );
  }
}

function orMalformed<Result>(where: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const [, what = error.message, line] = /^(.*?)(?:, line:(\d+), col:\d+)?$/s.exec(error.message) ?? [];
    throw malformed(where, line === undefined ? null : Number(line), what);
  }
}

export function malformed(where: string, line: number | null, what: string): CodedError {
  return new CodedError(
    "template-malformed",
    line === null ? `${where}: ${what}` : `${where}, line ${line}: ${what}`,
  );
}

/** Liquid taken out of a text, so that Markdown, MJML or a text converter leaves it as it is. */
export interface Shielded {
  readonly text: string;
  /** Puts the Liquid back. */
  restore(text: string): string;
  /** Matches what stands for a piece of Liquid. */
  readonly mark: string;
  /** Whether every `{% tag %}` is still there, in its order: none decides what is shown without its partner. */
  keepsTags(text: string): boolean;
}

const liquidPattern =
  /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

export function shield(source: string): Shielded {
  // A word of its own that survives Markdown, addresses and changes of encoding.
  let word = "zq";
  while (source.includes(word)) word += "q";
  const pieces: string[] = [];
  const text = source.replace(liquidPattern, (piece) => `${word}${pieces.push(piece) - 1}z`);
  const mark = `${word}\\d+z`;
  const at = (found: string) => pieces[Number.parseInt(found.slice(word.length), 10)] as string;
  const tags = (held: string) =>
    (held.match(new RegExp(mark, "g")) ?? []).filter((found) => at(found).startsWith("{%")).join();
  return {
    text,
    mark,
    restore: (held) => held.replace(new RegExp(mark, "g"), at),
    keepsTags: (held) => tags(held) === tags(text),
  };
}
