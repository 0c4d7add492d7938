// The tables as TypeScript sees them. migrations/ is the truth; a test holds the names of both together.
import type { ColumnType, Generated } from "kysely";

type Timestamp = ColumnType<number, string, string>;
type Json<Value> = ColumnType<Value, string, string>;

export interface Schema {
  settings: { key: string; value: Json<unknown> };
  publications: {
    kind: string;
    key: string;
    version: number;
    hash: string;
    content: Json<unknown>;
    published_at: Timestamp;
  };
  current_publications: { kind: string; key: string; version: number };
  subjects: {
    subject_id: string;
    language: string | null;
    recipient: Json<object>;
    first_seen_at: Timestamp;
    address: Buffer | null;
    recipient_sealed: Buffer | null;
  };
  vault: { subject_id: string; key_id: string; wrapped_key: Buffer };
  facts: {
    subject_id: string;
    fact_id: string;
    position: Generated<number>;
    type: string;
    at: Timestamp;
    body: Json<Record<string, unknown>>;
    shown: Json<object> | null;
    source: string;
    recorded_at: Timestamp;
    sealed: Buffer | null;
    written_at: Generated<Timestamp>;
    connection_hash: Buffer | null;
    connection_until: Timestamp | null;
  };
  connections: { subject_id: string; fact_id: string; sealed: Buffer; forget_at: Timestamp };
  waiting_facts: { position: number };
  standings: { subject_id: string; position: number; standing: Json<object> };
  permissions: {
    subject_id: string;
    purpose: string;
    permitted: boolean;
    basis: string | null;
    code: string | null;
    evidence: string[];
    obligations: string[];
    jurisdiction: string;
    tracking: string;
    valid_until: Timestamp | null;
    due_at: Timestamp | null;
    rules: string;
    decided_under: string;
    position: number;
    decided_at: Timestamp;
    at_most: string | null;
  };
  assets: { name: string; media_type: string; bytes: Buffer };
  paces: { pace_id: string; taken: Timestamp[]; last_at: Timestamp };
  changes: { subject_id: string; purpose: string; change_no: number; changed_at: Timestamp };
  waiting_changes: { waiting_no: Generated<number>; subjects: string[]; purposes: string[] };
  webhooks: {
    webhook_id: string;
    url: string;
    events: string[];
    with_addresses: boolean;
    added_by: string;
    added_at: Timestamp;
    taken_no: number;
    failures: Generated<number>;
    failing_since: Timestamp | null;
    last_failure: string | null;
    due_at: Timestamp;
    lease: string | null;
    lease_until: Timestamp | null;
    disabled_at: Timestamp | null;
  };
  relay_usage: { relay: string; span: string; letters: number };
  turns: { subject_id: string; purpose: string; campaign_id: string; at_most: string; taken_at: Timestamp };
  campaigns: {
    campaign_id: string;
    purpose: string;
    sender: string;
    template: Json<object>;
    segment: Json<object>;
    message: Json<object>;
    post: string;
    state: string;
    audience: number;
    created_at: Timestamp;
    start_at: Timestamp | null;
    late_after_minutes: Generated<number>;
    give_up_after_hours: Generated<number>;
    concerned: number | null;
    finished_at: Timestamp | null;
  };
  slices: {
    campaign_id: string;
    slice: number;
    lower_id: string;
    upper_id: string;
    cursor_id: string | null;
    done: Generated<boolean>;
    lease: string | null;
    lease_until: Timestamp | null;
  };
  deliveries: {
    subject_id: string;
    campaign_id: string;
    state: string;
    lease: string;
    basis: string | null;
    code: string | null;
    evidence: string[];
    jurisdiction: string;
    rules: string;
    position: number;
    asked_at: Timestamp;
    message_id: string | null;
    handed_over_at: Timestamp | null;
    reply: string | null;
    due_at: Timestamp | null;
    attempts: Generated<number>;
    deferred_at: Timestamp | null;
  };
  returns: { subject_id: string; campaign_id: string; returned: string; returned_at: Timestamp };
  waiting_deliveries: { waiting_no: Generated<number>; campaign_id: string; subjects: string[] };
  delivery_batches: {
    position: Generated<number>;
    campaign_id: string;
    subjects: string[];
    root: Buffer;
    recorded_at: Generated<Timestamp>;
  };
  log_leaves: { index: number; position: number; hash: Buffer };
  log_hashes: { level: number; index: number; hash: Buffer };
  checkpoints: { size: number; note: string };
  cosignatures: { size: number; witness: string; line: string };
  timestamps: { size: number; token: Buffer; signature: Buffer };
  outbox: {
    subject_id: string;
    outbox_id: string;
    kind: string;
    request: Json<object>;
    state: string;
    basis: string | null;
    code: string | null;
    evidence: Generated<string[]>;
    attempts: Generated<number>;
    message_id: string;
    created_at: Timestamp;
    due_at: Timestamp;
    handed_over_at: Timestamp | null;
    reply: string | null;
  };
  legal_holds: { subject_id: string; sealed: Buffer; set_at: Timestamp };
  partings: {
    subject_id: string;
    outbox_id: string;
    key_id: string;
    wrapped_key: Buffer;
    sealed: Buffer;
  };
  redeemed_tokens: { nonce: string; subject_id: string; redeemed_at: Timestamp };
  api_keys: {
    key_id: string;
    name: string;
    scopes: string[];
    hash: Buffer;
    created_at: Timestamp;
    last_used_at: Timestamp | null;
    revoked_at: Timestamp | null;
  };
  mailbox: {
    subject_id: string;
    message_no: Generated<number>;
    received_at: Timestamp;
    sealed: Buffer;
  };
}
