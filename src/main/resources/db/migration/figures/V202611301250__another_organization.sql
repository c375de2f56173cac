-- An opportunity that goes along when its organisation is merged: its days are counted anew, here under the one and there under the other.
create function figures.hear_another_organization() returns trigger language plpgsql as $$
begin
  insert into turnout.operation_news (kind, id) values ('opportunity', new.id);
  insert into turnout.operation_news (kind, id) select 'shift', s.id from opportunities.shift s where s.opportunity_id = new.id;
  insert into turnout.operation_news (kind, id, day)
  select distinct 'day', body, day
  from (select (s.starts_at at time zone 'Africa/Algiers')::date as day from opportunities.shift s where s.opportunity_id = new.id
        union select (new.published_at at time zone 'Africa/Algiers')::date where new.published_at is not null) days,
       unnest(array[old.organization_id, new.organization_id]) as body;
  return null;
end $$;
create trigger figures_hear_another_organization after update of organization_id on opportunities.opportunity
  for each row when (old.organization_id is distinct from new.organization_id) execute function figures.hear_another_organization();
