-- People who give time.
create schema volunteers;

create table volunteers.volunteer (
  account_id   bigint primary key references accounts.account,
  code         text not null unique,                       -- six digits and up, said aloud and typed on the day
  birth_year   smallint not null check (birth_year between 1900 and 2100),
  audience     text check (audience in ('pupil', 'student', 'trainee', 'employed', 'unemployed', 'at-home', 'retired')),
  wilaya_code  char(2) not null references places.wilaya,
  commune_code char(4) not null,
  about        text check (length(about) <= 1000),
  languages    text[] not null default '{}',
  skills       text[] not null default '{}',               -- codes of volunteers.Skill
  fields       text[] not null default '{}',               -- codes of taxonomy.field that attract this person
  availability text[] not null default '{}',               -- mon-am, mon-pm, mon-ev, …
  joined_at    timestamptz not null default now(),
  foreign key (commune_code, wilaya_code) references places.commune (code, wilaya_code)
);
create index on volunteers.volunteer (wilaya_code, commune_code);
