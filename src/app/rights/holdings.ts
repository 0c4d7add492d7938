// Everything that is held about one person, as the tables have it, with what is sealed opened.

/** A row: its columns under names like `recordedAt`, instants in RFC 3339. */
export type HeldRow = Readonly<Record<string, unknown>>;

/** By table; `deliveries` and `outbox` also say what the message was. */
export interface Holdings {
  readonly subjects: readonly HeldRow[];
  readonly facts: readonly HeldRow[];
  readonly connections: readonly HeldRow[];
  readonly standings: readonly HeldRow[];
  readonly permissions: readonly HeldRow[];
  readonly changes: readonly HeldRow[];
  readonly deliveries: readonly HeldRow[];
  readonly returns: readonly HeldRow[];
  readonly measures: readonly HeldRow[];
  readonly last_opened: readonly HeldRow[];
  readonly turns: readonly HeldRow[];
  readonly verdicts: readonly HeldRow[];
  readonly outbox: readonly HeldRow[];
  readonly partings: readonly HeldRow[];
  readonly redeemed_tokens: readonly HeldRow[];
  readonly legal_holds: readonly HeldRow[];
  readonly mailbox: readonly HeldRow[];
  /** That there is a key, and under which master key; never the key. */
  readonly vault: readonly HeldRow[];
}
