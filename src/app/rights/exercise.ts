// What a person does about their data on the page of their rights: each press is a case, answered then and there where it can be.
import { hash } from "node:crypto";
import { formatInstant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { Standing } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import type { PageToken } from "../../mail/tokens.ts";
import type { Entry } from "../consent/entry.ts";
import { newFact } from "../consent/new-fact.ts";
import { recordNew } from "../consent/record-new.ts";
import { everything, stop } from "../consent/withdraw.ts";
import type { World } from "../ports.ts";
import type { RestrictionGround, Right } from "./case.ts";
import { replyMail } from "./reply-mail.ts";

/** Who presses, on which page. */
export interface Presser {
  readonly subject: SubjectId;
  /** Signed, and rendered for this person. */
  readonly page: PageToken;
  readonly connection: Connection | null;
}

const source = "page:rights";

interface Exercised {
  readonly right: Right;
  readonly ground?: RestrictionGround;
  readonly words?: string;
  /** Facts of other types that do what was asked. */
  readonly does?: readonly string[];
  readonly described?: Pick<Entry, "language" | "recipient">;
  /** Whether nothing is left to do for anybody. */
  readonly done: boolean;
}

/** GDPR 15 and 20: what is held was handed out. */
export function takeOut(world: World, presser: Presser): Promise<void> {
  return exercise(world, presser, { right: "access", done: true });
}

/** GDPR 16, of what a person knows best about themselves. */
export function correct(
  world: World,
  presser: Presser,
  { language, ...recipient }: { language?: Language; country?: string; birthDate?: string },
): Promise<void> {
  const described = {
    ...(language && { language }),
    ...(Object.keys(recipient).length > 0 && { recipient }),
  };
  return exercise(world, presser, { right: "rectification", described, done: true });
}

/** GDPR 18(1): from now on what is known is kept, and no longer used. */
export function restrict(world: World, presser: Presser, ground: RestrictionGround): Promise<void> {
  return exercise(world, presser, {
    right: "restriction",
    ground,
    does: ["restriction.applied"],
    done: true,
  });
}

export function liftRestriction(world: World, presser: Presser): Promise<void> {
  return exercise(world, presser, { right: "restriction", does: ["restriction.lifted"], done: true });
}

/** GDPR 21(2): no reason is needed. It binds before the case is on record. */
export async function objectToMarketing(world: World, presser: Presser): Promise<void> {
  await stopMarketing(world, presser);
  await exercise(world, presser, { right: "objection", done: true });
}

async function stopMarketing(world: World, { subject, connection }: Presser): Promise<void> {
  // The reply to the case says so.
  await stop(world, subject, everything, null, {
    source,
    connection,
    right: "objection",
    acknowledged: true,
  });
}

/** What somebody has to read first: it waits for the controller, and the month runs (GDPR 12(3)). */
export function ask(world: World, presser: Presser, right: Right, words: string): Promise<void> {
  return exercise(world, presser, { right, words, done: false });
}

/**
 * GDPR 17. The key goes in the same transaction as the facts; for the mail that says so, and for it alone, the address is
 * kept until that mail is sent or given up. Under a legal hold nothing but the mail ends, and somebody has to weigh the rest
 * (GDPR 17(3)(e)).
 */
export async function eraseMyself(world: World, presser: Presser): Promise<"erased" | "asked"> {
  try {
    await exercise(world, presser, { right: "erasure", does: ["subject.erased"], done: true });
    return "erased";
  } catch (error) {
    if (!(error instanceof CodedError && error.code === "legal-hold")) throw error;
    await stopMarketing(world, presser);
    await exercise(world, presser, { right: "erasure", done: false });
    return "asked";
  }
}

/** Pressed twice on one page, it is one case. */
async function exercise(world: World, presser: Presser, exercised: Exercised): Promise<void> {
  const { subject, page, connection } = presser;
  const { right, ground, words, does = [], described = {}, done } = exercised;
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  if (!setup) throw new CodedError("setup-missing");
  const press = JSON.stringify([page.nonce, right, ground, words, does, described]);
  const id = `${right}-${hash("sha256", press).slice(0, 24)}`;
  const at = formatInstant(world.clock.now());
  const request = { id, type: "rights.requested", at, right, via: "page", ...(ground && { ground }) };
  const facts = [
    newFact({ ...request, ...(words && { words }) }, source),
    ...does.map((type) => newFact({ id: `${type}-${id}`, type, at }, source)),
    ...(done
      ? [newFact({ id: `answered-${id}`, type: "rights.answered", at, of: id, outcome: "granted" }, source)]
      : []),
  ];
  const address = people.get(subject)?.address ?? null;
  const parting = right === "erasure" && address !== null ? { address } : undefined;
  const mail = { step: done ? "answered" : "received" } as const;
  await recordNew(world, { subject }, facts, () => ({
    ...described,
    connection,
    mails: address === null ? [] : replyMail(world, setup, "rightsReply", id, page.language, mail, parting),
  }));
}

/** Whether a restriction stands; at the same instant it beats what lifts it. */
export function isRestricted({ restrictions, liftings }: Standing, controller: string): boolean {
  const newest = (facts: Standing["restrictions" | "liftings"]) =>
    facts.findLast((fact) => fact.controller === undefined || fact.controller === controller)?.at ?? -1;
  return newest(restrictions) >= 0 && newest(restrictions) >= newest(liftings);
}
