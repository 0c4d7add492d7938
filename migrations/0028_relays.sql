-- How many letters each relay was given in an hour or a day, where it has a limit: no restart and no second process forgets it.

create table relay_usage (
  relay text not null,
  -- In UTC, as `2026-11-29T02` or `2026-11-29`.
  span text not null,
  letters bigint not null,
  primary key (relay, span)
);
