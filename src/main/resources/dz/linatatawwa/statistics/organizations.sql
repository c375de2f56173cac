-- Verified by the end of the period, and neither refused nor suspended at its end.
select count(*)
from organizations.organization
where verified_at < (cast(:to as date) + 1) at time zone 'Africa/Algiers'
  and (state = 'verified' or state_since >= (cast(:to as date) + 1) at time zone 'Africa/Algiers')
