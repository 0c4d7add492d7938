// /campaigns: starts them, shows how far they are, and stops them.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Campaign, CampaignProgress, ListedCampaign, Segment } from "../../app/campaigns/campaign.ts";
import {
  cancelCampaign,
  findCampaign,
  pauseCampaign,
  resumeCampaign,
} from "../../app/campaigns/control-campaign.ts";
import { previewCampaign, startCampaign } from "../../app/campaigns/start-campaign.ts";
import type { World } from "../../app/ports.ts";
import { formatInstant, parseInstant } from "../../core/instant.ts";
import { mediaTypeOf, usualMostBytes } from "../../mail/attachments.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { countsJson, countsSchema } from "./audience.ts";
import { json, jsonBody, needing, problems, purposeSchema } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const attachmentSchema = z.strictObject({
  name: z.string().openapi({ description: "Without a folder", example: "fair.pdf" }),
  type: z
    .string()
    .optional()
    .openapi({ description: "Media type; absent: by the ending of the name", example: "application/pdf" }),
  cid: z
    .string()
    .optional()
    .openapi({ description: 'The message shows it, as `<img src="cid:…">`; absent: it is attached' }),
  content: z
    .string()
    .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), "expected base64")
    .openapi({ description: "Base64 (RFC 4648 4)", format: "byte" }),
});

const requestSchema = z
  .strictObject({
    purpose: purposeSchema,
    template: z.strictObject({
      format: z.enum(["markdown", "mjml", "html"]),
      subject: z.string().min(1).max(900).openapi({ description: "Liquid", example: "New shoes for spring" }),
      body: z.string().min(1).openapi({ description: "Liquid in the format above" }),
    }),
    attachments: z.array(attachmentSchema).max(100).default([]).openapi({
      description: "What goes with each mail; together at most `LICET_ATTACHMENTS_MB`, as they are sent",
    }),
    segment: z
      .strictObject({
        countries: z.array(z.string().regex(/^[A-Z]{2}$/, "expected a country code such as `ES`")).min(1),
        languages: z.array(z.string().regex(/^[a-z]{2,3}$/, "expected a language code such as `fr`")).min(1),
      })
      .partial()
      .default({})
      .openapi({ description: "Who of the people of the purpose; absent: all" }),
    message: z
      .strictObject({
        blocks: z.array(z.string()),
        roleFit: z.string(),
        lia: z.string(),
        art14: z.boolean(),
      })
      .partial()
      .default({})
      .openapi({ description: "What the message declares of itself, as in the decision contract" }),
    startAt: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: "Not before this instant; a running server begins it. Absent: at once" }),
    lateAfterMinutes: z.int().min(0).max(525_600).default(60).openapi({
      description:
        "How long after `startAt` it still begins by itself, if the server was down; later it becomes `late` and waits to be resumed",
    }),
    giveUpAfterHours: z
      .int()
      .min(1)
      .max(240)
      .default(48)
      .openapi({ description: "How long a letter is tried again that mail servers put off" }),
    dryRun: z
      .boolean()
      .default(false)
      .openapi({ description: "Only count who would get it and who would not" }),
  })
  .openapi("CampaignRequest");

const campaignSchema = z
  .object({
    id: z.uuid(),
    purpose: z.string(),
    sender: z.string(),
    template: z.object({ format: z.string(), subject: z.string() }),
    segment: z.object({
      countries: z.array(z.string()).optional(),
      languages: z.array(z.string()).optional(),
    }),
    state: z.enum(["scheduled", "late", "running", "paused", "cancelled", "finished"]),
    audience: z
      .int()
      .openapi({ description: "People of the segment with a verdict for the purpose when it began" }),
    createdAt: z.iso.datetime(),
    startAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi("Campaign");

const progressSchema = campaignSchema
  .extend({
    progress: z.object({
      sent: z.int(),
      refused: z.record(z.string(), z.int()).openapi({ description: "People by refusal code" }),
      heldBack: z.int().openapi({
        description:
          "May be written to, and wish to hear less often, or are not to be asked again yet what the mail asks",
      }),
      failed: z.int(),
      uncertain: z
        .int()
        .openapi({ description: "Handed over when the connection or the server died; not sent again" }),
      deferred: z
        .int()
        .openapi({ description: "Put off by a mail server; asked for and tried again when they are due" }),
      inFlight: z.int(),
      returned: z.object({ bounced: z.int(), complained: z.int(), refusedUs: z.int() }).openapi({
        description:
          "Of those handed over, what came back later; `refusedUs`: for a reason of the sender's, held against nobody",
      }),
      concerned: z.int().nullable().openapi({
        description:
          "Once finished: whom it concerned, counted from the people on record. The sum of all the others, else somebody was passed over",
      }),
    }),
  })
  .extend({
    measured: z.array(z.object({ link: z.string().nullable(), people: z.int(), times: z.int() })).openapi({
      description:
        "Opens (`link` null) and clicks of those who let themselves be measured; nobody else is followed",
    }),
  })
  .openapi("CampaignWithProgress");

const params = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" } }) });

export function campaignsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const mostBytes = world.attachmentsMostBytes ?? usualMostBytes;
  const withProgress = async (campaign: Campaign) => ({
    ...campaignJson(campaign),
    progress: progressJson(await world.store.campaigns.progress(campaign.id)),
    measured: [...(await world.store.measures.measured(campaign.id))],
  });

  const start = createRoute({
    method: "post",
    path: "/campaigns",
    summary: "Start a campaign, or count what it would do",
    security: needing("campaigns:write"),
    middleware: [guard("campaigns:write"), limitBody(Math.ceil(mostBytes / 1e6) + 1)] as const,
    request: { body: jsonBody(requestSchema) },
    responses: {
      ...problems(
        "body-malformed",
        "body-too-large",
        "purpose-unknown",
        "purpose-not-marketing",
        "template-malformed",
        "attachment-malformed",
        "attachments-too-large",
        "media-type-unsupported",
        "setup-missing",
      ),
      200: json(countsSchema, "`dryRun`: what it would do; nothing was sent"),
      202: {
        ...json(campaignSchema, "It runs; ask its `Location` how far it is"),
        headers: z.object({ Location: z.string() }),
      },
    },
  });
  api.openapi(start, async (c) => {
    const { dryRun, segment, startAt, attachments, ...rest } = c.req.valid("json");
    const request = {
      ...rest,
      attachments: attachments.map(({ name, type, cid, content }) => ({
        name,
        type: type ?? mediaTypeOf(name),
        cid: cid ?? null,
        bytes: Buffer.from(content, "base64"),
      })),
      segment: segmentOf(segment),
      startAt: startAt === undefined ? null : parseInstant(startAt),
    };
    if (dryRun) return c.json(countsJson(await previewCampaign(world, request)), 200);
    const campaign = await startCampaign(world, request);
    return c.json(campaignJson(campaign), 202, { Location: `/api/v1/campaigns/${campaign.id}` });
  });

  const list = createRoute({
    method: "get",
    path: "/campaigns",
    summary: "All campaigns, the newest first",
    security: needing("campaigns:read"),
    middleware: [guard("campaigns:read")] as const,
    responses: {
      ...problems(),
      200: json(z.object({ campaigns: z.array(campaignSchema) }), "All campaigns"),
    },
  });
  api.openapi(list, async (c) =>
    c.json({ campaigns: (await world.store.campaigns.list()).map(campaignJson) }, 200),
  );

  const show = createRoute({
    method: "get",
    path: "/campaigns/{id}",
    summary: "One campaign and how far it is",
    security: needing("campaigns:read"),
    middleware: [guard("campaigns:read")] as const,
    request: { params },
    responses: { ...problems("campaign-unknown"), 200: json(progressSchema, "The campaign") },
  });
  api.openapi(show, async (c) =>
    c.json(await withProgress(await findCampaign(world, c.req.valid("param").id)), 200),
  );

  const controls = { pause: pauseCampaign, resume: resumeCampaign, cancel: cancelCampaign };
  for (const [verb, control] of Object.entries(controls)) {
    const route = createRoute({
      method: "post",
      path: `/campaigns/{id}/${verb}`,
      summary: `${verb.charAt(0).toUpperCase()}${verb.slice(1)} a campaign`,
      security: needing("campaigns:write"),
      middleware: [guard("campaigns:write")] as const,
      request: { params },
      responses: {
        ...problems("campaign-unknown", "campaign-ended"),
        200: json(progressSchema, "The campaign as it is now"),
      },
    });
    api.openapi(route, async (c) => {
      return c.json(await withProgress(await control(world, c.req.valid("param").id)), 200);
    });
  }
  return api;
}

function campaignJson(campaign: ListedCampaign): z.input<typeof campaignSchema> {
  const { id, purpose, sender, template, segment, state, audience } = campaign;
  return {
    id,
    purpose,
    sender,
    template: { format: template.format, subject: template.subject },
    segment: segmentOf(segment),
    state,
    audience,
    createdAt: formatInstant(campaign.createdAt),
    startAt: campaign.startAt === null ? null : formatInstant(campaign.startAt),
    finishedAt: campaign.finishedAt === null ? null : formatInstant(campaign.finishedAt),
  };
}

function segmentOf({ countries, languages }: { [Key in keyof Segment]: Segment[Key] | undefined }) {
  return { ...(countries && { countries: [...countries] }), ...(languages && { languages: [...languages] }) };
}

function progressJson(progress: CampaignProgress): z.input<typeof progressSchema>["progress"] {
  const { refused, returned, sent, heldBack, failed, uncertain, deferred, inFlight, concerned } = progress;
  const figures = { sent, heldBack, failed, uncertain, deferred, inFlight, concerned };
  return { ...figures, refused: { ...refused }, returned: { ...returned } };
}
