-- The files that go with the letters of a campaign, once for all of them.
create table attachments (
  campaign_id uuid not null,
  place integer not null,
  name text not null,
  media_type text not null,
  cid text,
  bytes bytea not null,
  primary key (campaign_id, place)
);
