-- Facts come in by COPY, many at a time. A trigger for each row kept it from writing them a page at a time, and a waiting
-- list of one row for each, with its index, cost as much as the facts themselves.

-- The default says what the trigger said; the trigger that hears of each statement refuses whatever says otherwise.
drop trigger facts_stamped on facts;
drop function stamp_fact();
alter table facts alter column written_at set default statement_timestamp();

alter table waiting_facts rename to waited_for;
create table waiting_facts (
  waiting_no bigint generated always as identity primary key,
  positions bigint[] not null check (cardinality(positions) > 0)
);
insert into waiting_facts (positions)
  select array_agg(position)
  from (select position, (row_number() over (order by position) - 1) / 100 as nth from waited_for) w
  group by nth order by nth;
drop table waited_for;

-- A statement that came long ago, and whose rows are thought of now, would date them back.
create or replace function await_sequencing() returns trigger language plpgsql as $$
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
end $$;
do $$ begin
  execute format('alter function await_sequencing() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
