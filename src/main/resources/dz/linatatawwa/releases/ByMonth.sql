-- Who came, came back and stayed away, month by month: persons of an hour or more in the month.
with active as (
  select volunteer_id, month, (date_trunc('month', to_date(month, 'YYYY-MM')) + interval '1 month')::date as next
  from releases.counted(:release, :above, :size, :grades, :before, :last) group by 1, 2 having sum(minutes) >= 60
), flow as (
  select a.month, case when f.first_day is null then 'unknown' when to_char(f.first_day, 'YYYY-MM') >= a.month then 'new'
      when exists (select from active b where b.volunteer_id = a.volunteer_id and to_char(b.next, 'YYYY-MM') = a.month) then 'stayed' else 'back' end as kind
  from active a join releases.person f on f.release = :release and f.volunteer_id = a.volunteer_id
  union all
  select to_char(b.next, 'YYYY-MM'), 'lapsed'
  from active b
  where b.next <= :last and not exists (select from active a where a.volunteer_id = b.volunteer_id and a.month = to_char(b.next, 'YYYY-MM'))
)
select 'month=' || month || '|flow=' || kind as key, count(*) as persons, count(*) as givers, 0 as minutes, 0 as median, count(*) as touched
from flow group by month, kind
