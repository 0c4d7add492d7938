// The mistakes of a file, each with its place in a form that editors open.
import type { Mistake } from "../app/setup/marked-yaml.ts";
import { exit } from "./failure.ts";
import { counted, paintError, sayJson, warn } from "./terminal.ts";

export async function showMistakes(file: string, mistakes: readonly Mistake[], json: boolean): Promise<void> {
  process.exitCode = exit.refused;
  for (const { line, column, path, problem } of mistakes) {
    if (json) await sayJson({ file, line, column, path, problem });
    else warn(`${paintError("bold", `${file}:${line}:${column}:`)} ${problem}`);
  }
  if (!json)
    warn(
      `${paintError("red", "licet:")} ${counted(mistakes.length, "mistake", "mistakes")}; nothing was changed`,
    );
}
