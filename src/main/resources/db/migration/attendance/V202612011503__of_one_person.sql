-- What is kept of one person is counted and shown to them, and read when they leave: found by the person, not by reading through everybody's.
create index on attendance.deed (volunteer_id);
create index on attendance.departure (volunteer_id);
