-- Minutes from the opening of a contest to its first decision, of those decided in the year before the end of the period: the median.
select coalesce(percentile_cont(0.5) within group (order by extract(epoch from settled_at - opened_at) / 60), 0)
from contests.contest
where settled_at > (cast(:to as date) + 1) at time zone 'Africa/Algiers' - interval '365 days'
  and settled_at < (cast(:to as date) + 1) at time zone 'Africa/Algiers' and appeal_of is null
