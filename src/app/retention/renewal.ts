// Renewal while a permission lives: when it may be asked for, and how often. After the end it is asked for by no mail.
import { asksForPermission } from "../../core/content.ts";
import { days, type Instant } from "../../core/instant.ts";
import type { Purpose } from "../../core/question.ts";
import type { Campaign } from "../campaigns/campaign.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { type Kept, permittedUntil } from "./permitted.ts";

/** The last days of a permission, in which its renewal may be asked for. */
const windowMs = days(60);
/** So many mails may ask within them: more would press. */
const mostMails = 2;

/** Whether the message asks for a permission anew; `decide` refuses it where none lives (B13). */
export function asksForRenewal({ message }: Pick<Campaign, "message">): boolean {
  return asksForPermission(message);
}

/**
 * When the purpose permits no more mail if nothing else happens, where that is near enough to ask; else null.
 *
 * The term of the stored permission is not it: an exclusion list cuts that to the life of its copy.
 */
export function lapsesAt(setup: Setup, person: Kept, purpose: Purpose, now: Instant): Instant | null {
  const end = permittedUntil(setup, person, purpose, now);
  return end === null || end === "open" || end <= now || end - now > windowMs ? null : end;
}

/** Whether a campaign that asks for renewal may ask this person now. */
export async function mayAskForRenewal(
  world: World,
  setup: Setup,
  person: Kept & { readonly subject: Parameters<World["store"]["campaigns"]["deliveriesTo"]>[0] },
  purpose: Purpose,
  campaign: Pick<Campaign, "id">,
): Promise<boolean> {
  const end = lapsesAt(setup, person, purpose, world.clock.now());
  if (end === null) return false;
  const deliveries = await world.store.campaigns.deliveriesTo(person.subject);
  const within = deliveries.filter(
    (one) => one.purpose === purpose.key && one.campaign !== campaign.id && one.at >= end - windowMs,
  );
  const campaigns = await Promise.all(within.map((one) => world.store.campaigns.find(one.campaign)));
  return campaigns.filter((one) => one && asksForRenewal(one)).length < mostMails;
}
