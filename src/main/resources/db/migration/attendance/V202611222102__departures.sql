-- What volunteers say themselves about when they left, where nobody checked them out. It only ever shortens the end that the clock proposes.
create table attendance.departure (
  shift_id     bigint not null references opportunities.shift,
  volunteer_id bigint not null references volunteers.volunteer,
  left_at      timestamptz not null,
  said_at      timestamptz not null default clock_timestamp(),
  primary key (shift_id, volunteer_id)
);
