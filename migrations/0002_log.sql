-- The log: a Merkle tree over all facts, in the order in which they were committed, with signed checkpoints.

-- `sealed` is the personal part, encrypted. `written_at` is the database's own clock, whatever the application says.
-- What is there already was written when it was recorded, as far as anybody knows; a changed type needs no UPDATE.
alter table facts add column sealed bytea, add column written_at timestamptz;
alter table facts
  alter column written_at type timestamptz using recorded_at,
  alter column written_at set not null,
  alter column written_at set default clock_timestamp();
create function stamp_fact() returns trigger language plpgsql as $$
begin
  new.written_at := clock_timestamp();
  return new;
end $$;
create trigger facts_stamped before insert on facts for each row execute function stamp_fact();

-- Facts that are committed and not in the log yet. A writer adds to it and waits for nobody; the sequencer takes from it
-- what has been committed, so that a fact is in the log after all that was committed a batch before it.
create table waiting_facts (position bigint primary key);
create function await_sequencing() returns trigger language plpgsql as $$
begin
  insert into waiting_facts select position from added;
  return null;
end $$;
create trigger facts_await_sequencing after insert on facts
  referencing new table as added for each statement execute function await_sequencing();
insert into waiting_facts select position from facts;

-- Deliveries whose outcome is known, as each micro-batch was concluded, and the batches that are in the log.
create table waiting_deliveries (
  waiting_no bigint generated always as identity primary key,
  campaign_id uuid not null,
  subjects uuid[] not null
);
insert into waiting_deliveries (campaign_id, subjects)
  select campaign_id, array_agg(subject_id)
  from (
    select campaign_id, subject_id, (row_number() over (partition by campaign_id order by subject_id) - 1) / 100 as batch
    from deliveries where state in ('sent', 'failed')
  ) concluded
  group by campaign_id, batch;
create table delivery_batches (
  position bigint primary key default nextval('fact_positions'),
  campaign_id uuid not null,
  subjects uuid[] not null,
  root bytea not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- A leaf points at a fact or at a batch of deliveries by its position.
create table log_leaves (
  index bigint primary key,
  position bigint not null unique,
  hash bytea not null check (octet_length(hash) = 32)
);
-- Hashes of full tiles: that of 256 leaves at level 1, of 65,536 at level 2, and so on. Tiles are cut from these rows.
create table log_hashes (
  level smallint not null check (level > 0),
  index bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);
create table checkpoints (
  size bigint primary key,
  note text not null
);

do $$
declare
  name text;
begin
  foreach name in array array['log_leaves', 'log_hashes', 'checkpoints', 'delivery_batches'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      name || '_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_no_truncate', name);
    execute format('revoke update, delete, truncate on %I from public, %I', name, current_user);
  end loop;
end $$;

-- What became of a message is settled once it is sent or failed.
create trigger deliveries_settled before update or delete on deliveries for each row
  when (old.state in ('sent', 'failed')) execute function refuse_change();
