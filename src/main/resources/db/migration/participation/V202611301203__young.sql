-- Young people's seats: with whom they come, and the rules that hold whoever gives the seat.
alter table participation.application
  add column brought_by   bigint references organizations.organization,   -- whose group's leader brings this person; null: comes alone
  add column companion_id bigint references volunteers.volunteer,         -- somebody of age with a seat in the same shift
  add check (companion_id is distinct from volunteer_id);
create index on participation.application (companion_id, shift_id) where companion_id is not null;
create index on participation.application (brought_by, shift_id) where brought_by is not null;

-- The age that somebody has surely reached on a day: only the year of birth is known, and doubt protects the young.
create function participation.surely(born integer, day date) returns integer language sql immutable as $$
  select extract(year from day)::integer - born - case when to_char(day, 'MM-DD') = '12-31' then 0 else 1 end
$$;

-- Why somebody may not have a seat in a shift because of their age; null: they may. Rule 7 and the opportunity's own rules.
--   too-young        younger than the opportunity accepts
--   group-only       under fifteen, and no group's leader brings them
--   guardian-needed  no guardian agrees, or one stopped it
--   both-guardians   two must agree
--   young-hours      not at these hours of the day
--   companion        too young to come without somebody of age
-- majority: under which age somebody is young. today: who is young today needs consent today; null: the day of the shift alone. moment: when consent
-- had to stand; null: now.
create function participation.young_fault(the_shift bigint, who bigint, brought bigint, companion bigint, majority integer, today date, moment timestamptz)
returns text language plpgsql stable as $$
declare
  s record;
  born integer;
  age integer;
  bodies bigint[];
  guardians integer;
begin
  select v.birth_year into born from volunteers.volunteer v where v.account_id = who;
  select h.starts_at, h.ends_at, (h.starts_at at time zone 'Africa/Algiers')::date as day, o.min_age, o.organization_id,
         coalesce(r.from_time, '05:00') as from_time, coalesce(r.to_time, '21:00') as to_time, r.accompanied_under, coalesce(r.both_guardians, false) as both_guardians
    into s
    from opportunities.shift h
    join opportunities.opportunity o on o.id = h.opportunity_id
    left join opportunities.age_rule r on r.opportunity_id = o.id
    where h.id = the_shift;
  age := participation.surely(born, s.day);
  if age < s.min_age then return 'too-young'; end if;
  if least(age, participation.surely(born, coalesce(today, s.day))) >= majority then return null; end if;
  if age < 15 and brought is null then return 'group-only'; end if;
  bodies := array_remove(array[s.organization_id, brought], null);
  guardians := volunteers.agreed(who, 'take-part', bodies, moment);
  if guardians = 0 then return 'guardian-needed'; end if;
  if s.both_guardians and guardians < 2 then return 'both-guardians'; end if;
  if age < majority and not opportunities.by_day(s.starts_at, s.ends_at, s.from_time, s.to_time) then return 'young-hours'; end if;
  if age < s.accompanied_under and brought is null and not exists (
      select from participation.application a join volunteers.volunteer v on v.account_id = a.volunteer_id
      where a.shift_id = the_shift and a.volunteer_id = companion and a.state = 'accepted' and participation.surely(v.birth_year, s.day) >= majority) then
    return 'companion';
  end if;
  return null;
end $$;

-- The age of majority as it is set.
create function participation.majority() returns integer language sql stable as $$
  select coalesce((select value::integer from site.setting where key = 'volunteers.majority'), 19)
$$;

-- The same for somebody as they stand in the shift's list, or without a seat.
create function participation.young_fault(the_shift bigint, who bigint, moment timestamptz) returns text language sql stable as $$
  select participation.young_fault(the_shift, v.account_id, a.brought_by, a.companion_id, participation.majority(), null, moment)
  from volunteers.volunteer v
  left join participation.application a on a.shift_id = the_shift and a.volunteer_id = v.account_id and a.state = 'accepted'
  where v.account_id = who
$$;

-- Whoever gives a seat in a shift that is still to come, by whichever way: a young person's seat keeps to the rules. What is past is not judged again.
create function participation.young_people_are_protected() returns trigger language plpgsql as $$
declare
  fault text;
begin
  if (select s.starts_at <= now() from opportunities.shift s where s.id = new.shift_id) then return new; end if;
  fault := participation.young_fault(new.shift_id, new.volunteer_id, new.brought_by, new.companion_id, participation.majority(), null, null);
  if fault is not null then
    raise exception 'no seat for volunteer % in shift %: %', new.volunteer_id, new.shift_id, fault
      using errcode = 'check_violation', constraint = 'young_people_are_protected';
  end if;
  return new;
end $$;
create trigger young_people_are_protected before insert or update of state, volunteer_id, shift_id, brought_by, companion_id on participation.application
  for each row when (new.state in ('accepted', 'offered')) execute function participation.young_people_are_protected();

-- Everybody with a seat in a shift and why they may not come after all; for lists of a day.
create function participation.young_faults(the_shift bigint, people bigint[], majority integer, today date)
returns table (volunteer_id bigint, birth_year smallint, fault text, companion text, brought_by bigint) language sql stable as $$
  select v.account_id, v.birth_year, participation.young_fault(the_shift, v.account_id, a.brought_by, a.companion_id, majority, today, null), c.name, a.brought_by
  from volunteers.volunteer v
  left join participation.application a on a.shift_id = the_shift and a.volunteer_id = v.account_id and a.state in ('pending', 'accepted', 'waiting', 'offered')
  left join accounts.account c on c.id = a.companion_id
  where v.account_id = any (people)
$$;
