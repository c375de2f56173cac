-- Each month's hours at the minimum wage in force on its first day; where wages by ISCO-08 are loaded, each activity at the wage of its group instead.
with month as (
  select date_trunc('month', l.day)::date as first, sum(l.minutes) as minutes
  from hours.line l
  join volunteers.statistical v on v.id = l.volunteer_id
  where l.day between :from and :to and l.grade in ('A', 'B', 'C') and extract(year from l.day) - v.birth_year >= 15
  group by 1)
select coalesce(round(sum(m.minutes / 60.0 * coalesce(
    (select w.dzd_hour from worth.minimum_wage w where w.valid_from <= m.first order by w.valid_from desc limit 1),
    (select w.dzd_hour from worth.minimum_wage w order by w.valid_from limit 1)))), 0)
from month m
