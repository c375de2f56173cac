-- Minutes by activity and month: what an hour is worth depends on both.
select field, activity, month, sum(minutes) as minutes
from releases.counted(:release, :above, :size, :grades, :first, :last)
group by field, activity, month
order by field, activity, month
