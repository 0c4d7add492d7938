// Begins with the tests that take longest, so that nobody is left alone with one of them at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that take more than some ten seconds, as they did when that was last looked at. */
const longest = [
  "browser/every-page",
  "crash/failing-disk",
  "policy/postfix",
  "property/deferral",
  "property/tamper-bytes",
  "widget/shops",
  "crash/cut-line",
  "examples/postfix",
  "property/forms",
  "property/sending",
  "cli/import",
  "listening/imap",
  "crash/kill",
  "cli/kill",
  "gate/stream",
  "cli/readme",
  "postgres/erasure",
  "cli/work",
].map((name) => join(import.meta.dirname, "..", `${name}.test.ts`));

const gone = longest.filter((file) => !existsSync(file));
if (gone.length > 0) throw new Error(`no such test: ${gone.join(", ")}`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => turn(one) - turn(other));
  }
}

/** What touches nothing outside of its process is done in no time, and comes last. */
function turn({ moduleId, project }: TestSpecification): number {
  if (project.name !== "world") return longest.length + 1;
  const place = longest.indexOf(moduleId);
  return place < 0 ? longest.length : place;
}
