-- Twenty shifts of the demonstration's first organisation, running now, and 40,000 people with a seat in each. Nobody hears of it: what rooms would work off for minutes would stand beside what is measured.
set session_replication_role = replica;
insert into accounts.account (id, name, email)
  select 10000000 + n, 'متطوع ' || n, 'bench' || n || '@example.org' from generate_series(1, 40000) n on conflict do nothing;
insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
  select 10000000 + n, 'B' || n, 1990, o.wilaya_code, o.commune_code
  from generate_series(1, 40000) n cross join (select wilaya_code, commune_code from organizations.organization where id = 1) o on conflict do nothing;
insert into opportunities.opportunity (id, organization_id, title, field_code, wilaya_code, commune_code, state, published_at)
  select 900000001, id, 'تسجيل الحضور', 'ENV', wilaya_code, commune_code, 'published', now() from organizations.organization where id = 1 on conflict do nothing;
delete from attendance.deed where shift_id > 20000000 and shift_id <= 20000020;
delete from attendance.attendance where shift_id > 20000000 and shift_id <= 20000020;
insert into opportunities.shift (id, opportunity_id, starts_at, ends_at, capacity, taken)
  select 20000000 + n, 900000001, now() - interval '20 minutes', now() + interval '6 hours', 40000, 40000 from generate_series(1, 20) n
  on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at;
insert into participation.application (shift_id, volunteer_id, state)
  select 20000000 + s, 10000000 + n, 'accepted' from generate_series(1, 20) s cross join generate_series(1, 40000) n on conflict do nothing;
set session_replication_role = origin;
vacuum analyze participation.application, attendance.attendance, attendance.deed, opportunities.shift, volunteers.volunteer;
