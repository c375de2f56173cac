-- Made in the period, whatever became of them.
select count(*)
from participation.application a
where (a.applied_at at time zone 'Africa/Algiers')::date between :from and :to
