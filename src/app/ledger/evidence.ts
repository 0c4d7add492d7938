// What a receipt needs of the store: one person's facts with their leaves and keys, and the messages with their batches.
import type { SubjectId } from "../../core/subject-id.ts";
import type { Personal } from "../../ledger/fact-seal.ts";
import type { DeliveryBatch, DeliveryRow, FactRow } from "../../ledger/leaf.ts";
import type { UnloggedUse } from "../../ledger/receipt-parts.ts";

/** What the ledger and the log hold of one person, as a receipt needs it. */
export interface EvidenceTable {
  /** The person's facts in ledger order. */
  facts(subject: SubjectId): Promise<readonly FactEvidence[]>;
  /** What campaigns of the purpose have handed over to the person, or may have, the oldest first. */
  deliveries(subject: SubjectId, purpose: string): Promise<readonly DeliveryEvidence[]>;
  /**
   * Single mails to the person that were sent, the oldest first: those that answered one of these facts, and those of other
   * software that were for the purpose. `passed`: while the gate only observed, without a permit.
   */
  mails(subject: SubjectId, facts: readonly string[], purpose: string): Promise<readonly UnloggedUse[]>;
}

type Json = Readonly<Record<string, unknown>>;

/** A fact, its leaf (null: it is not in the log yet), and its key (null: nothing is sealed, or the person's key is gone). */
export interface FactEvidence {
  readonly fact: FactRow;
  /** What the row says in JSON, read. */
  readonly body: Json;
  readonly shown: Json | null;
  readonly leaf: number | null;
  readonly key: Buffer | null;
  readonly personal: Personal | null;
}

/** A message, and the batch that it is in (null: none yet; an uncertain one never is). */
export interface DeliveryEvidence {
  readonly delivery: DeliveryRow;
  readonly batch: {
    readonly leaf: number;
    readonly row: DeliveryBatch;
    /** All messages of the batch, in its order. */
    readonly members: readonly DeliveryRow[];
  } | null;
}
