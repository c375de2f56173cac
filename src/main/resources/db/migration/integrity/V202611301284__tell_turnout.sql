-- What was asked and answered is told to the room that keeps it now.
create or replace function integrity.tell_figures() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) select 'sample', id from changed;
  return null;
end $$;
