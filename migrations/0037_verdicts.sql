-- What was answered to other systems, which send by themselves: whether a mail might go. What an answer rests on is in the facts.
create table verdicts (
  subject_id uuid not null,
  verdict_id uuid not null,
  at timestamptz not null,
  via text not null,
  asker text not null,
  purpose text not null,
  outcome text not null check (outcome in ('permit', 'refusal')),
  code text,
  basis text,
  evidence text[] not null,
  tracking text not null,
  valid_until timestamptz,
  -- Whether the mail went on whatever the answer was.
  observed boolean not null default false,
  primary key (subject_id, verdict_id),
  check ((outcome = 'permit') = (code is null)),
  check ((outcome = 'permit') = (basis is not null))
);
create index verdicts_by_time on verdicts (at);
