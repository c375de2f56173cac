-- Which days of which organisations (0: of none) are not true any more, by what was heard: :kinds, :ids and :days beside each other.
with gone as (
  select kind, id, day from unnest(cast(:kinds as text[]), cast(:ids as bigint[]), cast(:days as date[])) as n (kind, id, day)
),
touched as (
  select s.starts_at as at, o.organization_id from gone n join opportunities.shift s on n.kind = 'shift' and s.id = n.id join opportunities.placed o on o.id = s.opportunity_id
  union
  select d.at, o.organization_id
  from gone n
  join participation.application a on n.kind = 'application' and a.id = n.id
  join opportunities.shift s on s.id = a.shift_id
  join opportunities.placed o on o.id = s.opportunity_id
  cross join lateral (values (a.applied_at), (a.answered_at), (s.starts_at)) as d (at)
  union
  select d.at, o.organization_id
  from gone n
  join opportunities.placed o on n.kind = 'opportunity' and o.id = n.id
  cross join lateral (
    select o.published_at as at
    union all select s.starts_at from opportunities.shift s where s.opportunity_id = o.id
    union all select d.at from opportunities.shift s join participation.application a on a.shift_id = s.id
      cross join lateral (values (a.applied_at), (a.answered_at)) as d (at) where s.opportunity_id = o.id
    union all select d.at from opportunities.shift s join hours.claim c on c.shift_id = s.id left join turnout.asked_back b on b.claim_id = c.id
      cross join lateral (values (lower(c.during)), (upper(c.during)), (c.decided_at), (b.asked_at)) as d (at) where s.opportunity_id = o.id
  ) d
  union
  select d.at, coalesce(c.organization_id, 0)
  from gone n
  join hours.claim c on n.kind = 'claim' and c.id = n.id
  left join turnout.asked_back b on b.claim_id = c.id
  cross join lateral (values (lower(c.during)), (upper(c.during)), (c.decided_at), (b.asked_at)) as d (at)
  union
  select lower(k.during), coalesce(k.organization_id, 0)
  from gone n
  join hours.claim c on n.kind = 'claim' and c.id = n.id
  join hours.claim k on k.volunteer_id = c.volunteer_id and (k.shift_id = c.shift_id or (k.shift_id is null and c.shift_id is null and k.during && c.during))
  union
  select b.asked_at, coalesce(c.organization_id, 0) from gone n join turnout.asked_back b on n.kind = 'sample' and b.id = n.id join hours.claim c on c.id = b.claim_id
  union
  select d.at, 0
  from gone n
  join volunteers.statistical v on n.kind = 'volunteer' and v.id = n.id
  join accounts.account a on a.id = v.id
  cross join lateral (values (v.joined_at), (a.closed_at)) as d (at)
)
select (at at time zone 'Africa/Algiers')::date as day, organization_id from touched where at is not null
union
select day, id from gone where kind = 'day'
union
select e.day, coalesce(e.organization_id, 0) from gone n join hours.line e on n.kind = 'claim' and e.claim_id = n.id
union
select e.day, coalesce(e.organization_id, 0) from gone n join hours.line e on n.kind = 'volunteer' and e.volunteer_id = n.id where e.grade < 'D'
