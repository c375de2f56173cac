-- 40,000 people with 25 lines of the ledger each: a million, in five fields, six wilayas and three years.
insert into accounts.account (id, name, email)
  select 10000000 + n, 'متطوع ' || n, 'bench' || n || '@example.org' from generate_series(1, 40000) n on conflict do nothing;
insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
  select 10000000 + n, 'B' || n, 1990, o.wilaya_code, o.commune_code
  from generate_series(1, 40000) n cross join (select wilaya_code, commune_code from organizations.organization where id = 1) o on conflict do nothing;
insert into hours.claim (id, volunteer_id, during, minutes, grade, state, due_at, decided_at)
  select 30000000 + n, 10000000 + n, tstzrange('2020-01-01 08:00+01', '2020-01-01 12:00+01'), 240, 'B', 'confirmed', '2020-01-04', '2020-01-02'
  from generate_series(1, 40000) n on conflict do nothing;
insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, field_code, wilaya_code)
  select 30000000 + n, 10000000 + n, current_date - (n * 7 + l * 41) % 1000, 30 + (n * 13 + l * 29) % 300, (array['A', 'B', 'C', 'E'])[1 + (n + l) % 4],
    1, (array['ENV', 'SOC', 'EDU', 'EMG', 'HLT'])[1 + (n + l) % 5], (array['16', '19', '25', '31', '06', '11'])[1 + (n * l) % 6]
  from generate_series(1, 40000) n cross join generate_series(1, 25) l
  where not exists (select from hours.entry where claim_id = 30000001);
insert into hours.volunteer_total (volunteer_id, grade, minutes)
  select volunteer_id, grade, sum(minutes) from hours.entry where volunteer_id > 10000000 group by 1, 2 on conflict (volunteer_id, grade) do nothing;
vacuum analyze hours.entry, hours.claim, hours.volunteer_total, volunteers.volunteer;
