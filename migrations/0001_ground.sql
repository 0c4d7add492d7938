-- The ground: what is set up, who is on record, what happened, what follows from it, and what was sent.
-- Every table about a person has subject_id first in its primary key and no foreign key to a table keyed otherwise.

create table settings (
  key text primary key,
  value jsonb not null
);

-- What is set up. A row is never changed: a change is a new version, and old evidence stays under the old wording.
create table publications (
  kind text not null check (kind in ('controller', 'sender', 'purpose', 'clause', 'notice', 'form', 'tightening')),
  key text not null,
  version integer not null check (version > 0),
  hash text not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (kind, key, version)
);

-- The version of each that is in force; a key without a row is retired.
create table current_publications (
  kind text not null,
  key text not null,
  version integer not null,
  primary key (kind, key)
);

create table subjects (
  subject_id uuid primary key,
  address text,
  language text,
  recipient jsonb not null default '{}',
  first_seen_at timestamptz not null
);

-- The ledger's leaves.
create sequence fact_positions as bigint;
create table facts (
  subject_id uuid not null,
  fact_id text not null,
  position bigint not null default nextval('fact_positions'),
  type text not null,
  at timestamptz not null,
  body jsonb not null,
  shown jsonb,
  source text not null,
  recorded_at timestamptz not null,
  primary key (subject_id, fact_id)
);
create index facts_by_position on facts (position);

create table standings (
  subject_id uuid primary key,
  position bigint not null,
  standing jsonb not null
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
  valid_until timestamptz,
  due_at timestamptz,
  rules text not null,
  decided_under text not null,
  position bigint not null,
  decided_at timestamptz not null,
  primary key (subject_id, purpose),
  check (permitted = (basis is not null) and permitted = (code is null)),
  check (not permitted or cardinality(evidence) > 0)
);
create index permissions_by_purpose on permissions (purpose, subject_id);
create index permissions_due on permissions (due_at) where due_at is not null;

create table campaigns (
  campaign_id uuid primary key,
  purpose text not null,
  sender text not null,
  template jsonb not null,
  segment jsonb not null,
  message jsonb not null,
  post text not null,
  state text not null check (state in ('running', 'paused', 'cancelled', 'finished')),
  audience bigint not null,
  created_at timestamptz not null,
  finished_at timestamptz
);

create table slices (
  campaign_id uuid not null,
  slice integer not null,
  lower_id uuid not null,
  upper_id uuid not null,
  cursor_id uuid,
  done boolean not null default false,
  lease uuid,
  lease_until timestamptz,
  primary key (campaign_id, slice)
);
create index slices_open on slices (campaign_id) where not done;

create table deliveries (
  subject_id uuid not null,
  campaign_id uuid not null,
  state text not null check (state in ('asking', 'handing-over', 'sent', 'refused', 'failed', 'uncertain')),
  lease uuid not null,
  basis text,
  code text,
  evidence text[] not null,
  jurisdiction text not null,
  rules text not null,
  position bigint not null,
  asked_at timestamptz not null,
  message_id text,
  handed_over_at timestamptz,
  reply text,
  primary key (subject_id, campaign_id),
  check (state not in ('handing-over', 'sent', 'uncertain') or (basis is not null and cardinality(evidence) > 0))
);
create index deliveries_by_campaign on deliveries (campaign_id, subject_id);

-- Mail to one person that a fact calls for: a confirmation, an answer, an acknowledgement.
create table outbox (
  subject_id uuid not null,
  outbox_id uuid not null,
  kind text not null,
  request jsonb not null,
  state text not null check (state in ('waiting', 'handing-over', 'sent', 'refused', 'failed')),
  basis text,
  code text,
  evidence text[] not null default '{}',
  attempts integer not null default 0,
  message_id text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  handed_over_at timestamptz,
  reply text,
  primary key (subject_id, outbox_id)
);
create index outbox_due on outbox (due_at) where state in ('waiting', 'handing-over');

create table api_keys (
  key_id uuid primary key,
  name text not null,
  scopes text[] not null,
  hash bytea not null unique,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- The demo's mailbox: what the built-in catcher received.
create table mailbox (
  message_no bigint generated always as identity primary key,
  received_at timestamptz not null,
  reverse_path text not null,
  forward_path text not null,
  raw bytea not null
);

-- Facts and publications are append-only: no privilege, and a trigger for whoever has it all the same.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: record a new fact or publish a new version', tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger facts_append_only before update or delete on facts for each row execute function refuse_change();
create trigger facts_no_truncate before truncate on facts for each statement execute function refuse_change();
create trigger publications_append_only before update or delete on publications for each row execute function refuse_change();
create trigger publications_no_truncate before truncate on publications for each statement execute function refuse_change();
revoke update, delete, truncate on facts, publications from public;
do $$ begin
  execute format('revoke update, delete, truncate on facts, publications from %I', current_user);
end $$;
