// Ends every run with the skipped tests, each with its reason, and one line that a program can read.
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

export default class Tally implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = inState("skipped");
    for (const test of skipped)
      process.stdout.write(`skipped: ${test.fullName} (${test.module.relativeModuleId})\n`);

    // What breaks outside a test counts as one failure: a file, a group, a promise nobody awaited, the set-up itself.
    const parts = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = parts.filter((part) => part.errors().length > 0).length + unhandled.length;
    const everything = process.env.LICET_EVERYTHING !== undefined;
    let failed =
      inState("failed").length + inState("pending").length + broken + (everything ? skipped.length : 0);
    if (failed === 0 && reason !== "passed") failed = 1;
    if (failed > 0) process.exitCode = 1;

    const note = skipped.length > 0 && !everything ? `, ${skipped.length} skipped` : "";
    process.stdout.write(`${inState("passed").length} passed, ${failed} failed${note}\n`);
  }
}
