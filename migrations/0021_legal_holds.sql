-- Of whom nothing may go, whatever term is over: a court, an authority or a claim asks for it.
create table legal_holds (
  subject_id uuid primary key,
  -- Why, and who said so; sealed under the person's key.
  sealed bytea not null,
  set_at timestamptz not null
);
