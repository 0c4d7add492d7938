-- No way round: what guards the ledger runs where its owner put it, whatever tables and search path a session brings.
-- Who owns it is not the application, where the database has a second role: src/store/roles.ts.

do $$
declare
  guard text;
begin
  foreach guard in array array['refuse_change()', 'stamp_fact()', 'await_sequencing()', 'master_key_in_use()'] loop
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', guard, current_schema());
  end loop;
end $$;
