-- What happened between two moments, one row for each countable thing: of whom, where, with whom, how much. Everything that operations and excluded hours say is
-- a sum of these; there is no other definition. :from and :to are days (both counted), :from_at and :to_at the moments at which they begin and are over;
-- :organizations null means all, and 0 in it what belongs to none.
select (s.starts_at at time zone 'Africa/Algiers')::date as day, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id,
       null::bigint as volunteer_id, 'offered' as fact, s.capacity::bigint as amount, null::integer as wait
from opportunities.shift s
join opportunities.placed o on o.id = s.opportunity_id
where s.starts_at >= :from_at and s.starts_at < :to_at and s.state <> 'cancelled' and o.state in ('published', 'closed')
  and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (o.published_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, null, 'opportunities', 1, null
from opportunities.placed o
where o.published_at >= :from_at and o.published_at < :to_at and o.state in ('published', 'closed')
  and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (s.starts_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, a.volunteer_id, 'filled', 1, null
from opportunities.shift s
join opportunities.placed o on o.id = s.opportunity_id
join participation.application a on a.shift_id = s.id and a.state = 'accepted'
where s.starts_at >= :from_at and s.starts_at < :to_at and s.state <> 'cancelled' and o.state in ('published', 'closed')
  and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (s.starts_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, t.volunteer_id,
       f.fact, 1, null
from opportunities.shift s
join opportunities.placed o on o.id = s.opportunity_id
join attendance.attendance t on t.shift_id = s.id and t.closed_at is not null
cross join lateral (values ('came', t.checked_in_at is not null), ('kept', t.checked_in_at is not null and t.application_id is not null), ('missed', t.no_show_at is not null))
  as f (fact, holds)
where s.starts_at >= :from_at and s.starts_at < :to_at and f.holds
  and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (a.applied_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, a.volunteer_id,
       'applications', 1, null
from participation.application a
join opportunities.shift s on s.id = a.shift_id
join opportunities.placed o on o.id = s.opportunity_id
where a.applied_at >= :from_at and a.applied_at < :to_at and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (a.answered_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, a.volunteer_id,
       'answered', 1, turnout.wait_class(a.answered_at - a.applied_at)
from participation.application a
join opportunities.shift s on s.id = a.shift_id
join opportunities.placed o on o.id = s.opportunity_id
where a.answered_at is not null and a.answered_at >= :from_at and a.answered_at < :to_at
  and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (c.decided_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, c.volunteer_id,
       'confirmed', 1, turnout.wait_class(c.decided_at - c.proposed_at)
from hours.claim c
join opportunities.placed o on o.id = c.opportunity_id
where c.state in ('confirmed', 'reversed') and c.origin = 'attendance' and c.decided_at >= :from_at and c.decided_at < :to_at
  and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (b.asked_at at time zone 'Africa/Algiers')::date, c.organization_id, coalesce(o.wilaya_code, c.wilaya_code), coalesce(o.commune_code, c.commune_code),
       coalesce(o.field_code, c.field_code), o.campaign_id, b.volunteer_id, f.fact, 1, null
from turnout.asked_back b
join hours.claim c on c.id = b.claim_id
left join opportunities.placed o on o.id = c.opportunity_id
cross join lateral (values ('asked', true), ('asked_answered', b.answer is not null), ('asked_confirmed', b.answer = 'yes')) as f (fact, holds)
where b.asked_at >= :from_at and b.asked_at < :to_at and f.holds
  and (cast(:organizations as bigint[]) is null or coalesce(c.organization_id, 0) = any(:organizations))
union all
select (n.starts_at at time zone 'Africa/Algiers')::date, o.organization_id, o.wilaya_code, o.commune_code, o.field_code, o.campaign_id, n.volunteer_id,
       n.nature, n.minutes, null
from hours.not_volunteered n
join opportunities.placed o on o.id = n.opportunity_id
where n.starts_at >= :from_at and n.starts_at < :to_at and (cast(:organizations as bigint[]) is null or o.organization_id = any(:organizations))
union all
select (u.from_at at time zone 'Africa/Algiers')::date, u.organization_id, coalesce(o.wilaya_code, u.wilaya_code), coalesce(o.commune_code, u.commune_code),
       coalesce(o.field_code, u.field_code), o.campaign_id, u.volunteer_id, case u.state when 'proposed' then 'waiting' else u.state end, u.minutes, null
from hours.unsettled u
left join opportunities.placed o on o.id = u.opportunity_id
where u.from_at >= :from_at and u.from_at < :to_at and (cast(:organizations as bigint[]) is null or coalesce(u.organization_id, 0) = any(:organizations))
union all
select e.day, e.organization_id, e.wilaya_code, e.commune_code, e.field_code, o.campaign_id, e.volunteer_id,
       case e.grade when 'D' then 'grade_d' else 'grade_e' end, e.minutes, null
from hours.line e
left join opportunities.in_campaign o on o.opportunity_id = e.opportunity_id
where e.day between :from and :to and e.grade >= 'D' and (cast(:organizations as bigint[]) is null or coalesce(e.organization_id, 0) = any(:organizations))
union all
select e.day, e.organization_id, e.wilaya_code, e.commune_code, e.field_code, o.campaign_id, e.volunteer_id, 'under_fifteen', e.minutes, null
from volunteers.statistical v
join hours.line e on e.volunteer_id = v.id
left join opportunities.in_campaign o on o.opportunity_id = e.opportunity_id
where e.day between :from and :to and e.grade < 'D' and v.birth_year > extract(year from cast(:from as date)) - 15 and extract(year from e.day) - v.birth_year < 15
  and (cast(:organizations as bigint[]) is null or coalesce(e.organization_id, 0) = any(:organizations))
union all
select (v.joined_at at time zone 'Africa/Algiers')::date, null, v.wilaya_code, v.commune_code, null, null, v.id, 'registered', 1, null
from volunteers.statistical v
where v.joined_at >= :from_at and v.joined_at < :to_at and (cast(:organizations as bigint[]) is null or 0 = any(:organizations))
union all
select (a.closed_at at time zone 'Africa/Algiers')::date, null, v.wilaya_code, v.commune_code, null, null, v.id, 'registered', -1, null
from accounts.account a
join volunteers.statistical v on v.id = a.id
where a.closed_at >= :from_at and a.closed_at < :to_at and (cast(:organizations as bigint[]) is null or 0 = any(:organizations))
