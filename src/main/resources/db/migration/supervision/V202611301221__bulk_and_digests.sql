-- One decision on many matters: what was asked for, and what came of each.
create table supervision.bulk (
  id          bigint generated always as identity primary key,
  kind        text not null,
  decision    text not null,
  reason_code text,
  reason      text,
  made_by     bigint not null references accounts.account,
  made_at     timestamptz not null,
  undone_at   timestamptz
);
create index on supervision.bulk (made_by, made_at desc);
create table supervision.bulk_part (
  bulk_id   bigint not null references supervision.bulk,
  matter_id bigint not null references supervision.matter,
  place     integer not null,                              -- where it stood in the list
  answer    text not null default 'waits' check (answer in ('waits', 'done', 'already', 'partial', 'unfit', 'foreign', 'failed')),
  undone_at timestamptz,
  stays     text,                                          -- why it could not be taken back, as a message key
  primary key (bulk_id, matter_id),
  check (undone_at is null or (answer = 'done' and stays is null))
);
create index on supervision.bulk_part (matter_id);

-- What a supervisor wants to be sent, and what was sent: one row a person, rhythm and day, written with the notice.
create table supervision.digest_choice (
  account_id bigint not null references accounts.account,
  rhythm     text not null check (rhythm in ('daily', 'weekly', 'monthly')),
  wanted     boolean not null,
  primary key (account_id, rhythm)
);
create table supervision.digest (
  account_id bigint not null references accounts.account,
  rhythm     text not null check (rhythm in ('daily', 'weekly', 'monthly')),
  day        date not null,                                -- the first day of what comes after
  made_at    timestamptz not null,
  primary key (account_id, rhythm, day)
);

-- What rooms above may read: every decision of a person, when they had opened the matter, and in which bulk it was taken.
create view supervision.deciding as
select m.id, m.kind, m.wilaya_code, m.decided_by, m.decided_at, o.at as opened_at, b.bulk_id
from supervision.matter m
left join supervision.opening o on o.matter_id = m.id and o.account_id = m.decided_by and o.at <= m.decided_at
left join lateral (select p.bulk_id from supervision.bulk_part p where p.matter_id = m.id and p.answer = 'done' and p.undone_at is null
  order by p.bulk_id desc limit 1) b on true
where m.decided_at is not null and m.decision <> 'withdrawn';
