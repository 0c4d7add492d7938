// Until when a person is not asked to be measured: somebody who was asked and did not say yes is left in peace for a while.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { TRACKING_KEY, TRACKING_QUESTION } from "../../core/tracking.ts";
import type { Campaign } from "../campaigns/campaign.ts";
import type { Person, RecordedFact, World } from "../ports.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";
import { formAsShown } from "./open-form.ts";
import { everything } from "./withdraw.ts";

/** Whether the message asks its reader to let themselves be measured. */
export function asksToMeasure({ message }: Pick<Campaign, "message">): boolean {
  return message.blocks?.includes(TRACKING_QUESTION) === true;
}

/**
 * The end of the pause that the law of the person's country sets, or the controller's own rule; null where none runs.
 *
 * Nothing is put on record for it. That somebody was asked follows from what is: a form whose box they left empty while
 * they sent the rest, a refusal of this purpose or of all, and the mail of a campaign that asked. Who only looks at a page
 * has not been asked, since that can be known of nobody.
 *
 * @param facts - all of the person's.
 * @param except - the id of a campaign whose own mail does not count: it is about to ask.
 *
 * Source: CNIL Deliberation 2026-042.
 */
export async function trackingPausedUntil(
  world: World,
  setup: Setup,
  person: Pick<Person, "subject" | "recipient">,
  facts: readonly RecordedFact[],
  except: string | null = null,
): Promise<Instant | null> {
  const { trackingPauseMs } = lawFor(setup, person.recipient.country);
  if (trackingPauseMs === 0) return null;
  const now = world.clock.now();
  const own = facts.filter(
    ({ body, at }) =>
      at <= now && (body.controller === undefined || body.controller === setup.controller.key),
  );
  const asked = [
    ...own.filter(isRefusal).map(({ at }) => at),
    ...(await boxLeftEmptyAt(world, own)),
    ...(await askedByMailAt(world, person.subject, (now - trackingPauseMs) as Instant, except)),
  ];
  const until = Math.max(...asked.map((at) => at + trackingPauseMs));
  return until > now ? (until as Instant) : null;
}

function isRefusal({ type, body }: RecordedFact): boolean {
  return type === "consent.withdrawn"
    ? body.purpose === TRACKING_KEY || body.purpose === everything
    : type === "objection.raised" && (body.scope === TRACKING_KEY || body.scope === "direct-marketing");
}

/** Presses on a whole form that showed the box; what was joined on a page of one's own showed the box of that alone. */
async function boxLeftEmptyAt(world: World, facts: readonly RecordedFact[]): Promise<readonly Instant[]> {
  const pressed = facts.filter(
    ({ id, type, shown }) =>
      shown !== null &&
      shown.page !== `${world.publicUrl}/p` &&
      // The purchase that a confirmed order became is no press of its own.
      !(type === "sale.concluded" && facts.some((other) => other.id === id.replace(/^sale-/, "order-"))),
  );
  const presses = new Map(pressed.map((fact) => [`${fact.at} ${fact.shown?.form.hash}`, fact]));
  const empty = await Promise.all(
    [...presses.values()].map(async ({ at, shown }) => {
      const open = shown && (await formAsShown(world, shown));
      const box = open?.boxes.find(({ content }) => content.purpose === TRACKING_KEY);
      const ticked = pressed.some(
        (fact) => fact.at === at && fact.shown?.clause?.key === box?.key && fact.type === "consent.given",
      );
      return box && !ticked ? [at] : [];
    }),
  );
  return empty.flat();
}

async function askedByMailAt(
  world: World,
  subject: SubjectId,
  since: Instant,
  except: string | null,
): Promise<readonly Instant[]> {
  const deliveries = await world.store.campaigns.deliveriesTo(subject);
  const asked = await Promise.all(
    deliveries
      .filter(({ campaign, at }) => at > since && campaign !== except)
      .map(async ({ campaign, at }) => {
        const found = await world.store.campaigns.find(campaign);
        return found && asksToMeasure(found) ? [at] : [];
      }),
  );
  return asked.flat();
}
