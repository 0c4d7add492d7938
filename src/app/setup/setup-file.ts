// Reads licet.yaml: either what it declares, or every mistake with its line and what was expected there.

import { LANGUAGES, type Language } from "../../core/languages.ts";
import { lint } from "../lint/lint.ts";
import { lintRules } from "../lint/rules.ts";
import { fileSchema } from "./file-schema.ts";
import { misdeclared } from "./lawfulness.ts";
import { type Mistake, type Path, pathText, readYaml } from "./marked-yaml.ts";
import { misthemed } from "./misthemed.ts";
import { type ReadAsset, readAssets, themed } from "./read-assets.ts";
import type { DeclaredSetup } from "./setup.ts";
import { inOrder, shapeMistakes, valueAt } from "./shape-mistakes.ts";

/** `warnings` weaken what the forms collect and stop nothing; `mistakes` hold them too, where there are errors beside. */
export type SetupFile =
  | { readonly ok: true; readonly declared: DeclaredSetup; readonly warnings: readonly Mistake[] }
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
 * @param readAsset - reads a file that a theme names; absent: there is none.
 *
 * @example
 * const file = readSetupFile(text);
 * if (!file.ok) for (const { line, problem } of file.mistakes) console.error(`line ${line}: ${problem}`);
 */
export function readSetupFile(text: string, readAsset: ReadAsset = () => null): SetupFile {
  if (Buffer.byteLength(text) > mostBytes)
    return {
      ok: false,
      mistakes: [{ line: 1, column: 1, path: "", problem: "the file is larger than a megabyte" }],
    };
  const yaml = readYaml(text);
  if (!("value" in yaml)) return { ok: false, mistakes: yaml };

  const boxMistakes = yaml.keys
    .filter(namesBoxKey)
    .map((path) => ({ ...yaml.mistake(path, boxProblem(path)), rule: "box-preset" as const }));
  const parsed = fileSchema(spokenIn(yaml.value)).safeParse(yaml.value);
  if (!parsed.success || boxMistakes.length > 0) {
    const shape = shapeMistakes(parsed.error?.issues ?? [], yaml, namesBoxKey);
    return { ok: false, mistakes: inOrder([...boxMistakes, ...shape]) };
  }
  const { languages: spoken, controller, theme, processors, ...rest } = parsed.data;
  const { assets, findings } = readAssets(parsed.data, readAsset);
  const declared: DeclaredSetup = {
    ...rest,
    forms: Object.fromEntries(
      Object.entries(rest.forms).map(([key, form]) => [key, themed(form, form.theme, assets)]),
    ),
    controller: themed(
      { ...controller, languages: spoken, ...(processors && { processors }) },
      theme,
      assets,
    ),
    ...(assets.size > 0 && { assets: [...assets.values()] }),
  };
  const broken = [...misdeclared(declared), ...misthemed(declared), ...findings].map(({ path, problem }) =>
    yaml.mistake(path, `\`${pathText(path)}\` ${problem}`),
  );
  const linted = inOrder(
    lint(declared).map(({ path, problem, ...rest }) => ({
      ...yaml.mistake(path, `\`${pathText(path)}\` ${problem}`),
      ...rest,
    })),
  );
  const ok = broken.length === 0 && !linted.some(isError);
  return ok ? { ok, declared, warnings: linted } : { ok, mistakes: inOrder([...broken, ...linted]) };
}

/** Whether it stops publishing. What breaks no rule of the lint is wrong in the file itself, and does. */
export function isError({ rule }: Pick<Mistake, "rule">): boolean {
  return rule === undefined || lintRules[rule].severity === "error";
}

/** The languages that every text is looked for in; while that list itself is wrong, any will do. */
function spokenIn(value: unknown): readonly Language[] | null {
  const listed = valueAt(value, ["languages"]);
  if (!Array.isArray(listed)) return null;
  const spoken = listed.filter((language): language is Language => LANGUAGES.includes(language));
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
