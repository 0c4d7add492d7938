-- What is held about one person is read by the person.

create index redeemed_tokens_by_subject on redeemed_tokens (subject_id);
