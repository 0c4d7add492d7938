// `licet audience`: who may be written to for one purpose and who may not, by basis and by reason, without sending.
import type { Command } from "commander";
import { formatInstant, type Instant } from "../core/instant.ts";
import { audienceTable } from "./audience-table.ts";
import { command, readInstant } from "./command.ts";
import { remediesFor } from "./remedies.ts";
import { counted, minute, paint, say, sayJson } from "./terminal.ts";

interface Options {
  readonly purpose: string;
  readonly at?: Instant;
  readonly json?: true;
}

export function audienceCommand(): Command {
  return command("audience", "Count or list who may be written to for a purpose.", [
    ["licet audience --purpose newsletter", "how many, by basis and by reason"],
    ["licet audience --purpose newsletter --at 2027-01-01", "the same at another moment"],
    ["licet audience --purpose newsletter --json", "everybody, one JSON line a person"],
  ])
    .requiredOption("--purpose <key>", "the purpose, as licet.yaml calls it")
    .option("--at <instant>", "the moment to decide for; default: now", readInstant)
    .option("--json", "one JSON line a person")
    .action(async (options: Options) => {
      const { withWorld } = await import("./with-world.ts");
      const { audience, audienceCounts } = await import("../app/campaigns/audience.ts");
      await withWorld(async ({ world }) => {
        const at = options.at ?? world.clock.now();
        if (!options.json) {
          const { startProgress } = await import("./progress.ts");
          const total = await world.store.people.count();
          const progress = startProgress(2000);
          const onProgress = (done: number) => progress.update({ done, total, note: "people decided" });
          const counts = await audienceCounts(world, options.purpose, at, { onProgress }).finally(
            progress.end,
          );
          await say();
          await say(
            `  ${paint("bold", options.purpose)}${paint("dim", ` · ${counted(counts.people, "person", "people")} · ${minute(at)}`)}`,
          );
          await say();
          for (const line of [...audienceTable(counts), ...remediesFor(counts.refusals.keys())])
            await say(line === "" ? "" : `  ${line}`);
          return say();
        }
        for await (const { person, verdict } of audience(world, options.purpose, at))
          await sayJson({
            email: person.address,
            outcome: verdict.outcome,
            ...(verdict.outcome === "permit" ? { basis: verdict.basis } : { code: verdict.code }),
            subject: person.subject,
            jurisdiction: verdict.jurisdiction,
            validUntil: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
            evidence: verdict.evidence,
            alsoRefused: verdict.alsoRefused,
          });
      });
    });
}
