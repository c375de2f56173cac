-- Who was at which shift of what, once the day is closed: events, whatever hours came of them. The day is that of the shift in Algeria.
create view attendance.event as
  select a.volunteer_id, a.shift_id, s.opportunity_id, o.activity_code, o.field_code, (s.starts_at at time zone 'Africa/Algiers')::date as day
  from attendance.attendance a
  join opportunities.shift s on s.id = a.shift_id
  join opportunities.opportunity o on o.id = s.opportunity_id
  where a.closed_at is not null and a.checked_in_at is not null and a.checked_out_at is not null;

-- Who led which shift: checked somebody else in, or closed the day.
create view attendance.led as
  select l.account_id, l.shift_id, (s.starts_at at time zone 'Africa/Algiers')::date as day
  from (
    select a.checked_in_by as account_id, a.shift_id from attendance.attendance a
    where a.closed_at is not null and a.checked_in_at is not null and a.checked_in_by <> a.volunteer_id
    union
    select c.closed_by, c.shift_id from attendance.closure c where c.came > 0
  ) l
  join opportunities.shift s on s.id = l.shift_id;
create index on attendance.attendance (checked_in_by) where closed_at is not null and checked_in_by is not null;
create index on attendance.closure (closed_by);
