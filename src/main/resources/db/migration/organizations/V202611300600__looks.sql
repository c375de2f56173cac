-- How a name looks whatever letters it is written with (language.Looks); filled at the next start where it is missing.
alter table organizations.organization
  add column look_ar text,
  add column look_fr text;
create index on organizations.organization (look_ar) where look_ar is not null;
create index on organizations.organization (look_fr) where look_fr is not null;
