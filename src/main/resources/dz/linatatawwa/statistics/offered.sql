-- Places of the shifts that begin in the period.
select coalesce(sum(s.capacity), 0)
from opportunities.shift s
join opportunities.placed o on o.id = s.opportunity_id
where (s.starts_at at time zone 'Africa/Algiers')::date between :from and :to and s.state <> 'cancelled' and o.state in ('published', 'closed')
