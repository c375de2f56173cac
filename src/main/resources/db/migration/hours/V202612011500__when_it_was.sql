-- Who asks when time that is no volunteering was attended has the end of the shift at hand, too: joined to the facts of all shifts instead, these were as many tables as the planner no longer orders
-- together, and it read every shift there is.
create or replace view hours.not_volunteered as
  select t.volunteer_id, t.shift_id, t.opportunity_id, t.starts_at, o.nature,
         least(1440, floor(extract(epoch from least(t.checked_out_at, t.ends_at + t.grace) - greatest(t.checked_in_at, t.starts_at - t.grace)) / 60))::integer as minutes,
         t.ends_at
  from attendance.attended t
  join opportunities.opportunity o on o.id = t.opportunity_id
  where o.nature <> 'free' and least(t.checked_out_at, t.ends_at + t.grace) >= greatest(t.checked_in_at, t.starts_at - t.grace) + interval '1 minute';
