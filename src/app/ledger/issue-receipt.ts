// Issues a receipt: everything that proves what one person's permission for one purpose rests on, in one file.
import { setTimeout as sleep } from "node:timers/promises";
import { formatInstant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { deliveriesEntry, deliveryEntry, factText } from "../../ledger/leaf.ts";
import { inclusionProof, leafHash, rootOf } from "../../ledger/merkle.ts";
import { inclusionProofs } from "../../ledger/proofs.ts";
import { makeReceipt, type Receipt } from "../../ledger/receipt.ts";
import type { FactProof, Statement, UnloggedUse, UseProof } from "../../ledger/receipt-parts.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { type ExplainedPurpose, explain } from "../subjects/explain.ts";
import { attestedHead } from "./attested-head.ts";
import { concerned } from "./concerned.ts";
import type { DeliveryEvidence, FactEvidence } from "./evidence.ts";
import { logSigner } from "./log-key.ts";
import { publicationsOf } from "./receipt-publications.ts";
import { sequence } from "./sequence.ts";

/** For how long it waits for another process that is putting the facts into the log. */
const tries = 100;
const betweenTriesMs = 50;

interface Logged {
  readonly facts: readonly FactEvidence[];
  readonly uses: readonly DeliveryEvidence[];
}

/**
 * Proves one purpose for one person, whatever the basis is, or why there is none. What is not in the log yet is put there
 * first.
 *
 * @throws CodedError `setup-missing`, `purpose-unknown`, `subject-unknown`, and `log-behind` where another process that was
 * at it did not end.
 */
export async function issueReceipt(world: World, address: Address, purpose: string): Promise<Receipt> {
  const at = world.clock.now();
  const subject = subjectIdOf(address, world.secrets);
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  const { known, purposes } = await explain(world, address, purpose, at);
  const [asked] = purposes;
  if (!known || !asked) throw new CodedError("subject-unknown");

  const { facts, uses } = await untilLogged(world, subject, asked, setup);
  const ids = facts.map(({ fact }) => fact.id);
  const logged = uses.filter(({ batch }) => batch !== null);
  const leaves = [...facts, ...logged].map((one) => ("fact" in one ? one.leaf : one.batch?.leaf) ?? 0);
  const [mails, publications, signer, head] = await Promise.all([
    world.store.evidence.mails(subject, ids, purpose),
    publicationsOf(world, setup, purpose, facts),
    logSigner(world, world.store),
    attestedHead(world, Math.max(-1, ...leaves) + 1),
  ]);
  if (head === null) throw new CodedError("checkpoint-missing");
  const proofs = await inclusionProofs(leaves, head.size, (names) => world.store.log.tiles(names));
  const proofOf = (nth: number) => ({
    index: leaves[nth] ?? 0,
    proof: (proofs[nth] ?? []).map((hash) => hash.toString("base64")),
  });

  const statement = state(world, asked, { subject, setup, facts, at: formatInstant(at) });
  const evidence = {
    log: {
      verifierKey: signer.verifierKey,
      checkpoint: head.note,
      timestamps: head.timestamps.map((token) => token.toString("base64")),
    },
    publications,
    facts: facts.map(
      ({ fact, key }, i): FactProof => ({
        entry: factText(fact),
        ...proofOf(i),
        key: key?.toString("base64") ?? null,
      }),
    ),
    deliveries: await Promise.all(
      logged.map(
        async (use, i): Promise<UseProof> => ({ ...(await inBatch(use)), ...proofOf(facts.length + i) }),
      ),
    ),
    unlogged: [...uses.filter(({ batch }) => batch === null).map(unlogged), ...mails],
  };
  return makeReceipt(statement, evidence, signer);
}

/** What is on record and concerns the purpose, once all of it is in the log. */
async function untilLogged(
  world: World,
  subject: SubjectId,
  { key, declared, verdict }: ExplainedPurpose,
  setup: Setup,
): Promise<Logged> {
  for (let left = tries; left > 0; left -= 1) {
    const [onRecord, uses] = await Promise.all([
      world.store.evidence.facts(subject),
      world.store.evidence.deliveries(subject, key),
    ]);
    const cited = [...verdict.evidence, ...uses.flatMap(({ delivery }) => delivery.evidence)];
    const facts = concerned(onRecord, { key, kind: declared.kind }, cited, setup.controller.key);
    const waits =
      facts.some(({ leaf }) => leaf === null) ||
      uses.some(({ batch, delivery }) => batch === null && delivery.state !== "uncertain");
    if (!waits) return { facts, uses };
    const { added } = await sequence(world);
    if (added === 0) await sleep(betweenTriesMs);
  }
  throw new CodedError("log-behind");
}

function state(
  world: World,
  { key, verdict }: ExplainedPurpose,
  about: {
    readonly subject: SubjectId;
    readonly setup: Setup;
    readonly facts: readonly FactEvidence[];
    readonly at: string;
  },
): Statement {
  const { subject, setup, facts, at } = about;
  const { controller, purposes } = setup;
  const page = facts.findLast(({ shown }) => shown !== null)?.shown as { language?: string } | undefined;
  return {
    id: world.ids.next(),
    issuedAt: at,
    subject,
    purpose: { key, version: purposes[key]?.version ?? 0 },
    controller: { key: controller.key, version: controller.version },
    language: page?.language ?? controller.content.languages[0] ?? "en",
    verdict: {
      outcome: verdict.outcome,
      basis: verdict.basis,
      code: verdict.code,
      evidence: [...verdict.evidence],
      citations: [...verdict.citations],
      jurisdiction: verdict.jurisdiction,
      rules: verdict.rules,
      validUntil: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
    },
  };
}

/** One message and its way to the root of its batch: of the others, hashes alone. */
async function inBatch({
  delivery,
  batch,
}: DeliveryEvidence): Promise<Pick<UseProof, "entry" | "delivery" | "place" | "path">> {
  if (batch === null) throw new Error("a message without a batch has no proof");
  const leaves = batch.members.map((member) => leafHash(deliveryEntry(member)));
  const place = batch.members.findIndex(({ subject }) => subject === delivery.subject);
  const path = await inclusionProof(place, leaves.length, (height, index) =>
    rootOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)),
  );
  return {
    entry: deliveriesEntry(batch.row).toString(),
    delivery: deliveryEntry(delivery).toString(),
    place,
    path: path.map((hash) => hash.toString("base64")),
  };
}

function unlogged({ delivery }: DeliveryEvidence): UnloggedUse {
  const { state, messageId, basis, evidence } = delivery;
  return { kind: "campaign", state, messageId, at: null, basis, evidence };
}
