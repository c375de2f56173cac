-- A supervisor decided many matters in a short time: without opening them, or seconds after. One alert a person, day and reason, brought up to date until somebody
-- above has looked at it.
create table integrity.haste (
  id            bigint generated always as identity primary key,
  account_id    bigint not null references accounts.account,
  day           date not null,
  why           text not null check (why in ('unopened', 'fast')),
  above         text not null check (above in ('administrator', 'nation', 'wilaya')), -- who looks at it, at least
  wilaya_code   char(2) references places.wilaya,
  decided       integer not null check (decided > 0),
  minutes       integer not null check (minutes >= 0),
  odd           integer not null check (odd between 1 and decided),                    -- of these: not opened, or decided too fast
  in_bulk       integer not null check (in_bulk between 0 and decided),
  seconds       integer not null,                                                      -- what counted as fast
  usual         numeric(8, 1) not null,                                                -- decisions a day in the thirty days before
  found_at      timestamptz not null,
  answer        text,
  answered_by   bigint references accounts.account,
  answered_at   timestamptz,
  unique (account_id, day, why),
  check ((answered_at is null) = (answer is null)),
  check (above <> 'wilaya' or wilaya_code is not null),
  check (answered_by is distinct from account_id)
);
create index on integrity.haste (found_at desc) where answered_at is null;
create index on integrity.haste (answered_at desc) where answered_at is not null;
