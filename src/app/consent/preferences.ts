// What one person receives, purpose by purpose: whether, since when, on which basis, and where to join.
import type { Basis, RefusalCode } from "../../core/codes.ts";
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import type { Verdict } from "../../core/verdict.ts";
import { CodedError } from "../../errors.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import type { AtMost, World } from "../ports.ts";
import { lapsesAt } from "../retention/renewal.ts";
import type { Localised, Setup } from "../setup/setup.ts";
import { decideFor, purposeOf, wishedAtMost } from "../subjects/decide-permissions.ts";
import { newFact } from "./new-fact.ts";
import { record } from "./record.ts";
import { trackingPausedUntil } from "./tracking-pause.ts";
import { everything, type Right, stop } from "./withdraw.ts";

export interface Preference {
  readonly purpose: string;
  readonly label: Localised;
  readonly state: "receiving" | "waiting" | "stopped" | "none";
  /** Null unless receiving. */
  readonly basis: Basis | null;
  /** The law that makes it so, in the row of the person's country; empty where nothing is on record. */
  readonly citations: readonly string[];
  /** How often at most the person wishes to hear of it; null: as it comes. */
  readonly atMost: AtMost | null;
  /** When what decides it came about; null where nothing does. */
  readonly since: Instant | null;
  /** A form on which the person may join. */
  readonly form: string | null;
  /** Whether only a parent or guardian can open it. */
  readonly underAge: boolean;
  /** Until when it is not to be asked for again, where the person has not said yes; null: it may be asked for. */
  readonly pausedUntil: Instant | null;
  /** When it ends by itself, where that is near enough to be asked whether it shall go on. */
  readonly lapsesAt: Instant | null;
}

const stops: readonly RefusalCode[] = [
  "objected",
  "complaint-as-objection",
  "withdrawn",
  "refused-at-collection",
];
const waits: readonly RefusalCode[] = ["doi-unconfirmed", "doi-expired", "doi-bot"];

/** Every marketing purpose in force, as it stands for this person now. */
export async function preferences(world: World, subject: SubjectId): Promise<readonly Preference[]> {
  const [setup, people, facts] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
    world.store.people.facts(subject),
  ]);
  if (!setup) return [];
  const person = people.get(subject);
  const now = world.clock.now();
  const paused =
    person && setup.purposes[TRACKING_KEY] ? await trackingPausedUntil(world, setup, person, facts) : null;
  return Object.values(setup.purposes)
    .filter(({ content }) => content.kind === "marketing")
    .map((purpose) => {
      const verdict = person && decideFor(setup, person, purposeOf(purpose), now);
      const state = verdict ? stateOf(verdict) : "none";
      const decisive = facts.find(({ id }) => verdict?.evidence.includes(id));
      return {
        purpose: purpose.key,
        label: purpose.content.label,
        state,
        basis: verdict?.basis ?? null,
        citations: state === "none" ? [] : (verdict?.citations ?? []),
        atMost: person ? wishedAtMost(person, purpose.key, setup.controller.content.id, now) : null,
        since: state === "none" ? null : (decisive?.at ?? null),
        form: formFor(setup, purpose.key),
        underAge: verdict !== undefined && isUnderAge(verdict),
        pausedUntil:
          purpose.key === TRACKING_KEY && (state === "none" || state === "stopped") ? paused : null,
        lapsesAt: person && state === "receiving" ? lapsesAt(setup, person, purposeOf(purpose), now) : null,
      };
    });
}

/** Takes back every consent, or objects to all direct marketing: one right without the other. */
export function exercise(
  world: World,
  subject: SubjectId,
  right: Exclude<Right, "stop">,
  connection: Connection | null,
): Promise<void> {
  return stop(world, subject, everything, null, { source: "page:preferences", connection, right });
}

export const frequencies = ["any", "month", "week"] as const;

/**
 * Puts on record how often at most the person wishes to hear of a purpose; what is wished for already is not repeated.
 *
 * @returns false where it is no purpose of theirs.
 */
export async function wish(
  world: World,
  subject: SubjectId,
  purpose: string,
  atMost: (typeof frequencies)[number],
  connection: Connection | null,
): Promise<boolean> {
  const preference = (await preferences(world, subject)).find((known) => known.purpose === purpose);
  if (!preference) return false;
  if ((preference.atMost ?? "any") === atMost) return true;
  const at = formatInstant(world.clock.now());
  const body = { id: world.ids.next(), type: "frequency.wished", at, purpose, atMost };
  const facts = [newFact(body, "page:preferences")];
  const [recorded] = await record(world, [{ who: { subject }, facts, connection }]);
  return recorded?.ok === true;
}

/** Speaks to the person in this language from now on, in mails and on pages. */
export async function chooseOwnLanguage(world: World, subject: SubjectId, language: Language): Promise<void> {
  const [recorded] = await record(world, [{ who: { subject }, language, facts: [] }]);
  if (!recorded?.ok) throw recorded?.error ?? new CodedError("subject-unknown");
}

/** Stops one purpose, or `everything`. What is no purpose of the setup changes nothing. */
export async function leave(
  world: World,
  subject: SubjectId,
  purpose: string,
  connection: Connection | null,
): Promise<boolean> {
  const preference = (await preferences(world, subject)).find((known) => known.purpose === purpose);
  if (!preference && purpose !== everything) return false;
  // Where a consent waits or is withdrawn already nothing else lets us write: to withdraw is enough.
  const consented = preference?.state === "waiting" || preference?.state === "stopped";
  await stop(world, subject, purpose, preference?.basis ?? (consented ? "consent" : null), {
    source: "page:preferences",
    connection,
  });
  return true;
}

function isUnderAge({ code, alsoRefused }: Verdict): boolean {
  return code === "under-age" || (code !== null && alsoRefused.includes("under-age"));
}

function stateOf(verdict: Verdict): Preference["state"] {
  if (verdict.outcome === "permit") return "receiving";
  if (stops.includes(verdict.code)) return "stopped";
  return waits.includes(verdict.code) ? "waiting" : "none";
}

/** A sign-up form before any other. */
function formFor(setup: Setup, purpose: string): string | null {
  const forms = Object.values(setup.forms).filter(({ content }) =>
    content.boxes.some((box) => setup.clauses[box]?.content.purpose === purpose),
  );
  return (forms.find(({ content }) => content.kind === "signUp") ?? forms[0])?.key ?? null;
}
