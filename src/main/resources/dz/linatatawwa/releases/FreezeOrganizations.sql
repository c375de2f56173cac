-- The sector of every organisation with a counted line in the quarter or the month before it.
insert into releases.organization (release, organization_id, sector)
select :release, o.id, case o.kind when 'public-institution' then 'government' when 'private-institution' then 'enterprise' else 'non-profit' end
from organizations.public_organization o
where o.id in (select l.organization_id from hours.line l join checkpoints.placed t on t.entry_id = l.id and t.position < :size
  where l.day between :before and :last and l.grade::text = any(:grades))
on conflict do nothing
