-- What came back of a delivery: a bounce or a complaint. The facts are the record; this is for figures, and for the row of soft
-- bounces. Beside the deliveries, which are evidence and never change.

create table returns (
  subject_id uuid not null,
  campaign_id uuid not null,
  returned text not null check (returned in ('about-us', 'soft', 'hard', 'complaint')),
  returned_at timestamptz not null,
  primary key (subject_id, campaign_id)
);
create index returns_by_campaign on returns (campaign_id);
