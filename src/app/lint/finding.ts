// What the lint finds: which rule, where, what it is there, and words that would do.
import { type Mistake, type Path, pathText } from "../setup/marked-yaml.ts";
import type { DeclaredSetup } from "../setup/setup.ts";
import type { LintCode } from "./rules.ts";

/** `problem` goes on from the path: "`clauses.x.text.en` does not say …". */
export interface LintFinding {
  readonly rule: LintCode;
  readonly path: Path;
  readonly problem: string;
  /** In the language of the text; absent where no wording can be made. */
  readonly proposal?: string;
}

/** What the lint reads: a file before it is published, or what is in force. */
export type Lintable = Pick<DeclaredSetup, "controller" | "purposes" | "clauses" | "notices" | "forms">;

/** A finding in what is in force: it has a path, and no line in any file. */
export function withoutPlace({ path, problem, ...rest }: LintFinding): Mistake {
  const name = pathText(path);
  return { line: 0, column: 0, path: name, problem: `\`${name}\` ${problem}`, ...rest };
}
