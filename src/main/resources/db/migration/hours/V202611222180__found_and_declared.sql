-- Hours that no attendance proposes: what the settler of a contest found, and work outside the platform as its people declare it.
alter table hours.claim
  add column origin        text not null default 'attendance' check (origin in ('attendance', 'contest', 'declaration')),
  add column title         text check (length(title) <= 200),                   -- of declared work: it has no opportunity
  add column field_code    text references taxonomy.field,
  add column activity_code text references taxonomy.activity,
  add column wilaya_code   char(2) references places.wilaya,
  add column commune_code  char(4) references places.commune,
  add constraint declared_stands_apart check (origin <> 'declaration'
    or (grade in ('D', 'E') and attendance_id is null and shift_id is null and opportunity_id is null));
create index on hours.claim (volunteer_id, shift_id);
