-- What others say of a checkpoint: witnesses that they saw it, a time-stamping authority when. Only ever added to.

-- `witness` is the key that the line is checked under, so that it can be checked when nobody asks that witness any more.
create table cosignatures (
  size bigint not null,
  witness text not null,
  line text not null,
  primary key (size, witness)
);
create unique index cosignatures_by_witness on cosignatures (witness, size);

-- Not every byte of a token is signed by its authority; `signature`, by the key of the log, is over all of them.
create table timestamps (
  size bigint primary key,
  token bytea not null,
  signature bytea not null
);

do $$
declare
  name text;
begin
  foreach name in array array['cosignatures', 'timestamps'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      name || '_append_only', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_no_truncate', name);
    execute format('revoke update, delete, truncate on %I from public, %I', name, current_user);
  end loop;
end $$;
