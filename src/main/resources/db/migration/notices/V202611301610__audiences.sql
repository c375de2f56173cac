-- Announcements to some people instead of everybody: a room above knows who they are. They may wait some moments, in which they are taken back.
alter table notices.announcement
  drop constraint announcement_title_ar_check,
  drop constraint announcement_title_fr_check,
  drop constraint announcement_title_en_check,
  drop constraint announcement_body_ar_check,
  drop constraint announcement_body_fr_check,
  drop constraint announcement_body_en_check,
  add constraint announcement_title_ar_check check (length(title_ar) between 1 and 400),
  add constraint announcement_title_fr_check check (length(title_fr) between 1 and 400),
  add constraint announcement_title_en_check check (length(title_en) between 1 and 400),
  add constraint announcement_body_ar_check check (length(body_ar) between 1 and 4000),
  add constraint announcement_body_fr_check check (length(body_fr) between 1 and 4000),
  add constraint announcement_body_en_check check (length(body_en) between 1 and 4000),
  add column audience   text check (audience ~ '^[a-z-]{2,40}$'),  -- the room's word for who is meant; null: everybody with an account
  add column kind       text not null default 'announcement' check (kind ~ '^[a-z-]{2,60}$'),
  add column urgent     boolean not null default false,            -- by every way at once
  add column not_before timestamptz,                               -- until then it may be taken back and nobody has it
  add constraint nobody_tells_everybody_urgently check (not urgent or audience is not null);
create index on notices.announcement (id) where audience is null;
