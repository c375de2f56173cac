-- What makes figures fast (decision 0060): the ledger once more, packed by where it was given and by person. Slices and what is fresh are together the ledger,
-- in every snapshot of the database; all of it can be thrown away and made anew from the ledger (bin/statistics rebuild).

-- What a line says besides who, when, how long and where, under a short number.
create table figures.sort (
  id                smallint primary key check (id between 1 and 8191),
  field_code        text not null,                         -- '': none
  activity_code     text not null,
  grade             text not null,
  organization_kind text not null,
  unique (field_code, activity_code, grade, organization_kind)
);

-- The lines of one year in one place of one kind, for the persons of one part, in their order; figures.Packed says how they are written.
create table figures.slice (
  kind  smallint not null check (kind between 1 and 5),    -- figures.Kind: nation, wilaya, commune, organisation, campaign
  scope bigint not null,                                   -- code or number of the place; 0 for the nation
  part  integer not null,
  year  smallint not null,
  data  bytea not null,
  primary key (kind, scope, part, year)
);
-- Reading is most of what an answer costs, and packed lines do not compress well.
alter table figures.slice alter column data set storage external;
create index on figures.slice (year);

-- Of each year, which transactions its slices hold.
create table figures.state (
  year smallint primary key,
  seen pg_snapshot not null
);

-- Years that are to be made anew from the ledger.
create table figures.to_make (
  year     smallint primary key,
  asked_at timestamptz not null default now()
);
insert into figures.to_make (year) select distinct extract(year from day)::smallint from hours.line;

-- Lines that the slices may not hold yet.
create table figures.fresh (
  xact            xid8 not null default pg_current_xact_id(),
  at              timestamptz not null default now(),
  id              bigint not null,
  volunteer_id    bigint not null,
  day             date not null,
  year            smallint generated always as (extract(year from day)::smallint) stored,
  minutes         integer not null,
  grade           text not null,
  organization_id bigint,
  opportunity_id  bigint,
  field_code      text,
  activity_code   text,
  wilaya_code     text,
  commune_code    text,
  primary key (id)
);

-- Persons of whom something that figures are divided by was changed.
create table figures.changed_person (
  xact         xid8 not null default pg_current_xact_id(),
  at           timestamptz not null default now(),
  volunteer_id bigint not null
);

-- Organisations whose kind was changed, opportunities that went into or out of a campaign: what slices still hold of them is told by the first row that they have not seen.
create table figures.turned (
  id              bigint generated always as identity primary key,
  xact            xid8 not null default pg_current_xact_id(),
  at              timestamptz not null default now(),
  organization_id bigint,
  was_kind        text,
  opportunity_id  bigint,
  was_in          bigint,
  check ((organization_id is null) <> (opportunity_id is null))
);

create function figures.lines_written() returns trigger
language plpgsql as $$
begin
  insert into figures.fresh (id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code)
  select id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code from written;
  return null;
end $$;
create trigger figures_of_lines after insert on hours.entry
  referencing new table as written for each statement execute function figures.lines_written();

create function figures.person_changed() returns trigger
language plpgsql as $$
begin
  insert into figures.changed_person (volunteer_id) values (new.account_id);
  return null;
end $$;
create trigger figures_of_persons after update of birth_year, sex, audience, education, wilaya_code on volunteers.volunteer
  for each row when ((old.birth_year, old.sex, old.audience, old.education, old.wilaya_code) is distinct from
    (new.birth_year, new.sex, new.audience, new.education, new.wilaya_code)) execute function figures.person_changed();

create function figures.organization_turned() returns trigger
language plpgsql as $$
begin
  insert into figures.turned (organization_id, was_kind) values (new.id, old.kind);
  return null;
end $$;
create trigger figures_of_organizations after update of kind on organizations.organization
  for each row when (old.kind is distinct from new.kind) execute function figures.organization_turned();

create function figures.opportunity_moved() returns trigger
language plpgsql as $$
begin
  insert into figures.turned (opportunity_id, was_in) values (new.id, old.campaign_id);
  return null;
end $$;
create trigger figures_of_campaigns after update of campaign_id on opportunities.opportunity
  for each row when (old.campaign_id is distinct from new.campaign_id) execute function figures.opportunity_moved();

-- A line as figures read it, from the ledger.
create view figures.row as
  select l.id, l.volunteer_id, l.day, l.minutes, l.grade::text as grade, l.field_code, l.activity_code, l.wilaya_code::text as wilaya_code,
    l.commune_code::text as commune_code, l.organization_id, o.kind as organization_kind, c.campaign_id, l.opportunity_id,
    v.birth_year, v.sex, v.audience, v.education, v.wilaya_code::text as residence
  from hours.line l
  join volunteers.statistical v on v.id = l.volunteer_id
  left join organizations.public_organization o on o.id = l.organization_id
  left join opportunities.in_campaign c on c.opportunity_id = l.opportunity_id;

-- The same for lines that the slices do not hold.
create view figures.fresh_row as
  select l.id, l.volunteer_id, l.day, l.minutes, l.grade, l.field_code, l.activity_code, l.wilaya_code,
    l.commune_code, l.organization_id, o.kind as organization_kind, c.campaign_id, l.opportunity_id,
    v.birth_year, v.sex, v.audience, v.education, v.wilaya_code::text as residence, l.year
  from figures.fresh l
  left join figures.state s on s.year = l.year
  join volunteers.statistical v on v.id = l.volunteer_id
  left join organizations.public_organization o on o.id = l.organization_id
  left join opportunities.in_campaign c on c.opportunity_id = l.opportunity_id
  where s.year is null or not pg_visible_in_snapshot(l.xact, s.seen);

-- What corrects slices that were written while an organisation was of another kind or an opportunity in another campaign: each of their lines taken off as it
-- was (by the oldest change that the slices have not seen) and put on as it is.
create view figures.turned_row as
  select r.id, r.volunteer_id, r.day, d.sign * r.minutes as minutes, r.grade, r.field_code, r.activity_code, r.wilaya_code, r.commune_code, r.organization_id,
    case when d.sign < 0 and o.id is not null then o.was_kind else r.organization_kind end as organization_kind,
    case when d.sign < 0 and c.id is not null then c.was_in else r.campaign_id end as campaign_id, r.opportunity_id,
    r.birth_year, r.sex, r.audience, r.education, r.residence, s.year
  from figures.row r
  join figures.state s on s.year = extract(year from r.day)
  left join lateral (select t.id, t.was_kind from figures.turned t
    where t.organization_id = r.organization_id and not pg_visible_in_snapshot(t.xact, s.seen) order by t.id limit 1) o on true
  left join lateral (select t.id, t.was_in from figures.turned t
    where t.opportunity_id = r.opportunity_id and not pg_visible_in_snapshot(t.xact, s.seen) order by t.id limit 1) c on true
  cross join (values (-1), (1)) as d (sign)
  where (r.organization_id = any (array(select organization_id from figures.turned where organization_id is not null))
      or r.opportunity_id = any (array(select opportunity_id from figures.turned where opportunity_id is not null)))
    and (o.id is not null or c.id is not null)
    and not exists (select from figures.fresh f where f.id = r.id and not pg_visible_in_snapshot(f.xact, s.seen));
