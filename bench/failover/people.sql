-- An organisation, its coordinator who is signed in, ten shifts of now, and people with a seat in each.
insert into accounts.account (id, name, email) values (10000000, 'منسقة', 'coordinator@example.org');
insert into accounts.session (token_hash, account_id, expires_at, way_in, device) values (decode('{hash}', 'hex'), 10000000, now() + interval '1 day', 'code', 'rehearsal');
insert into organizations.organization (id, kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state, verified_at)
  select 10000000, 'association', 'جمعية الأفق', 'Association Horizon', 'افق', 'wilaya', wilaya_code, code, 'verified', now() from places.commune order by code limit 1;
insert into organizations.member (organization_id, account_id, role) values (10000000, 10000000, 'owner');
insert into accounts.account (id, name, email) select 10000000 + n, 'متطوع ' || n, 'rehearsal' || n || '@example.org' from generate_series(1, {people}) n;
insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
  select 10000000 + n, 'R' || n, 1990, o.wilaya_code, o.commune_code from generate_series(1, {people}) n cross join (select wilaya_code, commune_code from organizations.organization where id = 10000000) o;
insert into opportunities.opportunity (id, organization_id, title, field_code, wilaya_code, commune_code, state, published_at)
  select 900000001, id, 'تسجيل الحضور', 'ENV', wilaya_code, commune_code, 'published', now() from organizations.organization where id = 10000000;
insert into opportunities.shift (id, opportunity_id, starts_at, ends_at, capacity, taken)
  select 20000000 + n, 900000001, now() - interval '20 minutes', now() + interval '6 hours', {people}, {people} from generate_series(1, 10) n;
insert into participation.application (shift_id, volunteer_id, state) select 20000000 + s, 10000000 + n, 'accepted' from generate_series(1, 10) s cross join generate_series(1, {people}) n;
analyze;
