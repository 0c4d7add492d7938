-- How often at most a person wishes to hear of a purpose, and whose turn it was last: the wish binds when a mail is sent.

alter table permissions add column at_most text check (at_most in ('week', 'month'));

-- One row for each person with a wish and purpose: campaigns that claim at the same moment meet here, and one goes first.
create table turns (
  subject_id uuid not null,
  purpose text not null,
  campaign_id uuid not null,
  at_most text not null,
  taken_at timestamptz not null,
  primary key (subject_id, purpose)
);

alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check
  check (state in ('asking', 'handing-over', 'sent', 'refused', 'held-back', 'failed', 'uncertain'));

update standings set standing = standing || '{"wishes": []}' where not standing ? 'wishes';
