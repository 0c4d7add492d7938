-- Official exclusion lists: each copy that was loaded, and what the newest copy of each list says.

create table register_snapshots (
  snapshot_no bigint generated always as identity primary key,
  register text not null,
  -- When the list was as it says; loaded later.
  taken_at timestamptz not null,
  loaded_at timestamptz not null,
  -- SHA-256 of the file; null while it is being read.
  file_hash bytea,
  -- How the list names an address, as in `ecg-sha1`.
  naming text not null,
  -- Whether who is not in it is not listed; otherwise nothing is known of them.
  whole boolean not null,
  entries bigint not null,
  current boolean not null,
  -- Too old to answer for anybody; its entries are gone.
  ended boolean not null default false
);
create unique index register_snapshots_current on register_snapshots (register) where current;

create table register_entries (
  snapshot_no bigint not null,
  entry bytea not null,
  listed boolean not null,
  -- From when on it binds; null: at once.
  effective_at timestamptz,
  primary key (snapshot_no, entry)
);
