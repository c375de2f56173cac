-- The day moves into a room of its own: who came, the deeds that say so, and which days are closed.
create schema attendance;
alter table participation.attendance set schema attendance;
alter table participation.deed set schema attendance;
alter table participation.closure set schema attendance;
alter view participation.attended set schema attendance;

-- Participation's own question about the day ("did this person come before?"): it names the columns, this room above it gives the rows.
create view participation.presence as
  select t.volunteer_id, t.shift_id, t.checked_in_at, t.checked_out_at, t.no_show_at, t.no_show_by, t.closed_at
  from attendance.attendance t;
