-- When what people have in their calendars last changed; places that are taken change no calendar.
alter table trainings.session add column changed_at timestamptz not null default now();

create function trainings.note_change() returns trigger language plpgsql as $$
begin
  new.changed_at := greatest(clock_timestamp(), old.changed_at);
  return new;
end $$;
create trigger changed before update of starts_at, ends_at, remote, commune_code, address, state on trainings.session for each row
  when ((old.starts_at, old.ends_at, old.remote, old.commune_code, old.address, old.state) is distinct from
        (new.starts_at, new.ends_at, new.remote, new.commune_code, new.address, new.state))
  execute function trainings.note_change();

-- What one person is registered for, as their calendar shows it.
create view trainings.own_session as
  select r.id, r.volunteer_id, r.state, r.state_since, r.training_id, s.starts_at, s.ends_at, s.state = 'cancelled' as off, s.remote, s.wilaya_code, s.commune_code, s.address, s.link,
         t.name_ar, t.name_fr, t.name_en, t.host_ar, t.host_fr, greatest(r.state_since, s.changed_at) as changed_at
  from trainings.registration r
  join trainings.session s on s.id = r.session_id
  join trainings.hosted t on t.id = r.training_id;
