-- Signed credentials: what they say, who holds them, and how they stand. The keys that sign them are files, never here.
create schema credentials;

-- The words of a version stand as they were first issued: signed documents quote them.
create table credentials.achievement (
  key         text not null check (key ~ '^[a-z0-9][a-z0-9.-]{0,79}$'),
  version     integer not null check (version > 0),
  type        text not null check (type in ('COMMUNITY_SERVICE', 'BADGE', 'CERTIFICATE_OF_COMPLETION')),
  words       jsonb not null,                                -- {"name": {"ar": …}, "description": …, "criteria": …}
  first_at    timestamptz not null default now(),
  primary key (key, version)
);

-- A list of 131,072 bits, of which each credential has one at random.
create table credentials.status_list (
  number      integer primary key check (number > 0),
  revision    bigint not null default 0,                     -- rises with every bit that is set
  changed_at  timestamptz not null default date_trunc('second', now())
);

create table credentials.credential (
  id                  uuid primary key,
  kind                text not null,
  source              text not null unique check (length(source) between 1 and 200),
  holder_id           bigint references accounts.account,    -- null once the holder has left: then only the bit remains
  subject             uuid unique,                           -- what the document calls the holder; random
  achievement_key     text not null,
  achievement_version integer not null,
  from_day            date,
  to_day              date,
  minutes             bigint check (minutes > 0),
  until_day           date,
  site                text not null,
  list                integer not null references credentials.status_list,
  position            integer not null check (position between 0 and 131071),
  issued_at           timestamptz not null,
  revoked_at          timestamptz,
  reason              text check (length(reason) <= 200),
  shared_name         text not null default 'NOBODY' check (shared_name in ('NOBODY', 'INITIAL', 'FULL')),
  shared_hours        boolean not null default false,
  foreign key (achievement_key, achievement_version) references credentials.achievement,
  unique (list, position),
  check (from_day <= to_day),
  check ((revoked_at is null) = (reason is null)),
  check (holder_id is not null or (revoked_at is not null and subject is null and minutes is null and shared_name = 'NOBODY'))
);

create index credential_of_holder on credentials.credential (holder_id, issued_at desc, id);
create index credential_revoked on credentials.credential (list, position) where revoked_at is not null;

-- A credential as it was signed, made when it is first asked for; the same words in each language, with the time or without.
create table credentials.document (
  credential_id uuid not null references credentials.credential on delete cascade,
  language      text not null check (language in ('ar', 'fr', 'en')),
  with_hours    boolean not null,
  body          text not null,
  primary key (credential_id, language, with_hours)
);
