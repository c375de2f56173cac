-- How volunteering is organised moves out of the room that counts hours.
create schema turnout;
alter table figures.operation_day set schema turnout;
alter table figures.operation_sum set schema turnout;
alter table figures.operation_state set schema turnout;
alter table figures.operation_news set schema turnout;
alter view figures.asked_back set schema turnout;
alter function figures.wait_class(interval) set schema turnout;
alter function figures.flat(integer[]) set schema turnout;
alter function figures.hear() set schema turnout;
alter function figures.hear_attendance() set schema turnout;
alter function figures.hear_opportunity() set schema turnout;
alter function figures.hear_shift() set schema turnout;
alter function figures.hear_volunteer() set schema turnout;
alter function figures.hear_account() set schema turnout;

-- The triggers stay as they are; their functions name the table by its new address.
create or replace function turnout.hear() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) select tg_argv[0], id from changed;
  return null;
end $$;
create or replace function turnout.hear_attendance() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) values ('shift', new.shift_id);
  return null;
end $$;
create or replace function turnout.hear_opportunity() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) values ('opportunity', new.id);
  return null;
end $$;
create or replace function turnout.hear_shift() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) values ('shift', new.id);
  if tg_op = 'UPDATE' and old.starts_at <> new.starts_at then
    insert into turnout.operation_news (kind, id, day)
    select 'day', o.organization_id, (old.starts_at at time zone 'Africa/Algiers')::date from opportunities.opportunity o where o.id = new.opportunity_id;
  end if;
  return null;
end $$;
create or replace function turnout.hear_volunteer() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) values ('volunteer', new.account_id);
  return null;
end $$;
create or replace function turnout.hear_account() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) values ('volunteer', new.id);
  return null;
end $$;
