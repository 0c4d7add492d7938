-- Webhooks: which other systems are told of changes, and how far each has taken them. No secret: it follows from the controller's and the id.

create table webhooks (
  webhook_id uuid primary key,
  url text not null,
  events text[] not null,
  with_addresses boolean not null,
  added_by text not null,
  added_at timestamptz not null,
  -- The number up to which it has taken the changes.
  taken_no bigint not null,
  -- Failures in a row, since when, and what the last one was.
  failures integer not null default 0,
  failing_since timestamptz,
  last_failure text,
  -- Not to be tried before.
  due_at timestamptz not null,
  -- Which delivery under way has it to itself, and until when.
  lease uuid,
  lease_until timestamptz,
  disabled_at timestamptz
);
