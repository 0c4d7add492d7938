-- What a mail server put off is asked for again later; a campaign may begin later, and one that would begin too late asks first.

alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check
  check (state in ('asking', 'handing-over', 'deferred', 'sent', 'refused', 'held-back', 'failed', 'uncertain'));
-- Of a deferred one: when it may be tried again. While it is tried: until when the worker has it. Null: neither.
alter table deliveries add column due_at timestamptz;
alter table deliveries add column attempts integer not null default 0;
alter table deliveries add column deferred_at timestamptz;
create index deliveries_due on deliveries (campaign_id, due_at) where due_at is not null;

alter table campaigns drop constraint campaigns_state_check;
alter table campaigns add constraint campaigns_state_check
  check (state in ('scheduled', 'late', 'running', 'paused', 'cancelled', 'finished'));
alter table campaigns add column start_at timestamptz;
alter table campaigns add column late_after_minutes integer not null default 60;
alter table campaigns add column give_up_after_hours integer not null default 48;
-- Once it is finished: whom it concerned, counted from the people on record and not from its deliveries.
alter table campaigns add column concerned bigint;
