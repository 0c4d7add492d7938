// What a receipt is made of: a statement of the controller, and the evidence that anybody can check.

/** What was published under a version: the wording of a box, a notice, a form, who is named, what a purpose is. */
export interface ReceiptPublication {
  readonly kind: "controller" | "purpose" | "clause" | "notice" | "form";
  readonly key: string;
  readonly version: number;
  /** Canonical hash of the content. */
  readonly hash: string;
  readonly content: unknown;
}

/** That some bytes are an entry of the log. */
export interface EntryProof {
  /** The entry, word for word. */
  readonly entry: string;
  readonly index: number;
  /** Base64, lowest sibling first (RFC 6962 2.1.1). */
  readonly proof: readonly string[];
}

export interface FactProof extends EntryProof {
  /** The key of this one fact, base64; null where nothing of it is sealed, or what was sealed is erased. */
  readonly key: string | null;
}

/** A message that was handed over: its own row, and the way from it to the batch that is in the log. */
export interface UseProof extends EntryProof {
  /** The canonical JSON of the row. */
  readonly delivery: string;
  readonly place: number;
  /** Base64, lowest sibling first, inside the tree of the batch. */
  readonly path: readonly string[];
}

/** A message of which the log says nothing: single mails, and those of which nobody knows whether they arrived. */
export interface UnloggedUse {
  readonly kind: string;
  readonly state: string;
  readonly messageId: string | null;
  readonly at: string | null;
  readonly basis: string | null;
  readonly evidence: readonly string[];
}

/** What the controller states at the moment of the receipt; it follows from the acts, but not from them alone. */
export interface Statement {
  readonly id: string;
  readonly issuedAt: string;
  readonly subject: string;
  readonly purpose: { readonly key: string; readonly version: number };
  readonly controller: { readonly key: string; readonly version: number };
  readonly language: string;
  readonly verdict: {
    readonly outcome: "permit" | "refusal";
    readonly basis: string | null;
    readonly code: string | null;
    readonly evidence: readonly string[];
    readonly citations: readonly string[];
    readonly jurisdiction: string;
    readonly rules: string;
    readonly validUntil: string | null;
  };
}

export interface Evidence {
  readonly log: {
    readonly verifierKey: string;
    /** The signed note that all proofs lead to, with whatever cosignatures it has. */
    readonly checkpoint: string;
    /** RFC 3161 tokens over the checkpoint, DER in base64. */
    readonly timestamps: readonly string[];
  };
  readonly publications: readonly ReceiptPublication[];
  readonly facts: readonly FactProof[];
  readonly deliveries: readonly UseProof[];
  readonly unlogged: readonly UnloggedUse[];
}
