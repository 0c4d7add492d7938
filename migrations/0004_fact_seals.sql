-- What is personal in a fact is sealed under a key of that fact's own, and carries the address as typed.

-- What was sealed under the person's key itself cannot be sealed anew: a fact is never changed.
do $$ begin
  if exists (select from facts where sealed is not null) then
    raise exception 'facts stand here under an earlier seal' using errcode = 'LC001';
  end if;
end $$;
