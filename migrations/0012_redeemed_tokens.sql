-- Whose act a form inside somebody's own page was: its token is redeemed for one person, however often it comes back.

create table redeemed_tokens (
  nonce uuid primary key,
  subject_id uuid not null,
  redeemed_at timestamptz not null
);
create trigger redeemed_tokens_append_only before update or delete on redeemed_tokens for each row execute function refuse_change();
