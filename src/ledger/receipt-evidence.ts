// Checks each piece of evidence in a receipt: that it is in the log, opens to what it says, and names the words shown.

import { Problem } from "../core/input.ts";
import { type Instant, parseInstant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { canonicalHash } from "./canonical.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { clockToleranceMs } from "./clock.ts";
import { openWithFactKey, type Personal } from "./fact-seal.ts";
import { asLogged } from "./leaf.ts";
import { leafHash, verifyInclusion } from "./merkle.ts";
import { parsed, type ReadReceipt } from "./read-receipt.ts";
import { counted, type Finding, proved, unproved, wrong } from "./receipt-findings.ts";
import type { EntryProof, FactProof } from "./receipt-parts.ts";
import type { LoggedFact } from "./receipt-record.ts";

type Json = Readonly<Record<string, unknown>>;

/** Every act: its place in the log, when it was written, and what is personal in it. */
export function checkFacts({ statement, evidence, facts }: ReadReceipt, head: Checkpoint): Finding[] {
  const findings: Finding[] = [];
  for (const [i, fact] of facts.entries()) {
    const proof = evidence.facts[i] as FactProof;
    const act = `act ${i + 1}, \`${fact.type}\``;
    if (fact.subject !== statement.subject) findings.push(wrong(`${act}: it is about somebody else`));
    else if (!isIn(asLogged(proof.entry, fact), proof, head))
      findings.push(wrong(`${act}: it is not the entry ${proof.index} of the log that was signed`));
    else findings.push(timely(act, fact, proof, head), personal(act, fact, proof));
  }
  return findings;
}

function timely(act: string, fact: LoggedFact, { index }: EntryProof, head: Checkpoint): Finding {
  const writtenAt = parseInstant(fact.writtenAt);
  if (writtenAt === null || writtenAt > ((head.at + clockToleranceMs) as Instant))
    return wrong(`${act}: it was written after the head of the log that covers it was signed`);
  return proved(
    `${act}: it is the entry ${index} of that log, word for word: said to be of ${fact.at}, written down at ${fact.writtenAt}, told by \`${fact.source}\``,
  );
}

function personal(act: string, fact: LoggedFact, { key }: FactProof): Finding {
  if (fact.sealed === null)
    return unproved(
      `${act}: for which address it was: nobody told it with one, it is known by the key of the person alone`,
    );
  if (key === null)
    return unproved(
      `${act}: for which address it was: what was personal in it has been erased, or is not opened here`,
    );
  const opened = openOrNull(fact, key);
  if (opened === null) return wrong(`${act}: what is personal in it does not open with the key in this file`);
  return opened.address === undefined
    ? unproved(`${act}: for which address it was: nobody told it with one`)
    : proved(`${act}: it was told for the address \`${opened.address}\`, typed so`);
}

/** What a fact says of the person; null where the key does not open it. */
export function openOrNull(fact: LoggedFact, key: string): Personal | null {
  try {
    const sealed = Buffer.from(fact.sealed ?? "", "base64");
    return openWithFactKey(hashIn(key), fact.subject as SubjectId, fact.id, sealed);
  } catch {
    return null;
  }
}

/** Every wording: that it has the hash that the act names, or that no act names it. */
export function checkWords({ evidence: { publications }, facts }: ReadReceipt): Finding[] {
  const findings = publications
    .filter(({ hash, content }) => canonicalHash(content ?? null) !== hash)
    .map(({ kind, key, version }) =>
      wrong(`${kind} \`${key}\` ${version}: it does not have the hash that it bears`),
    );
  const named = new Set<unknown>();
  for (const [i, { shown }] of facts.entries()) {
    for (const kind of ["form", "notice", "clause", "controller"] as const) {
      const cited = shown?.[kind] as { key?: unknown; version?: unknown; hash?: unknown } | undefined;
      if (cited === undefined) continue;
      const found = publications.find(
        (one) => one.kind === kind && one.key === cited.key && one.version === cited.version,
      );
      const what = `${kind} \`${cited.key}\` ${cited.version}`;
      if (!found) findings.push(unproved(`act ${i + 1}: what stood in the ${what}: it is not in this file`));
      else if (found.hash !== cited.hash)
        findings.push(wrong(`act ${i + 1}: the ${what} in this file is not the one that the act names`));
      else named.add(found);
    }
  }
  const [bound, stated] = [
    publications.filter((one) => named.has(one)),
    publications.filter((one) => !named.has(one)),
  ];
  if (bound.length > 0)
    findings.push(
      proved(`the words shown have the hashes that the acts name: ${bound.map(nameOf).join(", ")}`),
    );
  if (stated.length > 0)
    findings.push(
      unproved(
        `that these were shown or in force, which no act here names: ${stated.map(nameOf).join(", ")}`,
      ),
    );
  return findings;
}

const nameOf = ({ kind, key, version }: { kind: string; key: string; version: number }) =>
  `${kind} \`${key}\` ${version}`;

/** Every later use: that its batch is in the log, that it is in the batch, and that what it rests on was there before. */
export function checkUses({ statement, evidence, facts }: ReadReceipt, head: Checkpoint): Finding[] {
  const findings = evidence.deliveries.map((use, i): Finding => {
    const message = `message ${i + 1}`;
    const [batch, row] = [parsed(use.entry), parsed(use.delivery)];
    if (batch instanceof Problem || row instanceof Problem || batch.type !== "deliveries.recorded")
      return wrong(`${message}: it cannot be read`);
    if (!isIn(Buffer.from(use.entry), use, head))
      return wrong(`${message}: its batch is not the entry ${use.index} of the log that was signed`);
    const root = hashIn(String(batch.root));
    const leaf = leafHash(Buffer.from(use.delivery));
    if (
      !verifyInclusion(leaf, use.place, Number(batch.deliveries), use.path.map(hashIn), root) ||
      row.campaign !== batch.campaign
    )
      return wrong(`${message}: it is not in the batch that the log holds`);
    if (row.subject !== statement.subject) return wrong(`${message}: it went to somebody else`);
    const late = unfounded(row, facts);
    if (late !== null) return wrong(`${message}: ${late}`);
    return proved(
      `${message}: ${String(row.state)} at ${String(row.handedOverAt)} on the basis \`${String(row.basis)}\`; it is in a batch that is the entry ${use.index} of that log, and every act that it names was written down before`,
    );
  });
  if (evidence.unlogged.length > 0)
    findings.push(
      unproved(
        `${counted(evidence.unlogged.length, "more message")} of which the log holds nothing (single mails, and mails of unknown outcome): that is the controller's word`,
      ),
    );
  return findings;
}

/** What is wrong with the acts that a message names; null: nothing. */
function unfounded({ evidence, handedOverAt, askedAt }: Json, facts: readonly LoggedFact[]): string | null {
  if (!Array.isArray(evidence) || evidence.length === 0) return "it names no act that it rests on";
  const at = String(handedOverAt ?? askedAt);
  for (const id of evidence) {
    const fact = facts.find((one) => one.id === id);
    if (!fact) return "it rests on an act that is not in this file";
    if (isLater(fact.recordedAt, at)) return "it rests on an act that was recorded after it";
  }
  return null;
}

function isLater(one: string, other: string): boolean {
  const [first, second] = [parseInstant(one), parseInstant(other)];
  return first === null || second === null || first > second;
}

function isIn(entry: Buffer, { index, proof }: EntryProof, { size, root }: Checkpoint): boolean {
  return verifyInclusion(leafHash(entry), index, size, proof.map(hashIn), root);
}

/** A hash in the one way to write it; any other comes out as none, and proves nothing. */
function hashIn(text: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  return bytes.length === 32 && bytes.toString("base64") === text ? bytes : Buffer.alloc(32);
}
