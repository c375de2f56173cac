-- When what people have in their calendars last changed: programs keep the newest version of an event. Seats that are taken change no calendar.
alter table opportunities.shift add column changed_at timestamptz not null default now();
alter table opportunities.opportunity add column changed_at timestamptz not null default now();

create function opportunities.note_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(clock_timestamp(), old.changed_at);
  return new;
end $$;
create trigger changed before update of starts_at, ends_at, state on opportunities.shift for each row
  when ((old.starts_at, old.ends_at, old.state) is distinct from (new.starts_at, new.ends_at, new.state)) execute function opportunities.note_change();
create trigger changed before update of title, summary, address, commune_code, remote, state, bring on opportunities.opportunity for each row
  when ((old.title, old.summary, old.address, old.commune_code, old.remote, old.state, old.bring) is distinct from
        (new.title, new.summary, new.address, new.commune_code, new.remote, new.state, new.bring))
  execute function opportunities.note_change();

-- Shifts that everybody may have in a calendar: of verified organisations; what was called off too, so that it goes from there.
create index opportunity_wilaya on opportunities.opportunity (wilaya_code, state) where wilaya_code is not null;
create view opportunities.dated_shift as
  select s.id, s.opportunity_id, s.starts_at, s.ends_at, s.state = 'cancelled' or o.state = 'cancelled' as off, o.title, o.summary, o.organization_id, o.wilaya_code,
         o.field_code, o.commune_code, o.address, o.remote, g.name_ar, g.name_fr, greatest(s.changed_at, o.changed_at) as changed_at
  from opportunities.shift s
  join opportunities.opportunity o on o.id = s.opportunity_id
  join organizations.public_organization g on g.id = o.organization_id
  where o.state in ('published', 'closed', 'cancelled') and g.state = 'verified';
