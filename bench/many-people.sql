-- A country that has grown: :people more volunteers from :first on, an opportunity with two shifts to come for each fifty of them, a seat for each, a confirmed claim and ten lines of the ledger each.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';
set maintenance_work_mem = '1GB';
create temp table commune as select code, wilaya_code, (row_number() over (order by code))::integer - 1 as n from places.commune;
create temp table host as select id, (row_number() over (order by id))::integer - 1 as n from organizations.organization where state = 'verified';
create temp table kind as select field_code, code, (row_number() over (order by code))::integer - 1 as n from taxonomy.activity;
create temp table kept as
  select schemaname || '.' || indexname as name, indexdef from pg_indexes
  where (schemaname, tablename) in (('hours', 'entry'), ('hours', 'claim'), ('participation', 'application'), ('volunteers', 'volunteer'), ('accounts', 'account'))
    and schemaname || '.' || indexname not in (select connamespace::regnamespace || '.' || conname from pg_constraint) and indexdef not like '%unique%' and indexdef not like '%UNIQUE%';
select 'drop index ' || name from kept \gexec
select pg_get_constraintdef(oid) as apart from pg_constraint where conname = 'never_in_two_places' and conrelid = 'hours.claim'::regclass \gset
alter table hours.claim drop constraint never_in_two_places;

insert into accounts.account (id, name, email) select :first + n, 'متطوع ' || n, 'grown' || (:first + n) || '@example.org' from generate_series(1, :people) n;
insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
  select :first + g.n, 'G' || (:first + g.n), 1960 + g.n % 45, c.wilaya_code, c.code from generate_series(1, :people) g (n) join commune c on c.n = (g.n * 7919::bigint) % (select count(*) from commune);
insert into opportunities.opportunity (id, organization_id, title, field_code, activity_code, wilaya_code, commune_code, state, published_at)
  select :first + g.n, h.id, (array['تشجير', 'تنظيف شاطئ', 'قفة رمضان', 'دعم مدرسي', 'توعية', 'Plantation', 'زيارة المسنين', 'حملة تبرع بالدم'])[1 + g.n % 8] || ' ' || g.n, k.field_code, k.code, c.wilaya_code, c.code,
    'published', now() - interval '1 day'
  from generate_series(1, :people / 50) g (n) join host h on h.n = g.n % (select count(*) from host) join kind k on k.n = g.n % (select count(*) from kind)
  join commune c on c.n = (g.n * 7919::bigint) % (select count(*) from commune);
create temp table words as select about, around, (row_number() over (order by opportunity_id))::integer - 1 as n from opportunities.wording where opportunity_id < 100000000 order by opportunity_id limit 5000;
insert into opportunities.wording select :first + g.n, w.about, w.around from generate_series(1, :people / 50) g (n) join words w on w.n = g.n % (select count(*) from words);
insert into opportunities.shift (id, opportunity_id, starts_at, ends_at, capacity, taken)
  select :first + n, :first + 1 + (n - 1) / 2, date_trunc('hour', now()) + make_interval(days => 1 + n % 28, hours => n % 6), date_trunc('hour', now()) + make_interval(days => 1 + n % 28, hours => 3 + n % 6), 60, 25
  from generate_series(1, :people / 50 * 2) n;
insert into participation.application (shift_id, volunteer_id, state)
  select :first + 1 + (n - 1) / 25, :first + n, 'accepted' from generate_series(1, :people / 50 * 50) n;
insert into hours.claim (volunteer_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at)
  select :first + n, o.id, o.organization_id, tstzrange(t.at, t.at + interval '3 hours'), 180, 'B', 'confirmed', t.at + interval '3 days', t.at + interval '1 day'
  from generate_series(1, :people) n join opportunities.opportunity o on o.id = :first + 1 + (n - 1) / 50
  cross join lateral (select now() - make_interval(days => 20 + (n * 31) % 340, hours => n % 5) as at) t;
insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code)
  select c.id, c.volunteer_id, current_date - 20 - ((n * 97 + c.volunteer_id) % 1000)::integer, 60 + 30 * (n % 5), 'B', o.organization_id, o.id, o.field_code, o.activity_code, o.wilaya_code, o.commune_code
  from hours.claim c join opportunities.opportunity o on o.id = c.opportunity_id cross join generate_series(1, 10) n
  where c.volunteer_id > :first and c.volunteer_id <= :first + :people;

-- What the pages read beside the lines: sums, which triggers and deeds keep true otherwise.
insert into hours.volunteer_total (volunteer_id, grade, minutes)
  select volunteer_id, grade, sum(minutes) from hours.entry where volunteer_id > :first and volunteer_id <= :first + :people group by 1, 2;
insert into hours.organization_total (organization_id, grade, minutes)
  select organization_id, grade, sum(minutes) from hours.entry where volunteer_id > :first and volunteer_id <= :first + :people group by 1, 2
  on conflict (organization_id, grade) do update set minutes = hours.organization_total.minutes + excluded.minutes;
insert into hours.day_total (day, wilaya_code, grade, minutes)
  select day, wilaya_code, grade, sum(minutes) from hours.entry where volunteer_id > :first and volunteer_id <= :first + :people group by 1, 2, 3
  on conflict (day, wilaya_code, grade) do update set minutes = hours.day_total.minutes + excluded.minutes;

select indexdef from kept \gexec
alter table hours.claim add constraint never_in_two_places :apart;
set session_replication_role = origin;
-- The list, and by it the search, hear of what there is to come.
do $$
declare
  ids bigint[];
begin
  for ids in select array_agg(id) from (select o.id from opportunities.opportunity o left join opportunities.listing l on l.opportunity_id = o.id where o.state = 'published' and l.opportunity_id is null
      and exists (select from opportunities.shift s where s.opportunity_id = o.id and s.starts_at > now())) n group by n.id / 2000 loop
    perform opportunities.refresh_listings(ids);
  end loop;
end $$;
vacuum analyze;
checkpoint;
