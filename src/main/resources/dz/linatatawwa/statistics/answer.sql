-- Minutes from an application to its answer: the median. Pages keep these spans in classes that are 10 % wide.
select coalesce(percentile_disc(0.5) within group (order by extract(epoch from a.answered_at - a.applied_at) / 60), 0)
from participation.application a
where (a.answered_at at time zone 'Africa/Algiers')::date between :from and :to
