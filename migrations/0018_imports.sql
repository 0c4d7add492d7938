-- Imports: what was declared of each file, under an id that is the hash of it, and how far each one is.

create table imports (
  import_id uuid primary key,
  declared jsonb not null,
  begun_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz
);
create index imports_by_file on imports ((declared #>> '{file,hash}'));

create trigger imports_settled before delete or update of import_id, declared, begun_at on imports
  for each row execute function refuse_change();

-- One row for each part of a file that is on record, written in the same transaction as its facts: after a crash the others are read again.
create table import_parts (
  import_id uuid not null,
  pass smallint not null,
  first_row bigint not null,
  tally jsonb not null,
  primary key (import_id, pass, first_row)
);
