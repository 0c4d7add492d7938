// The last moment: each claimed person's permit is made sure of, the letter written, and handed over.
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Permit, Verdict } from "../../core/verdict.ts";
import { ask } from "../messages/ask.ts";
import type { World } from "../ports.ts";
import type { Claim, Outcome } from "./campaign.ts";
import type { Crew } from "./crew.ts";
import { writeLetter } from "./write-letter.ts";

/** A permit older than this is asked again before hand-over. Milliseconds. */
const permitLifeMs = 1000;

/** What became of a batch; `returned` were claimed and not handed over, because the run is stopping. */
export interface HandedOver {
  readonly outcomes: readonly Outcome[];
  readonly returned: readonly SubjectId[];
}

export async function handOver(
  world: World,
  crew: Crew,
  claims: readonly Claim[],
  askedAt: Instant,
): Promise<HandedOver> {
  const gate = openGate(world, crew, claims, askedAt);
  const outcomes: Outcome[] = [];
  const returned: SubjectId[] = [];
  const waiting = claims.filter(isWaiting);

  async function work(): Promise<void> {
    for (let claim = waiting.shift(); claim; claim = waiting.shift()) {
      const result = await handOverOne(world, crew, claim, gate);
      if (result === "returned") returned.push(claim.subject);
      else if (result !== "refused") outcomes.push(result);
    }
  }
  await Promise.all(Array.from({ length: crew.width }, work));
  return { outcomes, returned };
}

/** Refused people, and those whom an earlier life of the slice had claimed, are on record as they are. */
function isWaiting({ verdict }: Claim): boolean {
  return verdict === "asking" || (verdict !== "claimed-before" && verdict.outcome === "permit");
}

async function handOverOne(
  world: World,
  crew: Crew,
  claim: Claim,
  gate: Gate,
): Promise<Outcome | "returned" | "refused"> {
  const { address, subject } = claim;
  const letter = address === null ? null : await writeLetter(world, crew, claim, address).catch(() => null);
  if (!letter) return (await gate.permitFor(subject)) ? unwritten(world, subject) : "refused";
  for (let attempt = 0; ; attempt += 1) {
    if (crew.stopping()) return "returned";
    // Asked after the letter is written: nothing stands between this answer and the relay.
    const permit = await gate.permitFor(subject);
    if (!permit) return "refused";
    const handover = await world.post.deliver(permit, letter);
    if (handover.kind !== "unreachable")
      return { subject, messageId: letter.messageId, handover, at: world.clock.now() };
    await sleep(Math.min(250 * 2 ** attempt, 5000));
  }
}

/** No address, or one value that breaks the template for this person alone: the others are not to suffer for it. */
function unwritten(world: World, subject: SubjectId): Outcome {
  const reply = "the letter to this person could not be written";
  const handover = { kind: "refused-by-relay", permanent: true, reply, status: null } as const;
  return { subject, messageId: "", handover, at: world.clock.now() };
}

interface Gate {
  /** A permit not older than a second, or null: then the refusal is on record. */
  permitFor(subject: SubjectId): Promise<Permit | null>;
}

function openGate(world: World, crew: Crew, claims: readonly Claim[], claimedAt: Instant): Gate {
  const verdicts = new Map<SubjectId, Verdict>();
  // Whoever is on the way to the relay is not asked again: what became of that letter is settled already.
  const waiting = new Set(claims.filter(isWaiting).map(({ subject }) => subject));
  let askedAt = claimedAt;
  let asking: Promise<void> | null = null;
  for (const { subject, verdict } of claims)
    if (verdict !== "asking" && verdict !== "claimed-before") verdicts.set(subject, verdict);

  async function askAgain(subjects: readonly SubjectId[]): Promise<void> {
    const at = world.clock.now();
    const answers = await ask(world, crew.setup, subjects, crew.purpose, crew.campaign.message);
    const rows = [...answers].map(([subject, verdict]) => ({ subject, verdict }));
    await world.store.campaigns.settle(crew.campaign.id, rows, at);
    for (const subject of subjects) verdicts.delete(subject);
    for (const { subject, verdict } of rows) verdicts.set(subject, verdict);
  }
  function askAllWaiting(): Promise<void> {
    asking ??= (async () => {
      const at = world.clock.now();
      await askAgain([...waiting]);
      askedAt = at;
      asking = null;
    })();
    return asking;
  }

  return {
    async permitFor(subject) {
      waiting.add(subject);
      if (world.clock.now() - askedAt > permitLifeMs || !verdicts.has(subject)) await askAllWaiting();
      if (crew.ended.has(subject)) await askAgain([subject]);
      waiting.delete(subject);
      const verdict = verdicts.get(subject);
      return verdict?.outcome === "permit" ? verdict : null;
    },
  };
}
