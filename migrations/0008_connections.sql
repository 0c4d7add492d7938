-- Where an act on our pages came from: sealed, and apart from the fact, so that it can go earlier than the rest. The fact says
-- until when it is there, and the hash of what is; both stand in the log.

alter table facts
  add column connection_hash bytea check (octet_length(connection_hash) = 32),
  add column connection_until timestamptz,
  add check ((connection_hash is null) = (connection_until is null));

create table connections (
  subject_id uuid not null,
  fact_id text not null,
  sealed bytea not null,
  forget_at timestamptz not null,
  primary key (subject_id, fact_id)
);
create index connections_due on connections (forget_at);
create trigger connections_settled before update on connections for each row execute function refuse_change();
