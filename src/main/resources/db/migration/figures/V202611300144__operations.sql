-- Waiting times fall into classes that grow by a quarter of an octave: 0 is under a minute, k up to 2^(k/4) minutes; the last one holds the rest.
create function figures.wait_class(wait interval) returns integer
language sql immutable strict parallel safe as $$
  select case when extract(epoch from wait) < 60 then 0
              else least(81, 1 + floor(4 * ln(extract(epoch from wait)::double precision / 60) / ln(2::double precision) + 1e-9)::integer) end
$$;

-- What happened, by day, kept so that any span of any place is a short sum. A row is one cell: a day of an organisation's work in a place, a field and a campaign; 0 and ''
-- mean none. Columns are the facts of facts.sql; null is zero. Waiting times are pairs class, count, one after the other.
create table figures.operation_day (
  day             date not null,
  organization_id bigint not null,
  wilaya_code     text not null,
  commune_code    text not null,
  field_code      text not null,
  campaign_id     bigint not null,
  offered integer, filled integer, opportunities integer, came integer, kept integer, missed integer, applications integer,
  asked integer, asked_answered integer, asked_confirmed integer, registered integer,
  compulsory integer, curricular integer, paid integer, waiting integer, refused integer, reversed integer, grade_d integer, grade_e integer, under_fifteen integer,
  answered  integer[],
  confirmed integer[],
  primary key (day, organization_id, wilaya_code, commune_code, field_code, campaign_id)
);
create index on figures.operation_day (organization_id, day) where organization_id <> 0;
create index on figures.operation_day (commune_code, day) where commune_code <> '';
create index on figures.operation_day (campaign_id, day) where campaign_id <> 0;

-- The same, summed over a wilaya of 69 ('' for work without a place) and over the nation ('*').
create table figures.operation_sum (
  wilaya_code text not null,
  day         date not null,
  offered bigint, filled bigint, opportunities bigint, came bigint, kept bigint, missed bigint, applications bigint,
  asked bigint, asked_answered bigint, asked_confirmed bigint, registered bigint,
  compulsory bigint, curricular bigint, paid bigint, waiting bigint, refused bigint, reversed bigint, grade_d bigint, grade_e bigint, under_fifteen bigint,
  answered  integer[],
  confirmed integer[],
  primary key (wilaya_code, day)
);

-- Until when the days are true; no row before they were made for the first time.
create table figures.operation_state (
  one   boolean primary key default true check (one),
  as_of timestamptz not null
);

-- What has changed since, as the tables themselves tell in the transaction that changes them. Only added to, without a key, so that nobody waits for anybody; swept by whoever
-- brings the days up to date.
create table figures.operation_news (
  kind            text not null check (kind in ('application', 'shift', 'opportunity', 'claim', 'sample', 'volunteer', 'day')),
  id              bigint not null,                          -- of a day: the organisation, 0 for none
  day             date,
  check ((kind = 'day') = (day is not null))
);

create function figures.hear() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) select tg_argv[0], id from changed;
  return null;
end $$;
create function figures.hear_attendance() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) values ('shift', new.shift_id);
  return null;
end $$;
create function figures.hear_opportunity() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) values ('opportunity', new.id);
  return null;
end $$;
create function figures.hear_shift() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) values ('shift', new.id);
  if tg_op = 'UPDATE' and old.starts_at <> new.starts_at then
    insert into figures.operation_news (kind, id, day)
    select 'day', o.organization_id, (old.starts_at at time zone 'Africa/Algiers')::date from opportunities.opportunity o where o.id = new.opportunity_id;
  end if;
  return null;
end $$;
create function figures.hear_volunteer() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) values ('volunteer', new.account_id);
  return null;
end $$;
create function figures.hear_account() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) values ('volunteer', new.id);
  return null;
end $$;

create trigger figures_hear_new after insert on participation.application
  referencing new table as changed for each statement execute function figures.hear('application');
create trigger figures_hear after update on participation.application
  referencing new table as changed for each statement execute function figures.hear('application');
create trigger figures_hear_new after insert on hours.claim
  referencing new table as changed for each statement execute function figures.hear('claim');
create trigger figures_hear after update on hours.claim
  referencing new table as changed for each statement execute function figures.hear('claim');
-- Check-ins of an open day count for nothing yet and cost nothing here.
create trigger figures_hear after insert or update on attendance.attendance
  for each row when (new.closed_at is not null) execute function figures.hear_attendance();
create trigger figures_hear_new after insert on opportunities.shift
  for each row execute function figures.hear_shift();
create trigger figures_hear after update of starts_at, ends_at, capacity, state on opportunities.shift
  for each row when (old.starts_at <> new.starts_at or old.capacity <> new.capacity or old.state <> new.state) execute function figures.hear_shift();
create trigger figures_hear_new after insert on opportunities.opportunity
  for each row when (new.state <> 'draft') execute function figures.hear_opportunity();
create trigger figures_hear after update of state, published_at, campaign_id, wilaya_code, commune_code, remote, field_code, nature on opportunities.opportunity
  for each row when ((old.state, old.published_at, old.campaign_id, old.wilaya_code, old.commune_code, old.remote, old.field_code, old.nature)
    is distinct from (new.state, new.published_at, new.campaign_id, new.wilaya_code, new.commune_code, new.remote, new.field_code, new.nature))
  execute function figures.hear_opportunity();
create trigger figures_hear_new after insert on volunteers.volunteer
  for each row execute function figures.hear_volunteer();
create trigger figures_hear after update of wilaya_code, commune_code, birth_year on volunteers.volunteer
  for each row when ((old.wilaya_code, old.commune_code, old.birth_year) is distinct from (new.wilaya_code, new.commune_code, new.birth_year))
  execute function figures.hear_volunteer();
create trigger figures_hear after update of closed_at on accounts.account
  for each row when (old.closed_at is distinct from new.closed_at) execute function figures.hear_account();

-- By which days and cells are made again.
create index on participation.application (applied_at);
create index on opportunities.opportunity (published_at) where published_at is not null;
create index on volunteers.volunteer (joined_at);
create index on volunteers.volunteer (birth_year);
create index on accounts.account (closed_at) where closed_at is not null;
create index on hours.entry (day) where grade >= 'D';

-- Rows of two columns, one after the other: {{3,1},{7,2}} becomes {3,1,7,2}.
create function figures.flat(pairs integer[]) returns integer[]
language sql immutable strict parallel safe as $$ select array(select unnest(pairs)) $$;
