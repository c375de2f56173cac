-- Of the places that were promised on closed days: those whose people did not come and had not said so.
select case when count(*) filter (where t.no_show_at is not null or t.checked_in_at is not null and t.application_id is not null) = 0 then 0
  else round(count(*) filter (where t.no_show_at is not null)::numeric
    / count(*) filter (where t.no_show_at is not null or t.checked_in_at is not null and t.application_id is not null), 4) end
from opportunities.shift s
join attendance.attendance t on t.shift_id = s.id and t.closed_at is not null
where (s.starts_at at time zone 'Africa/Algiers')::date between :from and :to
