-- Messages that a system of the controller's asked for are found by their id alone, which follows from its Idempotency-Key.
create index outbox_messages on outbox (outbox_id) where kind = 'message';
