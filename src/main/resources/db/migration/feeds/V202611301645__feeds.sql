-- The secret link by which somebody's own calendar is read: one a person; what is kept of it is its hash, so that the database opens no calendar.
create schema feeds;

create table feeds.calendar_link (
  account_id bigint primary key references accounts.account,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at    timestamptz not null
);
