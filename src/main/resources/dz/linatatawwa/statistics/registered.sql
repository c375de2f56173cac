-- Volunteers whose account is open at the end of the period.
select count(*)
from volunteers.statistical v
join accounts.account a on a.id = v.id
where v.joined_at < (cast(:to as date) + 1) at time zone 'Africa/Algiers'
  and (a.closed_at is null or a.closed_at >= (cast(:to as date) + 1) at time zone 'Africa/Algiers')
