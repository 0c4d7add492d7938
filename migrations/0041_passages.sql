-- What is personal about a mail of other software goes with its verdicts; what a receipt proves stays, with no spool.
create index outbox_passages on outbox (created_at)
  where kind = 'passage' and spool_id is not null or kind = 'statusReport';
-- These were due when the permission to write ends, and the one to measure may end before.
update permissions set due_at = decided_at where tracking = 'full';
