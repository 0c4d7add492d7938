-- Requests by which people exercise rights are facts; a case is their fold, and these indices find it.

create index facts_requests on facts (fact_id) where type = 'rights.requested';
update standings set standing = standing || '{"cases": [], "caseSteps": []}' where not standing ? 'cases';

-- For a mail to somebody of whom nothing is kept, any more or at all: the address and the words, under a key of that mail's own.
-- The row goes with the mail.
create table partings (
  subject_id uuid not null,
  outbox_id uuid not null,
  key_id text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  primary key (subject_id, outbox_id)
);
