-- Who holds a seat in a shift, and in which role; for the rooms above.
create view participation.seated as
  select a.shift_id, a.volunteer_id, a.id as application_id, r.name as role
  from participation.application a left join opportunities.shift_role r on r.id = a.role_id
  where a.state = 'accepted';
