-- Persons of the period, of the period before it, and everybody who had given an hour before.
with line as (
  select l.volunteer_id, l.day, l.minutes
  from hours.line l
  join volunteers.statistical v on v.id = l.volunteer_id
  where l.day <= :to and l.grade in ('A', 'B', 'C') and extract(year from l.day) - v.birth_year >= 15),
now as (select volunteer_id from line where day between :from and :to group by 1 having sum(minutes) >= 60),
previous as (select volunteer_id from line where day between :before_from and :before_to group by 1 having sum(minutes) >= 60),
earlier as (select volunteer_id from line where day < :from group by 1 having sum(minutes) >= 60)
select count(*) from now where exists (select from earlier e where e.volunteer_id = now.volunteer_id)
