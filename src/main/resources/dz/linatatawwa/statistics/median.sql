-- Every person's counted minutes of the period: grades A, B and C, fifteen years old or older on the day, reversals taken off.
with person as (
  select l.volunteer_id, sum(l.minutes) as minutes
  from hours.line l
  join volunteers.statistical v on v.id = l.volunteer_id
  where l.day between :from and :to and l.grade in ('A', 'B', 'C') and extract(year from l.day) - v.birth_year >= 15
  group by l.volunteer_id)
select coalesce(percentile_disc(0.5) within group (order by minutes), 0) from person where minutes >= 60
