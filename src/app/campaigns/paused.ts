// Who may have a campaign, and is not to get it yet: it puts a question that is not to be put to them now.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";
import { asksToMeasure, trackingPausedUntil } from "../consent/tracking-pause.ts";
import type { Person, World } from "../ports.ts";
import { asksForRenewal, mayAskForRenewal } from "../retention/renewal.ts";
import { purposeOf } from "../subjects/decide-permissions.ts";
import type { Campaign } from "./campaign.ts";
import type { Terms } from "./crew.ts";

/**
 * Those of the permitted who were asked lately to let themselves be measured, or whose permission does not end soon where
 * the campaign asks to renew it; nobody where the campaign asks neither.
 */
export async function pausedOf(
  world: World,
  { setup, purpose }: Terms,
  campaign: Campaign,
  verdicts: ReadonlyMap<SubjectId, Verdict>,
): Promise<ReadonlySet<SubjectId>> {
  if (!asksToMeasure(campaign) && !asksForRenewal(campaign)) return new Set();
  const permitted = [...verdicts].flatMap(([subject, { outcome }]) =>
    outcome === "permit" ? [subject] : [],
  );
  const people = await world.store.people.find(permitted);
  const isPaused = async (person: Person) => {
    if (
      asksForRenewal(campaign) &&
      !(await mayAskForRenewal(world, setup, person, purposeOf(purpose), campaign))
    )
      return true;
    if (!asksToMeasure(campaign)) return false;
    const facts = await world.store.people.facts(person.subject);
    return (await trackingPausedUntil(world, setup, person, facts, campaign.id)) !== null;
  };
  const paused = await Promise.all(
    [...people.values()].map(async (person) => ((await isPaused(person)) ? [person.subject] : [])),
  );
  return new Set(paused.flat());
}
