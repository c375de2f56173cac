-- Laws 18-07 and 25-11: who leaves and when, requests with their clock, the register of breaches, the officer, and what the retention timers did.
create schema privacy;

-- Who asked to leave: until goes_at, signing in undoes it.
create table privacy.leaving (
  id         bigint generated always as identity primary key,
  account_id bigint not null references accounts.account,
  asked_at   timestamptz not null,
  goes_at    timestamptz not null,
  ended_at   timestamptz,
  how        text check (how in ('undone', 'gone')),
  check ((ended_at is null) = (how is null)),
  check (goes_at >= asked_at)
);
create unique index one_leaving on privacy.leaving (account_id) where ended_at is null;
create index on privacy.leaving (goes_at) where ended_at is null;

-- Somebody's request: to see, to correct, to erase, to object.
create table privacy.request (
  id          bigint generated always as identity primary key,
  account_id  bigint not null references accounts.account,
  kind        text not null check (kind in ('see', 'correct', 'erase', 'object', 'other')),
  words       text not null check (length(words) between 1 and 2000),
  opened_at   timestamptz not null,
  due_at      timestamptz not null,
  answered_at timestamptz,
  answered_by bigint references accounts.account,
  outcome     text check (outcome in ('done', 'partly', 'refused')),
  answer      text check (length(answer) between 1 and 2000),
  check ((answered_at is null) = (outcome is null) and (answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
);
create index on privacy.request (due_at, id) where answered_at is null;
create index on privacy.request (answered_at desc, id desc) where answered_at is not null;
create index on privacy.request (account_id, opened_at desc);

-- A breach, as it is known now; what was written before stays in its lines.
create table privacy.breach (
  id           bigint generated always as identity primary key,
  noticed_at   timestamptz not null,
  due_at       timestamptz not null,                       -- five days after: the authority must know by then (law 25-11)
  authority_at timestamptz,                                -- told to the authority
  people_at    timestamptz,                                -- told to the people
  closed_at    timestamptz,
  check (due_at > noticed_at)
);
create index on privacy.breach (noticed_at desc, id desc);
create index on privacy.breach (due_at) where authority_at is null and closed_at is null;

-- What is written of it, in order; only grows.
create table privacy.breach_line (
  breach_id  bigint not null references privacy.breach,
  number     integer not null check (number > 0),
  what       text not null check (length(what) between 5 and 4000),
  measures   text check (length(measures) <= 4000),
  people     integer check (people between 0 and 100000000),
  deed       text not null check (deed in ('opened', 'added', 'authority', 'people', 'closed')),
  written_by bigint not null references accounts.account,
  written_at timestamptz not null,
  primary key (breach_id, number)
);
create trigger lines_stay before update or delete on privacy.breach_line for each row execute function supervision.refuse_change();
create trigger lines_stay_whole before truncate on privacy.breach_line for each statement execute function supervision.refuse_change();

-- Data-protection officers: a power with an end.
create table privacy.officer (
  id         bigint generated always as identity primary key,
  account_id bigint not null references accounts.account,
  granted_at timestamptz not null,
  granted_by bigint not null references accounts.account,
  until_day  date not null,
  ended_at   timestamptz
);
create unique index one_term on privacy.officer (account_id) where ended_at is null;

-- What each retention timer took away, a night; its row is also the lock that keeps a second node from doing the same.
create table privacy.timer_run (
  code     text not null,
  day      date not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  removed  integer not null default 0,
  trouble  text,
  primary key (code, day)
);
create index on privacy.timer_run (day desc, code);
