// Liquid as marketers may use it: a fixed vocabulary, no files, no code, and a mistake named by its line.
import { Liquid, LiquidError, type Template as Parsed, TokenKind } from "liquidjs";
import { CodedError } from "../errors.ts";
import type { LetterVariables, SharedVariables } from "./letter-variables.ts";
import type { Parts } from "./slots.ts";

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
export interface Piece {
  render(variables: LetterVariables): string;
  /** What is the same for everybody is rendered at once, what depends on the person is left as slots. */
  settle(shared: SharedVariables): Parts;
}

/** These make what stands after them depend on them, or on the moment: all Liquid is then left for each person. */
const unsettled =
  /\{%-?\s*(?:assign|capture|increment|decrement|cycle|liquid)\b|\b(?:continue|now|today|sample)\b/;
/** Never empty and on one line, whatever the person. */
const solid = /^\{\{-?\s*(?:address|links\.(?:unsubscribe|preferences|why))\s*-?\}\}$/;

/**
 * Reads a piece of Liquid that stands in HTML or in plain text.
 *
 * @param withValues - whether it may speak of `values.…`.
 * @throws CodedError `template-malformed` with `where`, the line, and what is wrong.
 */
export function readPiece(
  source: string,
  kind: keyof typeof engines,
  where: string,
  withValues = false,
): Piece {
  const liquid = engines[kind];
  const parsed = orMalformed(where, () => liquid.parse(source));
  refuseUnknown(liquid, parsed, source, where, withValues);
  const render = (nodes: Parsed[]) => (variables: object) =>
    orMalformed(where, () => String(liquid.renderSync(nodes, variables)));
  const isPersonal = (nodes: Parsed[]) =>
    liquid.globalVariableSegmentsSync(nodes).some(([name]) => name === "address" || name === "links");
  return {
    render: render(parsed),
    settle(shared) {
      const personal = unsettled.test(source)
        ? allFrom(parsed, isLiquid)
        : parsed.map((node) => isPersonal([node]));
      return runs(parsed, personal).map(({ alike, nodes }) =>
        alike
          ? { fill: render(nodes), solid: nodes.every(({ token }) => solid.test(token.getText())) }
          : render(nodes)(shared),
      );
    },
  };
}

const isLiquid = ({ token }: Parsed) => token.kind !== TokenKind.HTML;

/** Of each, whether it stands between the first and the last of which `is` is true, these included. */
function allFrom<Node>(nodes: readonly Node[], is: (node: Node) => boolean): boolean[] {
  const [first, last] = [nodes.findIndex(is), nodes.findLastIndex(is)];
  return nodes.map((_, index) => first >= 0 && index >= first && index <= last);
}

/** Neighbours of which the same is said, together. */
function runs<Node>(
  nodes: readonly Node[],
  said: readonly boolean[],
): readonly { readonly alike: boolean; readonly nodes: Node[] }[] {
  const found: { alike: boolean; nodes: Node[] }[] = [];
  for (const [index, node] of nodes.entries()) {
    const alike = said[index] === true;
    const last = found.at(-1);
    if (last?.alike === alike) last.nodes.push(node);
    else found.push({ alike, nodes: [node] });
  }
  return found;
}

function refuseUnknown(
  liquid: Liquid,
  parsed: Parsed[],
  source: string,
  where: string,
  withValues: boolean,
): void {
  for (const segments of liquid.globalVariableSegmentsSync(parsed)) {
    const name = segments.join(".");
    if (vocabulary.includes(name) || (withValues && segments[0] === "values" && segments.length > 1))
      continue;
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
  /** Whether any of it decides what is shown. */
  readonly decides: boolean;
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
    decides: pieces.some((piece) => piece.startsWith("{%")),
  };
}
