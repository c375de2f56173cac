-- What holds for people under the civil majority in one opportunity: kinds of work, hours of the day, who comes along, whose consent.
-- The night is that of law 90-11, article 27 (from 21:00 to 05:00); article 28 keeps whoever is under 19 from working in it.
create table opportunities.work (
  code      text primary key,
  least_age smallint not null check (least_age between 5 and 19),
  position  smallint not null unique
);
insert into opportunities.work (code, least_age, position) values
  ('heights', 19, 1), ('machines', 19, 2), ('chemicals', 19, 3), ('fire', 19, 4), ('rubble', 19, 5), ('driving', 19, 6),
  ('traffic', 16, 7), ('water', 16, 8), ('heavy-loads', 16, 9), ('sick', 16, 10), ('money', 16, 11), ('animals', 13, 12);

create table opportunities.age_rule (
  opportunity_id    bigint primary key references opportunities.opportunity on delete cascade,
  works             text[] not null default '{}',
  from_time         time not null default '05:00' check (from_time >= '05:00'),
  to_time           time not null default '21:00' check (to_time <= '21:00'),
  accompanied_under smallint check (accompanied_under between 6 and 25),  -- whoever is younger comes with somebody of age; null: nobody needs to
  both_guardians    boolean not null default false,        -- two guardians must agree
  set_at            timestamptz not null default now(),
  set_by            bigint references accounts.account,
  check (to_time > from_time)
);

create function opportunities.least_age(kinds text[]) returns integer language sql stable as $$
  select coalesce(max(w.least_age), 0)::integer from opportunities.work w where w.code = any (kinds)
$$;

-- The least age of an opportunity is never below that of the work done in it, whichever of the two is changed.
create function opportunities.old_enough_for_the_work() returns trigger language plpgsql as $$
declare
  kinds text[];
  youngest integer;
begin
  if tg_table_name = 'age_rule' then
    kinds := new.works;
    if exists (select from unnest(kinds) k where k not in (select code from opportunities.work)) then
      raise exception 'no such work: %', kinds using errcode = 'check_violation', constraint = 'known_work';
    end if;
    select o.min_age into youngest from opportunities.opportunity o where o.id = new.opportunity_id for no key update;
  else
    select a.works into kinds from opportunities.age_rule a where a.opportunity_id = new.id;
    youngest := new.min_age;
  end if;
  if youngest < opportunities.least_age(kinds) then
    raise exception 'from % on is too young for %', youngest, kinds using errcode = 'check_violation', constraint = 'old_enough_for_the_work';
  end if;
  return new;
end $$;
create trigger old_enough_for_the_work before insert or update of works on opportunities.age_rule
  for each row execute function opportunities.old_enough_for_the_work();
create trigger old_enough_for_the_work before update of min_age on opportunities.opportunity
  for each row when (new.min_age < old.min_age) execute function opportunities.old_enough_for_the_work();

-- Whether a shift lies within hours of one day in Algeria.
create function opportunities.by_day(starts timestamptz, ends timestamptz, earliest time, latest time) returns boolean language sql immutable as $$
  select (starts at time zone 'Africa/Algiers')::time >= earliest and (ends at time zone 'Africa/Algiers')::time <= latest
    and (starts at time zone 'Africa/Algiers')::date = (ends at time zone 'Africa/Algiers')::date
$$;
