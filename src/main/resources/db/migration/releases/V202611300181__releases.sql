-- Figures of a quarter, frozen: what was counted, of whom (kept inside only), and what was published.
create schema releases;

create table releases.release (
  name      text primary key check (name ~ '^[0-9]{4}Q[1-4]$'),
  first_day date not null,
  last_day  date not null check (last_day > first_day)
);

-- What counted people were when they were counted first, so that a release can be recomputed after they changed. It never leaves the platform;
-- who closes an account takes it along: then erased is true, and of the row only stays whether the hours counted.
create table releases.person (
  release      text not null references releases.release,
  volunteer_id bigint not null references volunteers.volunteer,
  adult        boolean not null,                           -- fifteen in the year of the period
  adult_before boolean not null,                           -- fifteen in the year of the month before it
  sex          char(1),
  band         text check (band in ('15-24', '25-29', '30-54', '55-64', '65+')),
  education    text,
  status       text,
  residence    char(2),
  first_day    date,                                       -- of the first hour that counted, ever
  erased       boolean not null default false,
  primary key (release, volunteer_id),
  check (not erased or (sex is null and band is null and education is null and status is null and residence is null and first_day is null))
);
create index on releases.person (volunteer_id);

-- To which sector an organisation belonged.
create table releases.organization (
  release         text not null references releases.release,
  organization_id bigint not null references organizations.organization,
  sector          text not null check (sector in ('non-profit', 'government', 'enterprise')),
  primary key (release, organization_id)
);

create table releases.edition (
  id           bigint generated always as identity primary key,
  release      text not null references releases.release,
  number       smallint not null check (number > 0),
  state        text not null check (state in ('draft', 'published', 'withdrawn')),
  ledger_size  bigint not null references checkpoints.checkpoint,
  provisional  boolean not null,
  facts        jsonb not null,                             -- what does not stand in the ledger, as it was: wages, population, operations, days of Ramadan
  tables       jsonb not null,                             -- as published: small cells are not in it
  made_at      timestamptz not null,
  made_by      bigint references accounts.account,         -- null: the platform itself
  note         text not null default '' check (length(note) <= 2000),
  package      bytea,
  sha256       bytea check (length(sha256) = 32),
  signed_note  text,
  published_at timestamptz,
  published_by bigint references accounts.account,
  withdrawn_at timestamptz,
  withdrawn_by bigint references accounts.account,
  withdrawn_why text check (length(withdrawn_why) between 10 and 1000),
  unique (release, number),
  check ((state = 'draft') = (published_at is null)),
  check ((published_at is null) = (package is null) and (package is null) = (sha256 is null) and (package is null) = (signed_note is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_why is null)),
  check (number = 1 or state = 'draft' or length(note) >= 10)
);
alter table releases.edition alter column package set storage external;   -- a ZIP cannot be pressed smaller
create unique index one_draft on releases.edition (release) where state = 'draft';
create index on releases.edition (published_at desc) where state <> 'draft';

-- What was published stays as it was published: it can only be withdrawn, and its bytes stay.
create function releases.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_op = 'DELETE' or old.state = 'withdrawn' or new.state <> 'withdrawn'
    or (old.release, old.number, old.ledger_size, old.provisional, old.facts, old.tables, old.made_at, old.note, old.package, old.sha256, old.signed_note, old.published_at)
      is distinct from (new.release, new.number, new.ledger_size, new.provisional, new.facts, new.tables, new.made_at, new.note, new.package, new.sha256, new.signed_note, new.published_at)
  then raise exception 'a published edition is never changed: % edition %', old.release, old.number; end if;
  return new;
end $$;
create trigger published_stays before update or delete on releases.edition for each row execute function releases.refuse_rewriting();
create trigger published_stays_whole before truncate on releases.edition for each statement execute function supervision.refuse_change();

-- The lines that a release counts: those that had their place between two sizes of the ledger's tree, of people frozen for it.
create function releases.counted(of text, above bigint, below bigint, grades text[], first date, last date)
returns table (volunteer_id bigint, minutes integer, month text, field text, activity text, sector text, wilaya text)
language sql stable as $$
  select l.volunteer_id, l.minutes, to_char(l.day, 'YYYY-MM'), coalesce(l.field_code, 'X'), coalesce(l.activity_code, 'X'),
    case when l.organization_id is null then 'direct' else coalesce(o.sector, 'non-profit') end, coalesce(l.wilaya_code::text, 'X')
  from hours.line l
  join checkpoints.placed t on t.entry_id = l.id and t.position >= above and t.position < below
  join releases.person f on f.release = of and f.volunteer_id = l.volunteer_id
  left join releases.organization o on o.release = of and o.organization_id = l.organization_id
  where l.day between first and last and l.grade::text = any(grades)
    and case when extract(year from l.day) = extract(year from last) then f.adult else f.adult_before end
$$;
