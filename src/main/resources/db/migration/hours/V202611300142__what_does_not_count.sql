-- Time that was attended and recorded and is no volunteering (rule 6): within the shift and its grace, as hours would be proposed. The day is that of the shift.
create view hours.not_volunteered as
  select t.volunteer_id, t.shift_id, t.opportunity_id, t.starts_at, o.nature,
         least(1440, floor(extract(epoch from least(t.checked_out_at, t.ends_at + t.grace) - greatest(t.checked_in_at, t.starts_at - t.grace)) / 60))::integer as minutes
  from attendance.attended t
  join opportunities.opportunity o on o.id = t.opportunity_id
  where o.nature <> 'free' and least(t.checked_out_at, t.ends_at + t.grace) >= greatest(t.checked_in_at, t.starts_at - t.grace) + interval '1 minute';

-- Claims that stand in no ledger: waiting, or ended without another that took their place.
create view hours.unsettled as
  select c.id, c.volunteer_id, c.opportunity_id, c.organization_id, c.state, c.minutes, lower(c.during) as from_at, c.wilaya_code, c.commune_code, c.field_code
  from hours.claim c
  where c.state <> 'confirmed' and (c.state = 'proposed' or not exists (
    select from hours.claim k where k.volunteer_id = c.volunteer_id and k.id <> c.id
      and (k.shift_id = c.shift_id or (c.shift_id is null and k.shift_id is null and k.during && c.during))
      and (k.state in ('proposed', 'confirmed') or (k.id > c.id and k.state in ('refused', 'reversed')))));
create index on hours.claim (lower(during)) where state <> 'confirmed';

-- The one door to the ledger: every line has a claim, and no claim is of what is compulsory, curricular or paid (rule 6). The opportunity is held, so that it is not
-- made so at the same time.
create function hours.only_volunteering() returns trigger language plpgsql as $$
begin
  if (select nature from opportunities.opportunity where id = new.opportunity_id for share) <> 'free' then
    raise exception 'opportunity % is no volunteering: no hours come of it', new.opportunity_id using errcode = 'check_violation', constraint = 'only_volunteering';
  end if;
  return new;
end $$;
create trigger only_volunteering before insert or update of opportunity_id on hours.claim
  for each row when (new.opportunity_id is not null) execute function hours.only_volunteering();
create function hours.nature_is_fixed() returns trigger language plpgsql as $$
begin
  if exists (select from opportunities.shift s join hours.claim c on c.shift_id = s.id where s.opportunity_id = new.id) then
    raise exception 'hours were proposed: opportunity % stays %', new.id, old.nature using errcode = 'check_violation', constraint = 'nature_is_fixed';
  end if;
  return new;
end $$;
create trigger nature_is_fixed_by_hours before update of nature on opportunities.opportunity
  for each row when (new.nature <> old.nature) execute function hours.nature_is_fixed();
