-- What is followed of mails to people who said yes to that, and figures over all of them that name nobody.

-- One number for each address that letters of a campaign lead to; 0 stands for the letter itself, opened.
create table campaign_links (
  campaign_id uuid not null,
  link_no integer not null,
  address text not null,
  people integer not null default 0,
  times integer not null default 0,
  primary key (campaign_id, link_no),
  unique (campaign_id, address)
);

create table measures (
  subject_id uuid not null,
  campaign_id uuid not null,
  link_no integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1,
  primary key (subject_id, campaign_id, link_no)
);

-- Where the law lets no more be kept than the day on which somebody last opened a mail.
create table last_opened (
  subject_id uuid primary key,
  opened_on date not null
);
