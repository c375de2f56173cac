-- The picture of an achievement is asked of the room that first issued it.
alter table credentials.achievement add column kind text;
update credentials.achievement a set kind = coalesce((select c.kind from credentials.credential c
  where c.achievement_key = a.key and c.achievement_version = a.version limit 1), 'badge');
alter table credentials.achievement alter column kind set not null;
