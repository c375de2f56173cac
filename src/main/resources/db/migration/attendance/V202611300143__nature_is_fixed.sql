-- What an opportunity is (rule 6) cannot be changed once somebody was there: what they did was recorded as such.
-- The question of opportunities ("was somebody there?"): it names the columns, this room above it gives the rows.
create view opportunities.visited as
  select s.opportunity_id, a.shift_id from attendance.attendance a join opportunities.shift s on s.id = a.shift_id where a.checked_in_at is not null;

create function attendance.nature_is_fixed() returns trigger language plpgsql as $$
begin
  if exists (select from opportunities.visited v where v.opportunity_id = new.id) then
    raise exception 'somebody was there: opportunity % stays %', new.id, old.nature using errcode = 'check_violation', constraint = 'nature_is_fixed';
  end if;
  return new;
end $$;
create trigger nature_is_fixed before update of nature on opportunities.opportunity
  for each row when (new.nature <> old.nature) execute function attendance.nature_is_fixed();

-- Events count for badges as hours do: only what people do of their own choice and unpaid.
create or replace view attendance.event as
  select a.volunteer_id, a.shift_id, s.opportunity_id, o.activity_code, o.field_code, (s.starts_at at time zone 'Africa/Algiers')::date as day
  from attendance.attendance a
  join opportunities.shift s on s.id = a.shift_id
  join opportunities.opportunity o on o.id = s.opportunity_id
  where a.closed_at is not null and a.checked_in_at is not null and a.checked_out_at is not null and o.nature = 'free';
