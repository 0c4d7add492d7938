-- The gate for mail of other software: who may use it, and what it took and has not handed on yet.
create table gate_credentials (
  credential_id uuid primary key,
  name text not null unique,
  hash bytea not null,
  purpose text not null,
  purposes text[] not null,
  contract text not null check (contract in ('named', 'newest')),
  followers text not null check (followers in ('strip', 'refuse')),
  observe_until timestamptz,
  per_minute integer check (per_minute > 0),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table spool (
  spool_id uuid primary key,
  key_id text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);

alter table outbox add column spool_id uuid;
create index outbox_spool on outbox (spool_id) where spool_id is not null and state in ('waiting', 'handing-over');
-- `passed`: it went without a permit, while the gate only observed.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
  check (state in ('waiting', 'handing-over', 'sent', 'passed', 'refused', 'failed'));
