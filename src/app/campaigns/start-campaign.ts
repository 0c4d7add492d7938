// Begins a campaign: checks that it can be written and sent, and cuts the key space into slices.
import type { Instant } from "../../core/instant.ts";
import type { Message } from "../../core/question.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import { CodedError } from "../../errors.ts";
import { type Attachment, checkAttachments, usualMostBytes } from "../../mail/attachments.ts";
import { compileTemplate } from "../../mail/template.ts";
import type { World } from "../ports.ts";
import { sweepOutdated } from "../subjects/sweep.ts";
import { type AudienceCounts, audienceCounts } from "./audience.ts";
import type { Campaign, Segment, Slice, TemplateSource } from "./campaign.ts";

export interface CampaignRequest {
  readonly purpose: string;
  readonly template: TemplateSource;
  readonly segment?: Segment;
  readonly message?: Message;
  /** What goes with each letter; those with a `cid` are shown in it. */
  readonly attachments?: readonly Attachment[];
  /** Not before this; absent or null: at once. */
  readonly startAt?: Instant | null;
  /** How long after `startAt` it still begins by itself; default 60. */
  readonly lateAfterMinutes?: number;
  /** How long a letter is tried that mail servers put off; default 48. */
  readonly giveUpAfterHours?: number;
}

/** Enough slices for many workers to share, few enough to cost nothing in a small campaign. */
const peopleASlice = 1000;
const mostSlices = 256;

/**
 * Puts a campaign on record as running, or as scheduled; whoever runs campaigns on this database takes it up.
 *
 * @throws CodedError `setup-missing`, `purpose-unknown`, `purpose-not-marketing`, `template-malformed`, `attachment-malformed` or
 *   `attachments-too-large`.
 */
export async function startCampaign(world: World, request: CampaignRequest): Promise<Campaign> {
  const { sender } = await checkCampaign(world, request);
  // Nobody is passed over for want of a verdict under today's rules.
  await sweepOutdated(world);
  const campaign: Campaign = {
    id: world.ids.next(),
    purpose: request.purpose,
    sender,
    template: request.template,
    segment: request.segment ?? {},
    message: request.message ?? {},
    post: world.post.name,
    state: (request.startAt ?? 0) > world.clock.now() ? "scheduled" : "running",
    audience: await world.store.permissions.people(request.purpose, request.segment ?? {}),
    createdAt: world.clock.now(),
    startAt: request.startAt ?? null,
    lateAfterMinutes: request.lateAfterMinutes ?? 60,
    giveUpAfterHours: request.giveUpAfterHours ?? 48,
    finishedAt: null,
  };
  const count = Math.min(Math.max(Math.ceil(campaign.audience / peopleASlice), 4), mostSlices);
  await world.store.transaction((tables) =>
    tables.campaigns.create(campaign, slices(count), request.attachments ?? []),
  );
  return campaign;
}

/** The same checks, and what the gate would say now, counted; nothing is sent or recorded. */
export async function previewCampaign(world: World, request: CampaignRequest): Promise<AudienceCounts> {
  await checkCampaign(world, request);
  const { segment = {}, message = {} } = request;
  return audienceCounts(world, request.purpose, world.clock.now(), { segment, message });
}

async function checkCampaign(
  world: World,
  { purpose, template, attachments = [] }: CampaignRequest,
): Promise<{ sender: string }> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  const declared = setup.purposes[purpose];
  if (!declared)
    throw new CodedError(
      "purpose-unknown",
      `\`${purpose}\`; there are ${Object.keys(setup.purposes)
        .map((key) => `\`${key}\``)
        .join(", ")}`,
    );
  if (purpose === TRACKING_KEY)
    throw new CodedError(
      "purpose-not-marketing",
      `\`${purpose}\` is the consent to be measured; nothing is sent for it`,
    );
  if (declared.content.kind !== "marketing")
    throw new CodedError("purpose-not-marketing", `\`${purpose}\` is \`${declared.content.kind}\``);
  checkAttachments(attachments, world.attachmentsMostBytes ?? usualMostBytes);
  await compileTemplate(template, { attachments });
  return { sender: declared.content.sender };
}

function slices(count: number): Pick<Slice, "slice" | "lower" | "upper">[] {
  const start = (slice: number) => (2n ** 128n * BigInt(slice)) / BigInt(count);
  return Array.from({ length: count }, (_, slice) => ({
    slice,
    lower: subjectAt(start(slice)),
    upper: subjectAt(start(slice + 1) - 1n),
  }));
}

function subjectAt(place: bigint): SubjectId {
  const hex = place.toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as SubjectId;
}
