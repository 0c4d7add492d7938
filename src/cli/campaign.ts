// `licet campaign`: sends one message to everybody who may have it, and looks after what is on its way.
import type { Command } from "commander";
import type { Campaign, CampaignProgress, ListedCampaign } from "../app/campaigns/campaign.ts";
import type { World } from "../app/ports.ts";
import { formatInstant } from "../core/instant.ts";
import { campaignSendCommand, runToTheEnd, saySchedule } from "./campaign-send.ts";
import { accountLine, campaignTable, measuredTable } from "./campaign-table.ts";
import { command, uuid } from "./command.ts";
import { remediesFor } from "./remedies.ts";
import { columns, counted, minute, paint, say, sayJson } from "./terminal.ts";

const colours: Partial<Record<Campaign["state"], "green" | "yellow">> = { running: "green", late: "yellow" };

export function campaignCommand(): Command {
  return command("campaign", "Send one message to everybody who may have it.", [
    [
      "licet campaign send --purpose newsletter --template news.md --dry-run",
      "who would get it and who not, and why",
    ],
    ["licet campaign list", "every campaign and how far it is"],
  ])
    .addCommand(campaignSendCommand())
    .addCommand(list())
    .addCommand(show())
    .addCommand(pause())
    .addCommand(resume())
    .addCommand(cancel());
}

function list(): Command {
  return command("campaign list", "List the campaigns, newest first.", [
    ["licet campaign list", "every campaign and its id"],
  ])
    .option("--json", "one JSON line a campaign")
    .action(async (options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const campaigns = await withWorld(({ world }) => world.store.campaigns.list());
      if (options.json) for (const campaign of campaigns) await sayJson(asJson(campaign));
      else if (campaigns.length === 0)
        await say("there are no campaigns yet; begin one with `licet campaign send`");
      else {
        const rows = campaigns.map((campaign) => [
          minute(campaign.startAt ?? campaign.createdAt),
          paint(colours[campaign.state] ?? "dim", campaign.state),
          paint("bold", campaign.purpose),
          paint("dim", campaign.id),
        ]);
        for (const row of columns(rows)) await say(row);
      }
    });
}

function show(): Command {
  return command("campaign show", "Show one campaign: what was sent, what was refused and why.", [
    ["licet campaign show 01981d3e-…", "the id that `licet campaign list` shows"],
  ])
    .argument("<id>", "the id of the campaign", uuid)
    .option("--json", "one JSON line")
    .action(async (id: string, options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { findCampaign } = await import("../app/campaigns/control-campaign.ts");
      const { campaign, progress, measured } = await withWorld(async ({ world }) => ({
        campaign: await findCampaign(world, id),
        progress: await world.store.campaigns.progress(id),
        measured: await world.store.measures.measured(id),
      }));
      if (options.json) return sayJson({ ...asJson(campaign, progress), measured });
      await say();
      await say(
        `  ${paint("bold", campaign.purpose)} ${paint("dim", `· ${campaign.state} · ${campaign.state === "scheduled" || campaign.state === "late" ? "to begin" : "began"} ${minute(campaign.startAt ?? campaign.createdAt)} · ${counted(campaign.audience, "person", "people")} looked at`)}`,
      );
      await say();
      const lines = [
        ...campaignTable(progress),
        ...measuredTable(measured),
        ...remediesFor(Object.keys(progress.refused)),
        ...[accountLine(progress) ?? []].flat(),
      ];
      for (const line of lines) await say(line === "" ? "" : `  ${line}`);
      await say();
    });
}

function pause(): Command {
  return controlling(
    "pause",
    "Hold a campaign; nobody else is claimed from this moment on.",
    "paused",
    async (world, id) => {
      const { pauseCampaign } = await import("../app/campaigns/control-campaign.ts");
      return pauseCampaign(world, id);
    },
  );
}

function cancel(): Command {
  return controlling(
    "cancel",
    "End a campaign for good; what was not handed over is not sent.",
    "cancelled",
    async (world, id) => {
      const { cancelCampaign } = await import("../app/campaigns/control-campaign.ts");
      return cancelCampaign(world, id);
    },
  );
}

function resume(): Command {
  return command(
    "campaign resume",
    "Go on with a campaign that was paused or is late, and send it to the end; one whose time is still to come waits for it.",
    [["licet campaign resume 01981d3e-…", "nobody gets it twice"]],
  )
    .argument("<id>", "the id of the campaign", uuid)
    .option("--json", "how it ended, as one JSON line")
    .action(async (id: string, options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { resumeCampaign } = await import("../app/campaigns/control-campaign.ts");
      await withWorld(
        async (opened) => {
          const campaign = await resumeCampaign(opened.world, id);
          if (campaign.state === "scheduled") return saySchedule(campaign, options.json === true);
          return runToTheEnd(opened, campaign, options.json === true);
        },
        { finishesItself: true },
      );
    });
}

function controlling(
  verb: string,
  description: string,
  state: string,
  change: (world: World, id: string) => Promise<Campaign>,
): Command {
  return command(`campaign ${verb}`, description, [
    [`licet campaign ${verb} 01981d3e-…`, "the id that `licet campaign list` shows"],
  ])
    .argument("<id>", "the id of the campaign", uuid)
    .action(async (id: string) => {
      const { withWorld } = await import("./with-world.ts");
      await withWorld(({ world }) => change(world, id));
      await say(state);
    });
}

function asJson(campaign: ListedCampaign, progress?: CampaignProgress): object {
  const { id, purpose, sender, segment, state, audience, createdAt, startAt, finishedAt } = campaign;
  return {
    id,
    purpose,
    sender,
    segment,
    state,
    audience,
    createdAt: formatInstant(createdAt),
    startAt: startAt === null ? null : formatInstant(startAt),
    finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
    ...(progress && {
      sent: progress.sent,
      refused: progress.refused,
      heldBack: progress.heldBack,
      failed: progress.failed,
      uncertain: progress.uncertain,
      deferred: progress.deferred,
      inFlight: progress.inFlight,
      returned: progress.returned,
      concerned: progress.concerned,
    }),
  };
}
