-- What one person has taken on, as their calendar shows it.
create view participation.own_shift as
  select a.id, a.volunteer_id, a.state, a.state_since, r.name as role, s.starts_at, s.ends_at, s.state = 'cancelled' or o.state = 'cancelled' as off, o.id as opportunity_id,
         o.title, o.bring, o.address, o.commune_code, o.remote, g.name_ar, g.name_fr, greatest(a.state_since, s.changed_at, o.changed_at) as changed_at
  from participation.application a
  join opportunities.shift s on s.id = a.shift_id
  join opportunities.opportunity o on o.id = s.opportunity_id
  join organizations.public_organization g on g.id = o.organization_id
  left join opportunities.shift_role r on r.id = a.role_id;
