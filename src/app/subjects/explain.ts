// Why one person may or may not be written to: a verdict a purpose at any moment, with the facts and the very words behind it.
import type { Instant } from "../../core/instant.ts";
import type { Position } from "../../core/position.ts";
import type { Message, Recipient } from "../../core/question.ts";
import type { Standing } from "../../core/standing.ts";
import type { Verdict } from "../../core/verdict.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { DeliveryTo } from "../campaigns/campaigns-table.ts";
import type { HeldConnection } from "../consent/held-connection.ts";
import { withAnswers } from "../messages/answers.ts";
import type { Person, RecordedFact, World } from "../ports.ts";
import { type Keeping, keepingOf } from "../retention/keeping.ts";
import type { LegalHold } from "../retention/retention-table.ts";
import type { PurposeDeclaration } from "../setup/setup.ts";
import { decideFor, purposeOf } from "./decide-permissions.ts";
import { foldRecord } from "./fold-record.ts";
import { wordsShown } from "./why.ts";

export interface Explanation {
  readonly at: Instant;
  /** False: nobody with this address is on record. The verdicts then say what holds for a stranger. */
  readonly known: boolean;
  readonly recipient: Recipient;
  /** The person's facts up to then, in ledger order. */
  readonly facts: readonly RecordedFact[];
  readonly purposes: readonly ExplainedPurpose[];
  /** Of the letters handed over by then those of which something came back, the newest first. */
  readonly cameBack: readonly DeliveryTo[];
  /** How long the person is kept; null: nobody is, or more was told since `at`. */
  readonly keeping: (Keeping & { readonly hold: LegalHold | null }) | null;
}

export interface ExplainedPurpose {
  readonly key: string;
  readonly declared: PurposeDeclaration;
  readonly verdict: Verdict;
  /** The facts that carry the basis, or that bar it, as the verdict cites them. */
  readonly evidence: readonly CitedFact[];
}

/** A fact, with the wording that stood beside the box where it is kept here. */
export interface CitedFact extends RecordedFact {
  readonly words: string | null;
  /** Where it came from, as long as that is held. */
  readonly connection: HeldConnection | null;
}

/**
 * Folds the person's facts anew and decides each purpose at `at`, which may lie in the past or in the future.
 *
 * @param purpose - one purpose; absent: all that are declared.
 * @throws CodedError `setup-missing`, `purpose-unknown`.
 */
export async function explain(
  world: World,
  address: Address,
  purpose: string | undefined,
  at: Instant,
): Promise<Explanation> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  if (purpose !== undefined && setup.purposes[purpose] === undefined)
    throw new CodedError("purpose-unknown", `\`${purpose}\``);

  const subject = subjectIdOf(address, world.secrets);
  const found = (await world.store.people.find([subject])).get(subject);
  const onRecord = (await world.store.people.facts(subject)).filter(
    ({ type }) => type !== "subject.described",
  );
  const connections = await world.store.people.connections(subject);
  const stranger = {
    subject,
    address: null,
    language: null,
    recipient: {},
    position: 0 as Position,
    registers: {},
  };
  const person: Person = { ...(found ?? stranger), standing: foldRecord(onRecord) };

  const purposes: ExplainedPurpose[] = [];
  for (const published of Object.values(setup.purposes)) {
    if (purpose !== undefined && published.key !== purpose) continue;
    const { key, content: declared } = published;
    const message = newestOccasion(declared.kind, person.standing, at);
    const asked =
      message.request === undefined ? person : await withAnswers(world.store, person, message.request);
    const verdict = decideFor(setup, asked, purposeOf(published), at, message);
    const cited = onRecord.filter((fact) => verdict.evidence.includes(fact.id));
    const evidence = cited.map(async (fact) => ({
      ...fact,
      words: await wordsShown(world, fact),
      connection: connections.get(fact.id) ?? null,
    }));
    purposes.push({ key, declared, verdict, evidence: await Promise.all(evidence) });
  }
  const facts = onRecord.filter((fact) => fact.at <= at);
  const deliveries = await world.store.campaigns.deliveriesTo(subject);
  const cameBack = deliveries.filter((delivery) => delivery.returned !== null && delivery.at <= at);
  const told = (await world.store.retention.told([subject])).get(subject);
  const keeping =
    told && at >= told.toldAt
      ? {
          ...keepingOf(setup, person, told, at),
          hold: told.hold ? await world.store.retention.holdOf(subject) : null,
        }
      : null;
  return { at, known: found !== undefined, recipient: person.recipient, facts, purposes, cameBack, keeping };
}

/** Service and requested mail answer something. Where nothing more is said, it is the newest contract or request by then. */
function newestOccasion(kind: PurposeDeclaration["kind"], standing: Standing, at: Instant): Message {
  if (kind === "service") {
    const contract = standing.contractStarts.findLast((fact) => fact.at <= at)?.contract;
    return contract === undefined ? {} : { contract };
  }
  if (kind === "requestedInformation") {
    const request = standing.requests.findLast((fact) => fact.at <= at)?.id;
    return request === undefined ? {} : { request };
  }
  return {};
}
