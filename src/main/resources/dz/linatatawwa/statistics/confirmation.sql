-- Minutes from the proposal of hours to their confirmation: the median. Pages keep these spans in classes that are 10 % wide.
select coalesce(percentile_disc(0.5) within group (order by extract(epoch from c.decided_at - c.proposed_at) / 60), 0)
from hours.claim c
where c.state in ('confirmed', 'reversed') and c.origin = 'attendance' and (c.decided_at at time zone 'Africa/Algiers')::date between :from and :to
