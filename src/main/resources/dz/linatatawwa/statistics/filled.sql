-- Places of those shifts that were promised to somebody and not given back.
select count(*)
from opportunities.shift s
join opportunities.placed o on o.id = s.opportunity_id
join participation.application a on a.shift_id = s.id and a.state = 'accepted'
where (s.starts_at at time zone 'Africa/Algiers')::date between :from and :to and s.state <> 'cancelled' and o.state in ('published', 'closed')
