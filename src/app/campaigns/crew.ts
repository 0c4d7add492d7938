// What the batches of one run share: the campaign as it is published, its compiled template, and who has left meanwhile.
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { compileTemplate, type Template } from "../../mail/template.ts";
import type { World } from "../ports.ts";
import type { Published, PurposeDeclaration, Sender, Setup } from "../setup/setup.ts";
import type { Campaign } from "./campaign.ts";

export interface Crew {
  readonly campaign: Campaign;
  readonly setup: Setup;
  readonly purpose: Published<PurposeDeclaration>;
  readonly sender: Published<Sender>;
  readonly template: Template;
  /** People whose permission ended while this run was under way. */
  readonly ended: ReadonlySet<SubjectId>;
  /** How many letters this batch hands over at once. */
  readonly width: number;
  readonly stopping: () => boolean;
}

/** @throws CodedError `setup-missing`, `purpose-unknown` or `template-malformed`. */
export async function muster(
  world: World,
  campaign: Campaign,
  ended: ReadonlySet<SubjectId>,
  loops: number,
  stopping: () => boolean,
): Promise<Crew> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  const purpose = setup.purposes[campaign.purpose];
  const sender = setup.senders[campaign.sender];
  if (!purpose || !sender)
    throw new CodedError("purpose-unknown", `\`${campaign.purpose}\` or its sender is retired`);
  const template = await compileTemplate(campaign.template);
  const width = Math.max(1, Math.floor(world.post.width / loops));
  return { campaign, setup, purpose, sender, template, ended, width, stopping };
}
