-- Settings that an administrator may change while the platform runs. The code holds each setting's default and bounds.
create schema site;

create table site.setting (
  key        text primary key,
  value      text not null,
  changed_at timestamptz not null default now(),
  changed_by bigint
);
