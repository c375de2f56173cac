-- Of the answers to what was asked back at random: those that say yes.
select coalesce(round(count(*) filter (where b.answer = 'yes')::numeric / nullif(count(b.answer), 0), 4), 0)
from turnout.asked_back b
where (b.asked_at at time zone 'Africa/Algiers')::date between :from and :to
