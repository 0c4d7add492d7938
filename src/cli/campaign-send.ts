// `licet campaign send`: begins a campaign and sends it to the end, showing how far it is.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Campaign, CampaignProgress, Segment } from "../app/campaigns/campaign.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { audienceTable } from "./audience-table.ts";
import { accountLine, campaignTable, progressStep } from "./campaign-table.ts";
import { command, readInstant } from "./command.ts";
import { exit, Interrupted } from "./failure.ts";
import { remediesFor } from "./remedies.ts";
import { readSegment } from "./segment.ts";
import { counted, paint, paintError, say, sayJson, warn } from "./terminal.ts";
import type { Opened } from "./with-world.ts";

/** A mail server that has not taken anything for so long is said to be silent. */
const answerExpectedMs = 5_000;

interface Options {
  readonly purpose: string;
  readonly template: string;
  readonly attach?: readonly string[];
  readonly segment?: Segment;
  readonly at?: Instant;
  readonly lateAfter?: number;
  readonly giveUpAfter?: number;
  readonly dryRun?: true;
  readonly json?: true;
}

export function campaignSendCommand(): Command {
  return command(
    "campaign send",
    "Send a message to everybody who may have it at the moment it is handed over.",
    [
      [
        "licet campaign send --purpose newsletter --template news.md --dry-run",
        "who would get it, and why the others not",
      ],
      ["licet campaign send --purpose newsletter --template news.md", "send it"],
      [
        "licet campaign send --purpose newsletter --template news.md --at 2026-12-01T09:00:00Z",
        "have a running server send it then",
      ],
      ["licet campaign send --purpose newsletter --template news.md --attach fair.pdf", "with a file"],
      [
        "licet campaign send --purpose newsletter --template news.md --segment country=ES,FR",
        "only to two countries",
      ],
    ],
  )
    .requiredOption("--purpose <key>", "the purpose, as licet.yaml calls it; of kind marketing")
    .requiredOption(
      "--template <file>",
      "the message: `.md`, `.mjml` or `.html`, with its subject in front matter",
    )
    .option(
      "--attach <file>",
      "a file that goes with each mail; may be repeated",
      (file, before: string[] = []) => [...before, file],
    )
    .option("--segment <kind=values>", "only `country=…` or `language=…`; may be repeated", readSegment)
    .option("--at <instant>", "not before this; a running server begins it", readInstant)
    .option(
      "--late-after <minutes>",
      "how late it still begins by itself, if the server was down; default 60",
      whole,
    )
    .option(
      "--give-up-after <hours>",
      "how long a letter is tried that mail servers put off; default 48",
      whole,
    )
    .option("--dry-run", "say who would get it and send nothing")
    .option("--json", "how it ended, as one JSON line")
    .action(async (options: Options) => {
      const text = await readFile(options.template, "utf8").catch((cause: NodeJS.ErrnoException) => {
        throw new CodedError("file-unreadable", `\`${options.template}\` (${cause.code})`, { cause });
      });
      const { readTemplateFile } = await import("../mail/template-file.ts");
      const { withFiles } = await import("./attached-files.ts");
      const { purpose, segment = {}, at, lateAfter, giveUpAfter } = options;
      const { template, message } = readTemplateFile(basename(options.template), text);
      const request = {
        purpose,
        segment,
        ...(await withFiles(template, options.template, options.attach ?? [])),
        message,
        ...(at !== undefined && { startAt: at }),
        ...(lateAfter !== undefined && { lateAfterMinutes: lateAfter }),
        ...(giveUpAfter !== undefined && { giveUpAfterHours: giveUpAfter }),
      };
      const { withWorld } = await import("./with-world.ts");
      const { previewCampaign, startCampaign } = await import("../app/campaigns/start-campaign.ts");
      if (!options.dryRun)
        return withWorld(
          async (opened) => {
            const campaign = await startCampaign(opened.world, request);
            if (campaign.state === "scheduled") return saySchedule(campaign, options.json === true);
            return runToTheEnd(opened, campaign, options.json === true);
          },
          { finishesItself: true },
        );
      const counts = await withWorld(({ world }) => previewCampaign(world, request));
      if (options.json) {
        const [permits, refusals] = [Object.fromEntries(counts.permits), Object.fromEntries(counts.refusals)];
        return sayJson({ dryRun: true, purpose, segment, people: counts.people, permits, refusals });
      }
      await say();
      await say(
        `  ${paint("bold", purpose)} ${paint("dim", `· ${counted(counts.people, "person", "people")} · nothing is sent`)}`,
      );
      await say();
      for (const line of [...audienceTable(counts), ...remediesFor(counts.refusals.keys())])
        await say(line === "" ? "" : `  ${line}`);
      await say();
    });
}

export async function saySchedule({ id, purpose, state, startAt }: Campaign, json: boolean): Promise<void> {
  const at = startAt === null ? "" : formatInstant(startAt);
  if (json) return sayJson({ id, purpose, state, startAt: at });
  await say(`  ${paint("bold", purpose)} ${paint("dim", `· ${id}`)}`);
  await say(
    `  a running server (\`licet start\`) begins it at ${at}; \`licet campaign cancel ${id}\` takes it back`,
  );
}

function whole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It should be a whole number.");
  return Number(text);
}

/** Sends until the campaign is finished, held by somebody else, or Ctrl-C: then it is paused, so that no server sends on. */
export async function runToTheEnd(
  { world, mailbox, signal }: Opened,
  { id, purpose, audience }: Campaign,
  json: boolean,
): Promise<void> {
  const { runCampaign } = await import("../app/campaigns/run-campaign.ts");
  const { findCampaign, pauseCampaign } = await import("../app/campaigns/control-campaign.ts");
  const { startProgress } = await import("./progress.ts");
  const where = mailbox ? "into the built-in mailbox" : "through the relay";
  warn("");
  warn(
    `  ${paintError("bold", purpose)} ${paintError("dim", `· ${counted(audience, "person", "people")} to look at · ${where} · ${id}`)}`,
  );
  warn("");
  const progress = startProgress(0);
  let last = { done: 0, movedAt: performance.now() };
  const onProgress = (now: CampaignProgress) => {
    const step = progressStep(
      now,
      (now.inFlight > 0 || now.deferred === 0) && performance.now() - last.movedAt > answerExpectedMs,
    );
    if (step.done !== last.done) last = { done: step.done, movedAt: performance.now() };
    progress.update(step);
  };
  const ended = await runCampaign(world, id, { signal, onProgress }).finally(progress.end);
  if (signal.aborted && !ended.finished) await pauseCampaign(world, id);
  const { state } = await findCampaign(world, id);

  if (json) {
    const { sent, refused, heldBack, failed, uncertain, deferred, concerned } = ended;
    const figures = { sent, refused, heldBack, failed, uncertain, deferred, concerned };
    await sayJson({ id, purpose, state, audience, ...figures });
  } else {
    const account = accountLine(ended) ?? [];
    for (const line of [...campaignTable(ended), ...remediesFor(Object.keys(ended.refused))].concat(account))
      await say(`  ${line}`);
    await say();
  }
  if (state === "finished") return;
  process.exitCode = signal.reason instanceof Interrupted ? signal.reason.status : exit.refused;
  const advice = state === "paused" ? `; go on with \`licet campaign resume ${id}\`` : "";
  warn(`${paintError("yellow", "licet:")} the campaign is ${state}${advice}`);
}
