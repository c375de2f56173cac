-- A nation that gives time: a million volunteers, 2,500 organisations, 500 campaigns and 20,000 opportunities, where people live (millions by census, in the wilayas of 1984).
set session_replication_role = replica;
create schema bench;
create table bench.weight (code char(2) primary key, millions numeric not null, upto numeric);
insert into bench.weight (code, millions) values ('01', .40), ('02', 1.0), ('03', .46), ('04', .62), ('05', 1.12), ('06', .91), ('07', .72), ('08', .27), ('09', 1.0), ('10', .70),
  ('11', .18), ('12', .65), ('13', .95), ('14', .85), ('15', 1.13), ('16', 2.99), ('17', 1.09), ('18', .64), ('19', 1.49), ('20', .33), ('21', .90), ('22', .60), ('23', .61), ('24', .48),
  ('25', .94), ('26', .82), ('27', .74), ('28', .99), ('29', .78), ('30', .56), ('31', 1.45), ('32', .23), ('33', .05), ('34', .63), ('35', .80), ('36', .41), ('37', .05), ('38', .29),
  ('39', .65), ('40', .39), ('41', .44), ('42', .59), ('43', .77), ('44', .77), ('45', .19), ('46', .37), ('47', .36), ('48', .73);
-- A thousand tickets: who draws one lives there.
create table bench.ticket as
  select (row_number() over () - 1)::integer as n, code from bench.weight cross join lateral generate_series(1, greatest(1, round(millions * 29.4)::integer));
-- Communes of a wilaya: the first ones are its towns.
create table bench.commune as
  select code, wilaya_code, code_48, (row_number() over (partition by code_48 order by code))::integer - 1 as n, (count(*) over (partition by code_48))::integer as of from places.commune;
create index on bench.commune (code_48, n);
create table bench.person as
  select p.id, c.code, c.wilaya_code, c.code_48
  from (select id, floor(random() * (select count(*) from bench.ticket))::integer as ticket, random() as r from generate_series(1, 1000000) id) p
  join bench.ticket t on t.n = p.ticket
  join bench.commune c on c.code_48 = t.code and c.n = floor(c.of * p.r ^ 2.5)::integer;
insert into accounts.account (id, name, email) select id, 'متطوع ' || id, 'bench' || id || '@example.org' from bench.person;
insert into volunteers.volunteer (account_id, code, birth_year, sex, audience, education, wilaya_code, commune_code)
  select id, 'B' || id, 2010 - floor(60 * random() ^ 2)::integer, (array['F', 'M', null])[1 + floor(2.3 * random())::integer],
    (array['pupil', 'student', 'trainee', 'employed', 'unemployed', 'at-home', 'retired', null])[1 + floor(8 * random())::integer],
    (array['none', 'primary', 'middle', 'secondary', 'vocational', 'higher', null])[1 + floor(7 * random())::integer], wilaya_code, code from bench.person;
insert into organizations.organization (id, kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
  select n, (array['association', 'association', 'association', 'public-institution', 'private-institution', 'organisation', 'body'])[1 + n % 7], 'جمعية ' || n, 'جمعيه ' || n, 'wilaya',
    p.wilaya_code, p.code, 'verified', now() from generate_series(1, 2500) n join bench.person p on p.id = n * 397;
insert into opportunities.campaign (id, organization_id, title, starts_on, ends_on)
  select n, n, 'حملة ' || n, date '2024-01-01' + n * 2, date '2024-01-01' + n * 2 + 90 from generate_series(1, 500) n;
create table bench.offer as
  select o.id, o.organization_id, o.campaign_id, a.field_code, a.code as activity_code, p.wilaya_code, p.code as commune_code, p.code_48,
    (row_number() over (partition by p.code_48 order by o.id))::integer - 1 as n, (count(*) over (partition by p.code_48))::integer as of
  from (select n as id, 1 + floor(2500 * random() ^ 2)::integer as organization_id, case when random() < 0.4 then 1 + floor(500 * random() ^ 1.5)::integer end as campaign_id,
      1 + floor((select count(*) from taxonomy.activity) * random() ^ 1.5)::integer as activity, 1 + (n * 49)::bigint as person from generate_series(1, 20000) n) o
  join (select *, row_number() over (order by code) as n from taxonomy.activity) a on a.n = o.activity
  join bench.person p on p.id = o.person;
insert into opportunities.opportunity (id, organization_id, title, field_code, activity_code, wilaya_code, commune_code, campaign_id)
  select id, organization_id, 'فرصة ' || id, field_code, activity_code, wilaya_code, commune_code, campaign_id from bench.offer;
create index on bench.offer (code_48, n);
analyze bench.person, bench.offer, accounts.account, volunteers.volunteer, organizations.organization, opportunities.opportunity;
-- Filled without its indexes, as any large filling is.
drop index hours.entry_wilaya_code_day_idx, hours.entry_claim_id_idx, hours.entry_organization_id_day_idx, hours.entry_volunteer_id_day_id_idx, hours.entry_opportunity_id_idx;
