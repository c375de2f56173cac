-- Published in the period, not cancelled.
select count(*)
from opportunities.placed o
where (o.published_at at time zone 'Africa/Algiers')::date between :from and :to and o.state in ('published', 'closed')
