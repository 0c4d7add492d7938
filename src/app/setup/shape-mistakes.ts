// What zod found wrong in a file of ours, as sentences with their lines.
import type { z } from "zod";
import { closestWord } from "./closest-word.ts";
import { type MarkedYaml, type Mistake, type Path, pathText } from "./marked-yaml.ts";

/** @param isTold - keys that somebody else tells of. */
export function shapeMistakes(
  issues: readonly z.core.$ZodIssue[],
  yaml: MarkedYaml,
  isTold: (path: Path) => boolean = () => false,
): Mistake[] {
  return issues.flatMap((issue) => explain(issue, yaml, isTold));
}

/** Says in words what zod found. The schema's messages are what was expected; see schema-parts.ts. */
function explain(issue: z.core.$ZodIssue, yaml: MarkedYaml, isTold: (path: Path) => boolean): Mistake[] {
  const name = pathText(issue.path) || "the file";
  const quoted = issue.path.length > 0 ? `\`${name}\`` : name;
  if (issue.code === "unrecognized_keys")
    return issue.keys
      .map((key) => ({ key, path: [...issue.path, key] }))
      .filter(({ path }) => !isTold(path))
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

/** What stands at a path; undefined: nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === "object" && inside !== null && Object.hasOwn(inside, part)
        ? (inside as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

/** From the top; what an alias repeats is told once, where it is written. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const told = new Map<string, Mistake>();
  for (const mistake of mistakes) {
    const place = `${mistake.line}:${mistake.column} ${/[^.]*$/.exec(mistake.path)?.[0]} ${mistake.rule}`;
    if (!told.has(place)) told.set(place, mistake);
  }
  return [...told.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
