-- "Still coming?", asked the evening before: the answer, by a link in the reminder.
alter table participation.application
  add column coming    text check (coming in ('yes', 'no')),
  add column coming_at timestamptz,
  add check ((coming is null) = (coming_at is null));
