// A YAML text of which every value knows its line.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { LintCode } from "../lint/rules.ts";

export type Path = readonly PropertyKey[];

/** Where something is wrong, and what: `problem` is a whole sentence that names the path. Lines and columns from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly problem: string;
  /** Which rule of the lint it breaks. */
  readonly rule?: LintCode;
  /** Words that would do in its place. */
  readonly proposal?: string;
}

export interface MarkedYaml {
  readonly value: unknown;
  /** Every key that is written out, with its path; what an alias repeats is not walked again. */
  readonly keys: readonly Path[];
  /** A mistake at the place of this path, or of the nearest thing above it that is there. */
  mistake(path: Path, problem: string): Mistake;
}

// Aliases may repeat texts, and not multiply them until the memory is full.
const mostAliases = 200;

export function readYaml(text: string): MarkedYaml | readonly Mistake[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const at = (offset: number, path: string, problem: string): Mistake => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), path, problem };
  };

  const flaws = [...document.errors, ...document.warnings].map((flaw) =>
    at(flaw.pos[0], "", flawProblem(flaw, text)),
  );
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        flaws.push(
          at(
            alias.range?.[0] ?? 0,
            "",
            `\`*${alias.source}\` repeats what is named nowhere above; name it with \`&${alias.source}\``,
          ),
        );
    },
  });
  // What follows a first flaw in a line is mostly its echo.
  if (flaws.length > 0)
    return [...new Map(flaws.toReversed().map((flaw) => [flaw.line, flaw])).values()].toReversed();

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    return [at(0, "", `this file repeats too much: its aliases unfold to more than ${mostAliases} copies`)];
  }
  return {
    value,
    keys: keysOf(document.contents, []),
    mistake: (path, problem) => at(offsetOf(document, path), pathText(path), problem),
  };
}

function flawProblem({ code, message, pos }: YAMLError, text: string): string {
  if (code === "DUPLICATE_KEY")
    return `\`${/^[^\s:]*/.exec(text.slice(pos[0]))?.[0]}\` stands twice in the same group; keep one of them`;
  if (code === "MULTIPLE_DOCS")
    return "a second document begins here; a set-up is one, so take the `---` out";
  if (code === "RESOURCE_EXHAUSTION") return "this is nested too deeply";
  return `this is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** `forms.sign-up.boxes[0]` */
export function pathText(path: Path): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
}

function keysOf(node: unknown, path: Path): Path[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => keysOf(item, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    const below = [...path, isScalar(pair.key) ? String(pair.key.value) : ""];
    return [below, ...keysOf(pair.value, below)];
  });
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
  for (const part of path) {
    const container = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(container) && typeof part === "number") {
      node = container.items[part];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else if (isMap(container)) {
      const pair = container.items.find(({ key }) => isScalar(key) && key.value === part);
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else break;
  }
  return offset;
}
