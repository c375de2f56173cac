-- What a year holds that its released quarters did not, cell by cell: lines that came after them, people who have changed since, quarters that are not out.
with share as (
  select s.key, s.volunteer_id, s.minutes from releases.shares(:release, :size, :grades, :first, :last) s
  union all
  select s.key, s.volunteer_id, -s.minutes
  from unnest(cast(:parts as text[]), cast(:sizes as bigint[])) as part (name, size)
  join releases.release r on r.name = part.name
  cross join lateral releases.shares(r.name, part.size, :grades, r.first_day, r.last_day) s
), apart as (
  select key, volunteer_id, sum(minutes) as minutes from share group by key, volunteer_id having sum(minutes) <> 0
)
select key, count(*) filter (where abs(minutes) >= 60) as persons, count(*) as touched, sum(minutes) as minutes from apart group by key
