-- The question of figures about the sample ("what did people say when their hours were asked back?"): it names the columns, this room above it gives the rows.
create view figures.asked_back as select id, claim_id, volunteer_id, asked_at, answer from integrity.sample;

-- And tells them what was asked and answered since.
create function integrity.tell_figures() returns trigger language plpgsql as $$
begin
  insert into figures.operation_news (kind, id) select 'sample', id from changed;
  return null;
end $$;
create trigger tell_figures_new after insert on integrity.sample referencing new table as changed for each statement execute function integrity.tell_figures();
create trigger tell_figures after update on integrity.sample referencing new table as changed for each statement execute function integrity.tell_figures();
