// Takes down that a letter was opened or a link followed: of nobody who does not permit that at this very moment.
import { TRACKING_KEY } from "../../core/tracking.ts";
import type { Tracking } from "../../core/verdict.ts";
import type { MeasureToken } from "../../mail/tokens.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";

/** @returns where the link leads; null where there is no such link, or for the image. */
export async function measure(
  world: World,
  { subject, campaign: id, link }: MeasureToken,
  { counts }: { readonly counts: boolean },
): Promise<string | null> {
  const { measures } = world.store;
  const [address, campaign, setup, people] = await Promise.all([
    link === 0 ? null : measures.address(id, link),
    world.store.campaigns.find(id),
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const person = people.get(subject);
  if (!counts || !campaign || !setup || !person) return address;
  const at = world.clock.now();
  const tracking = trackingNow(world, setup, person, campaign.purpose);
  if (tracking === "full" && (link === 0 || address !== null)) await measures.add(subject, id, link, at);
  else if (tracking === "last-open-date" && link === 0) await measures.openedOn(subject, at);
  return address;
}

/** How far mails of this purpose to this person may be followed now. A controller that declares no such purpose follows nobody. */
function trackingNow(world: World, setup: Setup, person: Person, purpose: string): Tracking {
  const declared = setup.purposes[purpose];
  if (!declared || !followsAnybody(setup)) return "none";
  return decideFor(setup, person, purposeOf(declared), world.clock.now()).tracking;
}

/** Whether the controller asks anybody for that consent. */
export function followsAnybody(setup: Setup): boolean {
  return setup.purposes[TRACKING_KEY]?.content.kind === "marketing";
}
