-- How many hold each badge: public on its page, and millions in time. Each statement that gives or takes notes what it changed in rows of its own, so that nobody waits for another and none is lost;
-- now and then they are put together. The number is the sum of both.
create table recognition.holders (
  definition_id bigint primary key references recognition.definition,
  number        bigint not null
);
create table recognition.holders_change (
  definition_id bigint not null references recognition.definition,
  number        bigint not null
);
insert into recognition.holders select definition_id, count(*) from recognition.holding where withdrawn_at is null group by 1;

create view recognition.held_by as
  select definition_id, sum(number)::bigint as number
  from (select definition_id, number from recognition.holders union all select definition_id, number from recognition.holders_change) parts
  group by definition_id;

create function recognition.note_holders() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into recognition.holders_change
      select definition_id, count(*) from made where withdrawn_at is null group by 1;
  elsif tg_op = 'DELETE' then
    insert into recognition.holders_change
      select definition_id, -count(*) from gone where withdrawn_at is null group by 1;
  else
    insert into recognition.holders_change
      select definition_id, sum(number) from (
        select definition_id, 1 as number from made where withdrawn_at is null
        union all select definition_id, -1 from gone where withdrawn_at is null) both_sides
      group by 1 having sum(number) <> 0;
  end if;
  return null;
end $$;
create trigger holding_made after insert on recognition.holding referencing new table as made for each statement execute function recognition.note_holders();
create trigger holding_changed after update on recognition.holding referencing old table as gone new table as made for each statement execute function recognition.note_holders();
create trigger holding_gone after delete on recognition.holding referencing old table as gone for each statement execute function recognition.note_holders();

-- Levels are held as long as their rule fits and given to nobody, so who has one is found by looking at everybody: step by step beside all else, all levels in one walk, once an hour or as often as it comes round.
create table recognition.level_count (
  definition_id bigint primary key references recognition.definition,
  version       integer not null,
  fitting       bigint not null default 0,                 -- of those that the walk under way has looked at
  number        bigint,                                    -- of the walk before it; null: there was none
  counted_at    timestamptz,
  check ((number is null) = (counted_at is null))
);
create table recognition.level_walk (
  one      boolean primary key default true check (one),
  reached  bigint,                                         -- null: none is under way
  begun_at timestamptz
);
insert into recognition.level_walk default values;
