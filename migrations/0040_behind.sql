-- Advertising that other software hands over lets everything else in the outbox go first.
alter table outbox add column behind boolean not null default false;
drop index outbox_due;
create index outbox_due on outbox (behind, due_at) where state in ('waiting', 'handing-over');
