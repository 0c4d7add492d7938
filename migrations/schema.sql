-- Dumped from the migrations by `npm run schema`; not to be edited.

create table api_keys (
  key_id uuid not null,
  name text not null,
  scopes text[] not null,
  hash bytea not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  PRIMARY KEY (key_id),
  UNIQUE (hash)
);

create table assets (
  name text not null,
  media_type text not null,
  bytes bytea not null,
  PRIMARY KEY (name)
);

create table attachments (
  campaign_id uuid not null,
  place integer not null,
  name text not null,
  media_type text not null,
  cid text,
  bytes bytea not null,
  PRIMARY KEY (campaign_id, place)
);

create table campaign_links (
  campaign_id uuid not null,
  link_no integer not null,
  address text not null,
  people integer not null default 0,
  times integer not null default 0,
  PRIMARY KEY (campaign_id, link_no),
  UNIQUE (campaign_id, address)
);

create table campaigns (
  campaign_id uuid not null,
  purpose text not null,
  sender text not null,
  template jsonb not null,
  segment jsonb not null,
  message jsonb not null,
  post text not null,
  state text not null,
  audience bigint not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  start_at timestamp with time zone,
  late_after_minutes integer not null default 60,
  give_up_after_hours integer not null default 48,
  concerned bigint,
  CHECK ((state = ANY (ARRAY['scheduled'::text, 'late'::text, 'running'::text, 'paused'::text, 'cancelled'::text, 'finished'::text]))),
  PRIMARY KEY (campaign_id)
);

create table changes (
  subject_id uuid not null,
  purpose text not null,
  change_no bigint not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (subject_id, purpose)
);
CREATE UNIQUE INDEX changes_in_order ON public.changes USING btree (change_no);

create table checkpoints (
  size bigint not null,
  note text not null,
  PRIMARY KEY (size)
);

create table connections (
  subject_id uuid not null,
  fact_id text not null,
  sealed bytea not null,
  forget_at timestamp with time zone not null,
  PRIMARY KEY (subject_id, fact_id)
);
CREATE INDEX connections_due ON public.connections USING btree (forget_at);

create table cosignatures (
  size bigint not null,
  witness text not null,
  line text not null,
  PRIMARY KEY (size, witness)
);
CREATE UNIQUE INDEX cosignatures_by_witness ON public.cosignatures USING btree (witness, size);

create table current_publications (
  kind text not null,
  key text not null,
  version integer not null,
  PRIMARY KEY (kind, key)
);

create table deliveries (
  subject_id uuid not null,
  campaign_id uuid not null,
  state text not null,
  lease uuid not null,
  basis text,
  code text,
  evidence text[] not null,
  jurisdiction text not null,
  rules text not null,
  position bigint not null,
  asked_at timestamp with time zone not null,
  message_id text,
  handed_over_at timestamp with time zone,
  reply text,
  due_at timestamp with time zone,
  attempts integer not null default 0,
  deferred_at timestamp with time zone,
  CHECK (((state <> ALL (ARRAY['handing-over'::text, 'sent'::text, 'uncertain'::text])) OR ((basis IS NOT NULL) AND (cardinality(evidence) > 0)))),
  CHECK ((state = ANY (ARRAY['asking'::text, 'handing-over'::text, 'deferred'::text, 'sent'::text, 'refused'::text, 'held-back'::text, 'failed'::text, 'uncertain'::text]))),
  PRIMARY KEY (subject_id, campaign_id)
);
CREATE INDEX deliveries_by_campaign ON public.deliveries USING btree (campaign_id, subject_id);
CREATE INDEX deliveries_due ON public.deliveries USING btree (campaign_id, due_at) WHERE (due_at IS NOT NULL);

create table delivery_batches (
  position bigint not null default nextval('fact_positions'::regclass),
  campaign_id uuid not null,
  subjects uuid[] not null,
  root bytea not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY ("position")
);
CREATE INDEX delivery_batches_by_campaign ON public.delivery_batches USING btree (campaign_id, recorded_at);

create table facts (
  subject_id uuid not null,
  fact_id text not null,
  position bigint not null default nextval('fact_positions'::regclass),
  type text not null,
  at timestamp with time zone not null,
  body jsonb not null,
  shown jsonb,
  source text not null,
  recorded_at timestamp with time zone not null,
  sealed bytea,
  written_at timestamp with time zone not null default statement_timestamp(),
  connection_hash bytea,
  connection_until timestamp with time zone,
  CHECK (((connection_hash IS NULL) = (connection_until IS NULL))),
  CHECK ((octet_length(connection_hash) = 32)),
  PRIMARY KEY (subject_id, fact_id)
);
CREATE INDEX facts_by_position ON public.facts USING btree ("position");
CREATE INDEX facts_requests ON public.facts USING btree (fact_id) WHERE (type = 'rights.requested'::text);

create table gate_credentials (
  credential_id uuid not null,
  name text not null,
  hash bytea not null,
  purpose text not null,
  purposes text[] not null,
  contract text not null,
  followers text not null,
  observe_until timestamp with time zone,
  per_minute integer,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CHECK ((contract = ANY (ARRAY['named'::text, 'newest'::text]))),
  CHECK ((followers = ANY (ARRAY['strip'::text, 'refuse'::text]))),
  CHECK ((per_minute > 0)),
  PRIMARY KEY (credential_id),
  UNIQUE (name)
);

create table import_parts (
  import_id uuid not null,
  pass smallint not null,
  first_row bigint not null,
  tally jsonb not null,
  PRIMARY KEY (import_id, pass, first_row)
);

create table imports (
  import_id uuid not null,
  declared jsonb not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  undoing_at timestamp with time zone,
  PRIMARY KEY (import_id)
);
CREATE INDEX imports_by_file ON public.imports USING btree (((declared #>> '{file,hash}'::text[])));

create table last_opened (
  subject_id uuid not null,
  opened_on date not null,
  PRIMARY KEY (subject_id)
);

create table legal_holds (
  subject_id uuid not null,
  sealed bytea not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (subject_id)
);

create table log_hashes (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  CHECK ((octet_length(hash) = 32)),
  CHECK ((level > 0)),
  PRIMARY KEY (level, index)
);

create table log_leaves (
  index bigint not null,
  position bigint not null,
  hash bytea not null,
  CHECK ((octet_length(hash) = 32)),
  PRIMARY KEY (index),
  UNIQUE ("position")
);

create table mailbox (
  subject_id uuid not null,
  message_no bigint not null generated always as identity,
  received_at timestamp with time zone not null,
  sealed bytea not null,
  PRIMARY KEY (subject_id, message_no)
);
CREATE INDEX mailbox_by_number ON public.mailbox USING btree (message_no);

create table measures (
  subject_id uuid not null,
  campaign_id uuid not null,
  link_no integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times integer not null default 1,
  PRIMARY KEY (subject_id, campaign_id, link_no)
);

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table outbox (
  subject_id uuid not null,
  outbox_id uuid not null,
  kind text not null,
  request jsonb not null,
  state text not null,
  basis text,
  code text,
  evidence text[] not null default '{}'::text[],
  attempts integer not null default 0,
  message_id text not null,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  handed_over_at timestamp with time zone,
  reply text,
  spool_id uuid,
  behind boolean not null default false,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'handing-over'::text, 'sent'::text, 'passed'::text, 'refused'::text, 'failed'::text]))),
  PRIMARY KEY (subject_id, outbox_id)
);
CREATE INDEX outbox_due ON public.outbox USING btree (behind, due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'handing-over'::text]));
CREATE INDEX outbox_messages ON public.outbox USING btree (outbox_id) WHERE (kind = 'message'::text);
CREATE INDEX outbox_passages ON public.outbox USING btree (created_at) WHERE (((kind = 'passage'::text) AND (spool_id IS NOT NULL)) OR (kind = 'statusReport'::text));
CREATE INDEX outbox_spool ON public.outbox USING btree (spool_id) WHERE ((spool_id IS NOT NULL) AND (state = ANY (ARRAY['waiting'::text, 'handing-over'::text])));

create table paces (
  pace_id uuid not null,
  taken timestamp with time zone[] not null,
  last_at timestamp with time zone not null,
  PRIMARY KEY (pace_id)
);
CREATE INDEX paces_last ON public.paces USING btree (last_at);

create table partings (
  subject_id uuid not null,
  outbox_id uuid not null,
  key_id text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  PRIMARY KEY (subject_id, outbox_id)
);

create table permissions (
  subject_id uuid not null,
  purpose text not null,
  permitted boolean not null,
  basis text,
  code text,
  evidence text[] not null,
  obligations text[] not null,
  jurisdiction text not null,
  tracking text not null,
  valid_until timestamp with time zone,
  due_at timestamp with time zone,
  rules text not null,
  decided_under text not null,
  position bigint not null,
  decided_at timestamp with time zone not null,
  at_most text,
  CHECK ((at_most = ANY (ARRAY['week'::text, 'month'::text]))),
  CHECK (((permitted = (basis IS NOT NULL)) AND (permitted = (code IS NULL)))),
  CHECK (((NOT permitted) OR (cardinality(evidence) > 0))),
  PRIMARY KEY (subject_id, purpose)
);
CREATE INDEX permissions_due ON public.permissions USING btree (due_at) WHERE (due_at IS NOT NULL);

create table publications (
  kind text not null,
  key text not null,
  version integer not null,
  hash text not null,
  content jsonb not null,
  published_at timestamp with time zone not null,
  CHECK ((kind = ANY (ARRAY['controller'::text, 'sender'::text, 'purpose'::text, 'clause'::text, 'notice'::text, 'form'::text, 'tightening'::text]))),
  CHECK ((version > 0)),
  PRIMARY KEY (kind, key, version)
);

create table redeemed_tokens (
  nonce uuid not null,
  subject_id uuid not null,
  redeemed_at timestamp with time zone not null,
  PRIMARY KEY (nonce)
);
CREATE INDEX redeemed_tokens_by_subject ON public.redeemed_tokens USING btree (subject_id);

create table register_entries (
  snapshot_no bigint not null,
  entry bytea not null,
  listed boolean not null,
  effective_at timestamp with time zone,
  PRIMARY KEY (snapshot_no, entry)
);

create table register_snapshots (
  snapshot_no bigint not null generated always as identity,
  register text not null,
  taken_at timestamp with time zone not null,
  loaded_at timestamp with time zone not null,
  file_hash bytea,
  naming text not null,
  whole boolean not null,
  entries bigint not null,
  current boolean not null,
  ended boolean not null default false,
  PRIMARY KEY (snapshot_no)
);
CREATE UNIQUE INDEX register_snapshots_current ON public.register_snapshots USING btree (register) WHERE current;

create table relay_usage (
  relay text not null,
  span text not null,
  letters bigint not null,
  PRIMARY KEY (relay, span)
);

create table returns (
  subject_id uuid not null,
  campaign_id uuid not null,
  returned text not null,
  returned_at timestamp with time zone not null,
  CHECK ((returned = ANY (ARRAY['about-us'::text, 'soft'::text, 'hard'::text, 'complaint'::text]))),
  PRIMARY KEY (subject_id, campaign_id)
);
CREATE INDEX returns_by_campaign ON public.returns USING btree (campaign_id);

create table settings (
  key text not null,
  value jsonb not null,
  PRIMARY KEY (key)
);

create table slices (
  campaign_id uuid not null,
  slice integer not null,
  lower_id uuid not null,
  upper_id uuid not null,
  cursor_id uuid,
  done boolean not null default false,
  lease uuid,
  lease_until timestamp with time zone,
  begun_id uuid,
  PRIMARY KEY (campaign_id, slice)
);
CREATE INDEX slices_open ON public.slices USING btree (campaign_id) WHERE (NOT done);

create table spool (
  spool_id uuid not null,
  key_id text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (spool_id)
);

create table standings (
  subject_id uuid not null,
  position bigint not null,
  standing json not null,
  PRIMARY KEY (subject_id)
);

create table subjects (
  subject_id uuid not null,
  language text,
  recipient jsonb not null default '{}'::jsonb,
  first_seen_at timestamp with time zone not null,
  address bytea,
  recipient_sealed bytea,
  PRIMARY KEY (subject_id)
);

create table timestamps (
  size bigint not null,
  token bytea not null,
  signature bytea not null,
  PRIMARY KEY (size)
);

create table turns (
  subject_id uuid not null,
  purpose text not null,
  campaign_id uuid not null,
  at_most text not null,
  taken_at timestamp with time zone not null,
  PRIMARY KEY (subject_id, purpose)
);

create table vault (
  subject_id uuid not null,
  key_id text not null,
  wrapped_key bytea not null,
  PRIMARY KEY (subject_id)
);

create table verdicts (
  subject_id uuid not null,
  verdict_id uuid not null,
  at timestamp with time zone not null,
  via text not null,
  asker text not null,
  purpose text not null,
  outcome text not null,
  code text,
  basis text,
  evidence text[] not null,
  tracking text not null,
  valid_until timestamp with time zone,
  observed boolean not null default false,
  CHECK (((outcome = 'permit'::text) = (code IS NULL))),
  CHECK (((outcome = 'permit'::text) = (basis IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['permit'::text, 'refusal'::text]))),
  PRIMARY KEY (subject_id, verdict_id)
);
CREATE INDEX verdicts_by_time ON public.verdicts USING btree (at);

create table waiting_changes (
  waiting_no bigint not null generated always as identity,
  subjects uuid[] not null,
  purposes text[] not null,
  PRIMARY KEY (waiting_no)
);

create table waiting_deliveries (
  waiting_no bigint not null generated always as identity,
  campaign_id uuid not null,
  subjects uuid[] not null,
  PRIMARY KEY (waiting_no)
);

create table waiting_facts (
  waiting_no bigint not null generated always as identity,
  positions bigint[] not null,
  CHECK ((cardinality(positions) > 0)),
  PRIMARY KEY (waiting_no)
);

create table webhooks (
  webhook_id uuid not null,
  url text not null,
  events text[] not null,
  with_addresses boolean not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  taken_no bigint not null,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  last_failure text,
  due_at timestamp with time zone not null,
  lease uuid,
  lease_until timestamp with time zone,
  disabled_at timestamp with time zone,
  PRIMARY KEY (webhook_id)
);

CREATE OR REPLACE FUNCTION public.await_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into waiting_changes (subjects, purposes)
      select array_agg(subject_id), array_agg(purpose) from after having count(*) > 0;
  elsif tg_op = 'DELETE' then
    insert into waiting_changes (subjects, purposes)
      select array_agg(subject_id), array_agg(purpose) from before having count(*) > 0;
  else
    -- Decided again and come out the same, as most are, is no change.
    insert into waiting_changes (subjects, purposes)
      select array_agg(subject_id), array_agg(purpose)
      from (
        select subject_id, purpose, permitted, basis, code, valid_until from after
        except select subject_id, purpose, permitted, basis, code, valid_until from before
      ) changed
      having count(*) > 0;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.await_sequencing()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if statement_timestamp() < clock_timestamp() - interval '5 minutes'
    or exists (select from added where written_at <> statement_timestamp()) then
    raise restrict_violation using message = 'when a fact was written is told by the clock of the database alone';
  end if;
  insert into waiting_facts (positions)
    select array_agg(position)
    from (select position, (row_number() over () - 1) / 100 as nth from added) a
    group by nth order by nth;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.master_key_in_use()
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock_shared(5423847292);
  return (select value #>> '{}' from settings where key = 'master-key');
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  raise exception '% is append-only: record a new fact or publish a new version', tg_table_name
    using errcode = 'restrict_violation';
end $function$
;

CREATE TRIGGER checkpoints_append_only BEFORE DELETE OR UPDATE ON public.checkpoints FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER checkpoints_no_truncate BEFORE TRUNCATE ON public.checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER connections_settled BEFORE UPDATE ON public.connections FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER cosignatures_append_only BEFORE DELETE OR UPDATE ON public.cosignatures FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER cosignatures_no_truncate BEFORE TRUNCATE ON public.cosignatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER deliveries_settled BEFORE DELETE OR UPDATE ON public.deliveries FOR EACH ROW WHEN ((old.state = ANY (ARRAY['sent'::text, 'failed'::text]))) EXECUTE FUNCTION refuse_change();

CREATE TRIGGER delivery_batches_append_only BEFORE DELETE OR UPDATE ON public.delivery_batches FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER delivery_batches_no_truncate BEFORE TRUNCATE ON public.delivery_batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER facts_append_only BEFORE DELETE OR UPDATE ON public.facts FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER facts_await_sequencing AFTER INSERT ON public.facts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION await_sequencing();

CREATE TRIGGER facts_no_truncate BEFORE TRUNCATE ON public.facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER imports_no_truncate BEFORE TRUNCATE ON public.imports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER imports_settled BEFORE DELETE OR UPDATE OF import_id, declared, begun_at ON public.imports FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER log_hashes_append_only BEFORE DELETE OR UPDATE ON public.log_hashes FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER log_hashes_no_truncate BEFORE TRUNCATE ON public.log_hashes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER log_leaves_append_only BEFORE DELETE OR UPDATE ON public.log_leaves FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER log_leaves_no_truncate BEFORE TRUNCATE ON public.log_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER permissions_added AFTER INSERT ON public.permissions REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION await_number();

CREATE TRIGGER permissions_changed AFTER UPDATE ON public.permissions REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION await_number();

CREATE TRIGGER permissions_gone AFTER DELETE ON public.permissions REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION await_number();

CREATE TRIGGER publications_append_only BEFORE DELETE OR UPDATE ON public.publications FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER publications_no_truncate BEFORE TRUNCATE ON public.publications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER redeemed_tokens_append_only BEFORE DELETE OR UPDATE ON public.redeemed_tokens FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER timestamps_append_only BEFORE DELETE OR UPDATE ON public.timestamps FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER timestamps_no_truncate BEFORE TRUNCATE ON public.timestamps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
