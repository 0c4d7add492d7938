-- The vault: what is personal is sealed under a key of the person's own, and erasure destroys that key.

do $$ begin
  if exists (select from subjects) then
    raise exception 'addresses stand here unsealed' using errcode = 'LC001';
  end if;
end $$;

create table vault (
  subject_id uuid primary key,
  key_id text not null,
  wrapped_key bytea not null
);

-- The master key that new keys are wrapped under. Whoever asks holds off a rotation until the end of the transaction, so
-- that no key comes to be wrapped under a master key that is about to be destroyed.
create function master_key_in_use() returns text language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(5423847292);
  return (select value #>> '{}' from settings where key = 'master-key');
end $$;

-- The address, and of the recipient the date of birth and the number of the company register.
alter table subjects drop column address;
alter table subjects add column address bytea;
alter table subjects add column recipient_sealed bytea;

-- What is personal in the body.
alter table facts add column if not exists sealed bytea;

-- Mail as the built-in catcher took it, envelope included; kept for people on record alone.
drop table mailbox;
create table mailbox (
  subject_id uuid not null,
  message_no bigint generated always as identity,
  received_at timestamptz not null,
  sealed bytea not null,
  primary key (subject_id, message_no)
);
create index mailbox_by_number on mailbox (message_no);
