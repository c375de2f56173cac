-- What closed days and reports reached, unit by unit: units are never added to each other.
select unit, sum(quantity)
from (
  select g.unit, g.quantity
  from daybook.goods g
  join attendance.closure x on x.shift_id = g.shift_id
  join opportunities.shift s on s.id = g.shift_id
  where g.removed_at is null and g.kind = 'achieved' and (s.starts_at at time zone 'Africa/Algiers')::date between :from and :to
  union all
  select r.unit, r.quantity
  from impact.reached r
  where r.removed_at is null and r.day between :from and :to) u
group by unit
order by unit
