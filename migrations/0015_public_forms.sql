-- When mail went, or is to go, that somebody on our pages asked for: what counts together for a limit shares a pace, the
-- spellings of one mailbox or the requests of one network. Named by a keyed hash, and let go of a day later.

create table paces (
  pace_id uuid primary key,
  taken timestamptz[] not null,
  last_at timestamptz not null
);
create index paces_last on paces (last_at);

-- Logos and fonts of the public pages, each named by the hash of its bytes. They stay: pages that were shown may still name them.
create table assets (
  name text primary key,
  media_type text not null,
  bytes bytea not null
);
