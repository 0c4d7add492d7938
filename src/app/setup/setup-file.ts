// Reads licet.yaml: either what it declares, or every mistake with its line and what was expected there.
import type { z } from "zod";
import { closestWord } from "./closest-word.ts";
import { fileSchema } from "./file-schema.ts";
import { unlawful } from "./lawfulness.ts";
import { type MarkedYaml, type Mistake, type Path, pathText, readYaml } from "./marked-yaml.ts";
import { type DeclaredSetup, type Language, languages } from "./setup.ts";

export type SetupFile =
  | { readonly ok: true; readonly declared: DeclaredSetup }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const mostBytes = 1024 * 1024;

/** Keys by which other form builders tick a box or demand it. Here there are none, and whoever looks for them is told why. */
const boxKeys = new Set([
  "checked",
  "prechecked",
  "ticked",
  "preticked",
  "selected",
  "default",
  "required",
  "mandatory",
]);

/**
 * Reads a set-up file. Pure; never throws.
 *
 * @example
 * const file = readSetupFile(text);
 * if (!file.ok) for (const { line, problem } of file.mistakes) console.error(`line ${line}: ${problem}`);
 */
export function readSetupFile(text: string): SetupFile {
  if (Buffer.byteLength(text) > mostBytes)
    return {
      ok: false,
      mistakes: [{ line: 1, column: 1, path: "", problem: "the file is larger than a megabyte" }],
    };
  const yaml = readYaml(text);
  if (!("value" in yaml)) return { ok: false, mistakes: yaml };

  const boxMistakes = yaml.keys.filter(namesBoxKey).map((path) => yaml.mistake(path, boxProblem(path)));
  const parsed = fileSchema(spokenIn(yaml.value)).safeParse(yaml.value);
  if (!parsed.success || boxMistakes.length > 0) {
    const shape = parsed.error?.issues.flatMap((issue) => explain(issue, yaml)) ?? [];
    return { ok: false, mistakes: inOrder([...boxMistakes, ...shape]) };
  }
  const { languages: spoken, controller, ...rest } = parsed.data;
  const declared: DeclaredSetup = { ...rest, controller: { ...controller, languages: spoken } };
  const findings = unlawful(declared).map(({ path, problem }) =>
    yaml.mistake(path, `\`${pathText(path)}\` ${problem}`),
  );
  return findings.length > 0 ? { ok: false, mistakes: inOrder(findings) } : { ok: true, declared };
}

/** The languages that every text is looked for in; while that list itself is wrong, any will do. */
function spokenIn(value: unknown): readonly Language[] | null {
  const listed = valueAt(value, ["languages"]);
  if (!Array.isArray(listed)) return null;
  const spoken = listed.filter((language): language is Language => languages.includes(language));
  return spoken.length > 0 && spoken.length === listed.length ? spoken : null;
}

function namesBoxKey(path: Path): boolean {
  return (
    path.length > 2 && ["clauses", "forms"].includes(String(path[0])) && boxKeys.has(String(path.at(-1)))
  );
}

function boxProblem(path: Path): string {
  return `\`${pathText(path)}\` cannot be set: a box is never ticked beforehand (Planet49, C-673/17) and never required (GDPR 7(4)); leave the key out`;
}

/** Says in words what zod found. The schema's messages are what was expected; see file-schema.ts. */
function explain(issue: z.core.$ZodIssue, yaml: MarkedYaml): Mistake[] {
  const name = pathText(issue.path) || "the file";
  const quoted = issue.path.length > 0 ? `\`${name}\`` : name;
  if (issue.code === "unrecognized_keys")
    return issue.keys
      .map((key) => ({ key, path: [...issue.path, key] }))
      .filter(({ path }) => !namesBoxKey(path))
      .map(({ key, path }) =>
        yaml.mistake(
          path,
          `\`${pathText(path)}\` is not known here${
            meant(key, issue.message) ||
            `; known are ${wordsIn(issue.message)
              .map((word) => `\`${word}\``)
              .join(", ")}`
          }`,
        ),
      );
  if (issue.code === "invalid_key")
    return [yaml.mistake(issue.path, `${quoted} should be named by ${issue.issues[0]?.message}`)];

  const found = valueAt(yaml.value, issue.path);
  const problem =
    found === undefined
      ? `${quoted} is missing; it should be ${issue.message}`
      : `${quoted} should be ${issue.message}; ${describe(found)}${typeof found === "string" ? meant(found, issue.message) : ""}`;
  return [yaml.mistake(issue.path, problem)];
}

function meant(typed: string, expected: string): string {
  const word = closestWord(typed, wordsIn(expected));
  return word === null || word === typed ? "" : ` (did you mean \`${word}\`?)`;
}

function wordsIn(expected: string): string[] {
  return [...expected.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

/** What was found. An address is never repeated, nor a long text. */
function describe(found: unknown): string {
  if (Array.isArray(found)) return found.length > 0 ? "it is a list" : "it is empty";
  if (typeof found === "object" && found !== null) return "it is a group of keys";
  const shown = String(found ?? "").trim();
  if (shown === "") return "it is empty";
  return shown.includes("@") || shown.length > 40 || /\p{Cc}/u.test(shown)
    ? "what stands there is not"
    : `it is \`${shown}\``;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === "object" && inside !== null && Object.hasOwn(inside, part)
        ? (inside as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

/** From the top; what an alias repeats is told once, where it is written. */
function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const told = new Map<string, Mistake>();
  for (const mistake of mistakes) {
    const place = `${mistake.line}:${mistake.column} ${/[^.]*$/.exec(mistake.path)?.[0]}`;
    if (!told.has(place)) told.set(place, mistake);
  }
  return [...told.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
