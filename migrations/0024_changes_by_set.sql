-- Which permissions changed is told by sets, not by a join: over the rows of a statement that has no statistics, a join looks at each
-- pair, and some thousands of people decided again at once took seconds.

create or replace function await_number() returns trigger language plpgsql as $$
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
end $$;
do $$ begin
  execute format('alter function await_number() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
