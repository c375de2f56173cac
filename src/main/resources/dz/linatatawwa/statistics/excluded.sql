-- Minutes that stand in the ledger and are not counted: grades D and E, and people under fifteen. What waits, was refused or taken back stands beside the ledger.
select coalesce(sum(l.minutes), 0)
from hours.line l
join volunteers.statistical v on v.id = l.volunteer_id
where l.day between :from and :to and (l.grade >= 'D' or extract(year from l.day) - v.birth_year < 15)
