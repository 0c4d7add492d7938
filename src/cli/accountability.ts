// `licet accountability`: the records that a controller has to show (GDPR 5(2)), and who is affected by a breach.
import { open, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import type { Breach } from "../app/accountability/affected.ts";
import type { Notified } from "../app/accountability/notify.ts";
import type { World } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import type { PaperDocument } from "../paper/document.ts";
import { command, readInstant, uuid } from "./command.ts";
import { exit, UsageError } from "./failure.ts";
import { counted, paint, paintError, say, sayJson, warn } from "./terminal.ts";

export function accountabilityCommand(): Command {
  return command("accountability", "Show what a controller has to be able to show (GDPR 5(2)).", [
    ["licet accountability processing --pdf processing.pdf", "the record of processing activities (GDPR 30)"],
    ["licet accountability interests", "what rests on legitimate interests, to be judged and signed"],
    ["licet accountability affected --relay mx.example.com:587 --out affected.csv", "whom a breach concerns"],
    [
      "licet accountability notify --relay mx.example.com:587 --template breach.md --dry-run",
      "and tell them",
    ],
  ])
    .addCommand(
      recordCommand(
        "processing",
        "The record of processing activities (GDPR 30), from what is set up and done.",
        async (world) => {
          const { processingRecord } = await import("../app/accountability/processing.ts");
          const { processingPaper } = await import("../app/accountability/papers.ts");
          const record = await processingRecord(world);
          return { record, paper: processingPaper(record), gaps: record.gaps };
        },
      ),
    )
    .addCommand(
      recordCommand(
        "interests",
        "The assessment of legitimate interests (GDPR 6(1)(f)), as far as figures can write it.",
        async (world) => {
          const { interestsRecord } = await import("../app/accountability/interests.ts");
          const { interestsPaper } = await import("../app/accountability/papers.ts");
          const record = await interestsRecord(world);
          return {
            record,
            paper: interestsPaper(record),
            gaps: record.assessments.flatMap(({ open: asked }) => asked),
          };
        },
      ),
    )
    .addCommand(affectedCommand())
    .addCommand(notifyCommand());
}

interface Made {
  readonly record: object;
  readonly paper: PaperDocument;
  /** What a person has to add. */
  readonly gaps: readonly string[];
}

function recordCommand(name: string, summary: string, make: (world: World) => Promise<Made>): Command {
  return command(`accountability ${name}`, summary, [
    [`licet accountability ${name} --pdf ${name}.pdf`, "to file, and to show"],
    [`licet accountability ${name} > ${name}.json`, "for programs"],
  ])
    .option("--pdf <file>", "write a PDF there instead of JSON to standard output")
    .action(async ({ pdf }: { pdf?: string }) => {
      const { withWorld } = await import("./with-world.ts");
      const { made, now } = await withWorld(async ({ world }) => ({
        made: await make(world),
        now: world.clock.now(),
      }));
      if (pdf === undefined) return sayJson(made.record);
      const { renderPdf } = await import("../paper/render.ts");
      await writeFile(pdf, await renderPdf(made.paper, { createdAt: now }), { mode: 0o600 }).catch(
        (cause: NodeJS.ErrnoException) => {
          throw new CodedError("file-unwritable", `\`${pdf}\` (${cause.code})`, { cause });
        },
      );
      await say(`written to \`${pdf}\``);
      for (const gap of new Set(made.gaps)) warn(`${paint("yellow", "to do:")} ${gap}`);
    });
}

interface BreachOptions {
  readonly relay?: string;
  readonly import?: string;
  readonly from?: Instant;
  readonly to?: Instant;
}

/** What the breach was of. */
function withBreach(made: Command): Command {
  return made
    .option("--relay <host:port>", "the mail server, as `licet accountability processing` names it")
    .addOption(
      new Option("--import <id>", "an import, as in `licet import list`").argParser(uuid).conflicts("relay"),
    )
    .option("--from <instant>", "from when on", readInstant)
    .option("--to <instant>", "until when", readInstant);
}

function breachIn({ relay, import: id, from, to }: BreachOptions): Breach {
  const breach: Breach = {
    ...(relay !== undefined && { relay }),
    ...(id !== undefined && { import: id }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  if (Object.keys(breach).length === 0)
    throw new UsageError("say what the breach was of: `--relay`, `--import`, `--from` or `--to`");
  return breach;
}

function affectedCommand(): Command {
  return withBreach(
    command("accountability affected", "Write down whose data a breach concerns (GDPR 33, 34).", [
      [
        "licet accountability affected --relay mx.example.com:587 --from 2026-11-01 --out affected.csv",
        "whoever was written to through one mail server since then",
      ],
      ["licet accountability affected --import 01981d3e-… --out affected.csv", "whoever came by one import"],
    ]),
  )
    .requiredOption("--out <file>", "a new CSV file, readable by you alone")
    .action(async ({ out, ...reach }: BreachOptions & { readonly out: string }) => {
      const breach = breachIn(reach);
      const { withWorld } = await import("./with-world.ts");
      const { affected } = await import("../app/accountability/affected.ts");
      const { csvLines } = await import("../app/imports/write-csv.ts");
      const handle = await open(out, "wx", 0o600).catch((cause: NodeJS.ErrnoException) => {
        throw new CodedError("file-unwritable", `\`${out}\` (${cause.code})`, { cause });
      });
      const countries = new Map<string, number>();
      let [people, unknown] = [0, 0];
      try {
        await handle.write(csvLines([["email", "subject", "country", "language", "mails", "facts"]]));
        await withWorld(async ({ world }) => {
          for await (const { address, subject, country, language, mails, facts } of affected(world, breach)) {
            await handle.write(
              csvLines([
                [address ?? "", subject, country ?? "", language ?? "", String(mails), String(facts)],
              ]),
            );
            people += 1;
            if (address === null) unknown += 1;
            countries.set(country ?? "unknown", (countries.get(country ?? "unknown") ?? 0) + 1);
          }
        });
      } finally {
        await handle.close();
      }
      const most = [...countries].toSorted(([, a], [, b]) => b - a);
      await say(
        `\`${out}\`: ${paint("bold", counted(people, "person", "people"))}${people === 0 ? "" : `, of ${most.map(([country, some]) => `${country} ${some.toLocaleString("en")}`).join(", ")}`}`,
      );
      if (unknown > 0)
        await say(
          `of ${counted(unknown, "person", "people")} no address is kept: they are told in public, if they must be (GDPR 34(3)(c))`,
        );
      await say("the supervisory authority is told within 72 hours of your knowing (GDPR 33(1))");
      warn("it holds addresses: delete it when it has served");
    });
}

interface NotifyOptions extends BreachOptions {
  readonly template: string;
  readonly statute: string;
  readonly dryRun?: true;
}

function notifyCommand(): Command {
  return withBreach(
    command("accountability notify", "Tell everybody whom a breach concerns, objections or not (GDPR 34).", [
      [
        "licet accountability notify --import 01981d3e-… --template breach.md --dry-run",
        "how many would be told",
      ],
      ["licet accountability notify --from 2026-11-20 --to 2026-11-21 --template breach.md", "tell them"],
    ]),
  )
    .requiredOption(
      "--template <file>",
      "what they are told: `.md`, `.mjml` or `.html`, with its subject in front matter",
    )
    .option("--statute <law>", "the law that demands it", "GDPR 34")
    .option("--dry-run", "count them and send nothing")
    .action(async ({ template: file, statute, dryRun, ...reach }: NotifyOptions) => {
      const breach = breachIn(reach);
      const { readTemplateFile } = await import("../mail/template-file.ts");
      const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
        throw new CodedError("file-unreadable", `\`${file}\` (${cause.code})`, { cause });
      });
      const { template } = readTemplateFile(basename(file), text);
      const { withWorld } = await import("./with-world.ts");
      const { notify } = await import("../app/accountability/notify.ts");
      const { startProgress } = await import("./progress.ts");
      const progress = startProgress(2000);
      const onProgress = (so: Notified) =>
        progress.update({ done: so.filed, total: null, note: "notices on record" });
      const { filed, unknown, refused, stopped } = await withWorld(
        async ({ world, signal }) => {
          const options = { signal, onProgress, dryRun: dryRun ?? false };
          const so = await notify(world, breach, { statute, template }, options);
          return { ...so, stopped: signal.aborted };
        },
        { finishesItself: true },
      ).finally(progress.end);
      const people = paint("bold", counted(filed, "person", "people"));
      await say(
        dryRun
          ? `${people} would be told; nothing was sent`
          : `${people}: a notice to each is on record, and goes before all campaigns while a server runs (\`licet start\`)`,
      );
      if (unknown > 0)
        await say(
          `of ${counted(unknown, "person", "people")} no address is kept: tell them in public, if they must be told (GDPR 34(3)(c))`,
        );
      for (const [code, some] of Object.entries(refused))
        await say(`${counted(some, "person", "people")} cannot be written to: \`${code}\``);
      if (!stopped) return;
      process.exitCode = exit.refused;
      warn(
        `${paintError("yellow", "licet:")} stopped before the end; run it again, and nobody is told twice`,
      );
    });
}
