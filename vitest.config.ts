// The test ground: `pure` touches nothing outside the process, `house` reads the repository, `world` meets real servers.
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/reporter.ts"],
    pool: "forks",
    // One more than the machine of the checks has cores: a test waits for others for half of its time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // A process loads the sources once and not for each file: that was half of what the suite computed.
    isolate: false,
    // Less is cleared, and at other times, where there is more room for what is short-lived.
    execArgv: ["--max-semi-space-size=64"],
    // A `.only` left behind would hide every other test.
    allowOnly: !process.env.LICET_EVERYTHING,
    projects: [
      { extends: true, test: { name: "pure", include: ["src/**/*.test.ts"], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: "house",
          include: ["test/house/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "world",
          include: ["test/**/*.test.ts"],
          exclude: ["test/house/**"],
          globalSetup: ["test/support/database.ts"],
          setupFiles: ["test/support/with-each-file.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
