// Who is not to get a campaign yet that asks its readers to let themselves be measured.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Verdict } from "../../core/verdict.ts";
import { asksToMeasure, trackingPausedUntil } from "../consent/tracking-pause.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import type { Campaign } from "./campaign.ts";

/** Those of the permitted who were asked lately; nobody where the campaign does not ask. */
export async function pausedOf(
  world: World,
  setup: Setup,
  campaign: Campaign,
  verdicts: ReadonlyMap<SubjectId, Verdict>,
): Promise<ReadonlySet<SubjectId>> {
  if (!asksToMeasure(campaign)) return new Set();
  const permitted = [...verdicts].flatMap(([subject, { outcome }]) =>
    outcome === "permit" ? [subject] : [],
  );
  const people = await world.store.people.find(permitted);
  const paused = await Promise.all(
    [...people.values()].map(async (person) => {
      const facts = await world.store.people.facts(person.subject);
      const until = await trackingPausedUntil(world, setup, person, facts, campaign.id);
      return until === null ? [] : [person.subject];
    }),
  );
  return new Set(paused.flat());
}
