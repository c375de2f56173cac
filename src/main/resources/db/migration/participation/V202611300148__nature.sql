-- Whether what is done there is volunteering.
create or replace view participation.shift_facts as
  select s.id as shift_id, s.starts_at, s.ends_at, s.capacity, s.taken, s.state as shift_state,
         o.id as opportunity_id, o.title, o.state as opportunity_state, o.min_age, o.answer, o.grace_minutes, o.field_code, o.skills,
         o.wilaya_code, o.commune_code, o.address, o.remote, o.bring,
         g.id as organization_id, g.name_ar as organization_ar, g.name_fr as organization_fr, g.state as organization_state, o.nature
  from opportunities.shift s
  join opportunities.opportunity o on o.id = s.opportunity_id
  join organizations.organization g on g.id = o.organization_id;
