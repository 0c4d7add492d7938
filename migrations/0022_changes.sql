-- The feed of changes: of each person and purpose, under which number the permission changed last.

-- One row for each person and purpose, whatever happens: a newer change takes the place of the one before, under a higher number.
-- A permission that is gone, as its purpose is retired, keeps its row, so that readers hear of that too.
create table changes (
  subject_id uuid not null,
  purpose text not null,
  change_no bigint not null,
  changed_at timestamptz not null,
  primary key (subject_id, purpose)
);
create unique index changes_in_order on changes (change_no);

-- What is committed and has no number yet. A writer adds to it and waits for nobody; one process at a time takes from it what
-- has been committed and gives it the next numbers, so that whoever has read up to a number has missed nothing below it.
create table waiting_changes (
  waiting_no bigint generated always as identity primary key,
  subjects uuid[] not null,
  purposes text[] not null
);

create function await_number() returns trigger language plpgsql as $$
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
      select array_agg(a.subject_id), array_agg(a.purpose)
      from before b join after a using (subject_id, purpose)
      where (b.permitted, b.basis, b.code, b.valid_until) is distinct from (a.permitted, a.basis, a.code, a.valid_until)
      having count(*) > 0;
  end if;
  return null;
end $$;
do $$ begin
  execute format('alter function await_number() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
create trigger permissions_added after insert on permissions
  referencing new table as after for each statement execute function await_number();
create trigger permissions_changed after update on permissions
  referencing old table as before new table as after for each statement execute function await_number();
create trigger permissions_gone after delete on permissions
  referencing old table as before for each statement execute function await_number();

-- What is there already, a thousand at a time.
insert into waiting_changes (subjects, purposes)
  select array_agg(subject_id), array_agg(purpose)
  from (select subject_id, purpose, (row_number() over () - 1) / 1000 as batch from permissions) p
  group by batch order by batch;
