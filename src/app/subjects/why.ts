// Why a person got one mail: the very authorisation that was used, with the words that were shown and what came of it.
import { BASES, type Basis, isBasis } from "../../core/codes.ts";
import type { Instant } from "../../core/instant.ts";
import type { WayOutToken } from "../../mail/tokens.ts";
import type { DeliveryTo } from "../campaigns/campaigns-table.ts";
import { newestErasure } from "../consent/erasures.ts";
import type { RecordedFact, World } from "../ports.ts";
import type { Localised } from "../setup/setup.ts";
import { decideFor, purposeOf } from "./decide-permissions.ts";
import { type FormSeen, formSeen } from "./form-seen.ts";

/** One act that the mail rested on. */
export interface Act {
  readonly fact: RecordedFact;
  /** The words that stood beside the box or above the refusal, in the language that was shown; null: shown elsewhere. */
  readonly words: string | null;
  /** When the button in the confirmation mail was pressed; null if never. */
  readonly confirmedAt: Instant | null;
  /** The form that it was done on; null: on none of ours. */
  readonly form: FormSeen | null;
}

export interface Reason {
  /** Its label is null where the controller has retired it. */
  readonly purpose: { readonly key: string; readonly label: Localised | null };
  readonly sentAt: Instant;
  readonly basis: Basis;
  readonly citations: readonly string[];
  readonly acts: readonly Act[];
  /** Every mail that rested on one of these acts, the newest first. */
  readonly uses: readonly DeliveryTo[];
  /** Whether the purpose may still be sent to the person now. */
  readonly holds: boolean;
}

/** Null: no such mail was handed over. `erased`: what is known of it is no longer to be shown. */
export async function why(
  world: World,
  { subject, campaign }: WayOutToken,
): Promise<Reason | "erased" | null> {
  const [people, setup] = await Promise.all([
    world.store.people.find([subject]),
    world.store.setup.current(),
  ]);
  const person = people.get(subject);
  const erasedAt = person && setup && newestErasure(person.standing, setup.controller.content.id);
  if (erasedAt && person.address === null) return "erased";
  const found = campaign === null ? null : await world.store.campaigns.find(campaign);
  const delivery = found && (await world.store.campaigns.delivery(found.id, subject));
  if (!found || !delivery || !isBasis(delivery.basis)) return null;
  // Who came back is somebody new to us: what was before stays erased.
  if (erasedAt && delivery.at <= erasedAt) return "erased";
  const [facts, deliveries] = await Promise.all([
    world.store.people.facts(subject),
    world.store.campaigns.deliveriesTo(subject),
  ]);
  const relied = facts.filter(
    (fact) => delivery.evidence.includes(fact.id) && fact.type !== "consent.confirmed",
  );
  const acts = await Promise.all(
    relied.map(async (fact): Promise<Act> => {
      const confirmation = facts.find(
        ({ type, body }) => type === "consent.confirmed" && body.of === fact.id,
      );
      const [words, form] = await Promise.all([wordsShown(world, fact), formSeen(world, fact, facts)]);
      return { fact, words, confirmedAt: confirmation?.at ?? null, form };
    }),
  );

  const { basis } = delivery;
  const purpose = setup?.purposes[found.purpose];
  const verdictAt = (at: Instant) =>
    setup && person && purpose ? decideFor(setup, person, purposeOf(purpose), at) : null;
  const then = verdictAt(delivery.at);
  return {
    purpose: { key: found.purpose, label: purpose?.content.label ?? null },
    sentAt: delivery.at,
    basis,
    citations: then?.basis === basis ? then.citations : BASES[basis].citations,
    acts,
    uses: deliveries.filter(({ evidence }) => relied.some(({ id }) => evidence.includes(id))),
    holds: verdictAt(world.clock.now())?.outcome === "permit",
  };
}

/** The wording of the version and language that the person saw. */
export async function wordsShown(world: World, { shown }: RecordedFact): Promise<string | null> {
  if (!shown) return null;
  if (shown.clause) {
    const clause = await world.store.setup.version("clause", shown.clause.key, shown.clause.version);
    return clause?.content.text[shown.language] ?? null;
  }
  const form = await world.store.setup.version("form", shown.form.key, shown.form.version);
  return (form?.content.kind === "order" && form.content.softOptIn?.text[shown.language]) || null;
}
