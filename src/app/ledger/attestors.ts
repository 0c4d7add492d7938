// Who may attest the log, how they are asked, and where what they said is kept.
import type { StoredCheckpoint, StoredCosignature, StoredTimestamp } from "../../ledger/attestations.ts";
import type { WitnessKey } from "../../ledger/cosignature.ts";

/** Whom others trust to say that they saw a checkpoint, or when; and how they are asked. */
export interface Attestors {
  readonly witnesses: readonly Witness[];
  /** How many of them must have cosigned a checkpoint for it to be shown as the newest. */
  readonly needed: number;
  readonly authority: TimeStampingAuthority | null;
  /** The certificates that timestamps must lead to, PEM; empty: none is trusted. */
  readonly anchors: string;
  /** Posts a body and answers what came back, of whatever status; null where nothing whole came in time. */
  ask(
    address: string,
    question: {
      readonly type: string;
      readonly body: Uint8Array | string;
      readonly headers?: Readonly<Record<string, string>>;
    },
    signal?: AbortSignal,
  ): Promise<{ readonly status: number; readonly type: string; readonly body: Buffer } | null>;
}

export interface Witness {
  readonly key: WitnessKey;
  /** Its submission prefix (C2SP tlog-witness), without a trailing slash. */
  readonly address: string;
}

export interface TimeStampingAuthority {
  readonly address: string;
  /** Object identifier of the policy to ask for; null: its own. */
  readonly policy: string | null;
  /** How long after a stamped checkpoint the next one is stamped, if the log has grown. */
  readonly everyMs: number;
}

/** What others have said of checkpoints. Only ever added to. */
export interface AttestationsTable {
  /** Of no effect where this witness has cosigned that checkpoint already. */
  addCosignature(cosignature: StoredCosignature & { readonly size: number }): Promise<void>;
  /** Of no effect where that checkpoint has a timestamp already. */
  addTimestamp(timestamp: StoredTimestamp & { readonly size: number }): Promise<void>;
  cosignatures(size: number): Promise<readonly StoredCosignature[]>;
  /** The newest checkpoint that this witness has cosigned. */
  newestCosigned(witness: string): Promise<(StoredCheckpoint & { readonly line: string }) | null>;
  /** The newest checkpoint that so many of these witnesses have cosigned. */
  newestWitnessed(witnesses: readonly string[], needed: number): Promise<StoredCheckpoint | null>;
  newestTimestamp(): Promise<(StoredCheckpoint & StoredTimestamp) | null>;
  /** The first checkpoint of more leaves than these. */
  checkpointAfter(size: number): Promise<StoredCheckpoint | null>;
}
