-- What hours say of a person: badges by tiers of confirmed hours.
create schema recognition;

create table recognition.badge (
  volunteer_id bigint not null references volunteers.volunteer,
  tier_hours   integer not null check (tier_hours > 0),
  reached_at   timestamptz not null default now(),
  withdrawn_at timestamptz,                                -- the hours beneath it were taken back
  primary key (volunteer_id, tier_hours)
);
