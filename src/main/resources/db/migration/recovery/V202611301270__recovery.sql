-- Somebody whose contacts are lost asks to come back with a new one: the card and the year of birth fit, a coordinator vouches, three days pass.
create schema recovery;

create table recovery.request (
  id              bigint generated always as identity primary key,
  account_id      bigint not null references accounts.account,
  contact         text not null check (length(contact) <= 254),  -- proved by a code; the account's from the end on
  reference       text not null unique check (length(reference) between 6 and 12),  -- what the person tells the coordinator
  asked_at        timestamptz not null,
  ends_at         timestamptz not null,                    -- nobody vouched until then: over
  vouched_at      timestamptz,
  vouched_by      bigint references accounts.account,
  organization_id bigint references organizations.organization,
  opens_at        timestamptz,
  stop_hash       bytea unique,                            -- of what every other contact of the account was sent
  stopped_at      timestamptz,
  stopped_by      text check (stopped_by in ('owner', 'came-in', 'again', 'withdrawn')),
  done_at         timestamptz,
  check (ends_at > asked_at),
  check ((vouched_at is null) = (vouched_by is null)),
  check ((vouched_at is null) = (organization_id is null)),
  check ((vouched_at is null) = (opens_at is null)),
  check ((vouched_at is null) = (stop_hash is null)),
  check (vouched_by <> account_id),
  check (opens_at > vouched_at),
  check ((stopped_at is null) = (stopped_by is null)),
  check (done_at is null or (stopped_at is null and done_at >= opens_at))
);
create unique index one_open on recovery.request (account_id) where stopped_at is null and done_at is null;
create index on recovery.request (contact, asked_at desc);
create index on recovery.request (account_id, asked_at desc);
create index on recovery.request (vouched_by, vouched_at desc) where vouched_by is not null;
create index on recovery.request (asked_at);
