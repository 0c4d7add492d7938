-- A receipt looks for the batch that a message is in: the first ones of its campaign after it was handed over.
create index delivery_batches_by_campaign on delivery_batches (campaign_id, recorded_at);
