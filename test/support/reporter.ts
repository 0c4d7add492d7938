// Ends every run with the skipped tests, each with its reason, and one line that a program can read.
import type { Reporter, SerializedError, TestModule } from "vitest/node";

export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === "skipped");
    const passed = tests.filter((test) => test.result().state === "passed").length;
    // A file or a group that breaks outside its tests counts as one failure, and so does what nobody awaited.
    const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failed =
      tests.length -
      passed -
      skipped.length +
      broken.filter((part) => part.errors().length > 0).length +
      unhandled.length;

    const lines = skipped.map((test) => `skipped: ${test.fullName} (${test.module.relativeModuleId})`);
    if (process.env.LICET_EVERYTHING && skipped.length > 0) {
      process.exitCode = 1;
      lines.push(`${passed} passed, ${failed + skipped.length} failed`);
    } else {
      lines.push(
        `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
      );
    }
    process.stdout.write(`${lines.join("\n")}\n`);
  }
}
