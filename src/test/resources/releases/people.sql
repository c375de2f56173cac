-- What every release has: people, an organisation, a day's work and its line in the ledger. All of them are invented.
insert into places.wilaya (code, name_ar, name_fr, name_en, created, legal_basis, code_58, code_48, lat, lon)
values ('19', 'سطيف', 'Sétif', 'Setif', 1974, '-', '19', '19', 36.19, 5.41) on conflict do nothing;
insert into places.commune (code, wilaya_code, code_58, code_48, name_ar, name_fr, lat, lon, position)
values ('1901', '19', '19', '19', 'سطيف', 'Sétif', 36.19, 5.41, 'ok') on conflict do nothing;
insert into accounts.account (id, name, email, phone, language, administrator) values
  (9001, 'أمينة التجريبية', 'amina.upgrade@example.dz', null, 'ar', false), (9002, 'Karim Essai', 'karim.upgrade@example.dz', '+213550000001', 'fr', false),
  (9003, 'Yacine Modèle', 'yacine.upgrade@example.dz', null, 'en', true);
insert into accounts.account (id, name, email, closed_at) values (9004, '—', null, now());
insert into accounts.session (token_hash, account_id, expires_at, way_in, device) values (sha256('old session'), 9001, now() + interval '3 days', 'code', 'test');
insert into accounts.consent (account_id, purpose, version, given_at) values (9001, 'terms', 1, '2026-01-01T10:00:00Z');
insert into accounts.secret (purpose, value) values ('upgrade', '\x0102') on conflict do nothing;
insert into files.file (id, owner, purpose, name, content_type, bytes, sha256) values ('01890000-0000-7000-8000-000000000001', 9002, 'organization-document', 'قانون.pdf', 'application/pdf', 4, sha256('%PDF'));
insert into volunteers.volunteer (account_id, code, birth_year, audience, wilaya_code, commune_code, about, skills) values
  (9001, '900001', 2001, 'student', '19', '1901', 'أحب الغراسة', '{first-aid}'), (9002, '900002', 1958, 'retired', '19', '1901', null, '{}');
insert into organizations.organization (id, kind, name_ar, name_fr, name_key, scope, receipt_number, wilaya_code, commune_code, registered_by, state, verified_at)
values (9001, 'association', 'جمعية الترقية', 'Association Mise à jour', 'جمعيه الترقيه', 'wilaya', 'U-1', '19', '1901', 9002, 'verified', now());
insert into organizations.member (organization_id, account_id, role) values (9001, 9002, 'owner');
insert into opportunities.campaign (id, organization_id, title, starts_on, ends_on, state) values (9001, 9001, 'حملة الشجرة', '2026-01-01', '2026-12-31', 'published');
insert into opportunities.opportunity (id, organization_id, campaign_id, title, summary, field_code, wilaya_code, commune_code, state, published_at)
select 9001, 9001, 9001, 'غرس مئة شجرة', 'نغرس ونسقي', min(code), '19', '1901', 'published', now() from taxonomy.field;
insert into opportunities.shift (id, opportunity_id, starts_at, ends_at, capacity, taken) values (9001, 9001, '2026-03-06T08:00:00Z', '2026-03-06T12:00:00Z', 10, 1);
insert into participation.application (id, shift_id, volunteer_id, state, applied_at, note) values (9001, 9001, 9001, 'accepted', '2026-03-01T09:00:00Z', 'سآتي باكرا');
insert into notices.notice (id, account_id, kind, title, body, language, once_key) values (9001, 9001, 'application-accepted', 'قُبل طلبك', 'نلتقي يوم الجمعة', 'ar', 'upgrade:1');
insert into notices.delivery (notice_id, channel, address, tries, sent_at) values (9001, 'email', 'amina.upgrade@example.dz', 1, now());
insert into hours.claim (id, volunteer_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by, shift_id, opportunity_id, title, field_code, wilaya_code)
select 9001, 9001, 9001, tstzrange('2026-03-06T08:00:00Z', '2026-03-06T11:30:00Z'), 210, 'B', 'confirmed', now(), now(), 9002, 9001, 9001, 'غرس مئة شجرة', min(code), '19' from taxonomy.field;
insert into hours.entry (id, claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, wilaya_code, commune_code, written_by, written_at, reason)
values (9001, 9001, 9001, '2026-03-06', 210, 'B', 9001, 9001, '19', '1901', 9002, '2026-03-07T10:00:00Z', null);
insert into hours.entry (id, claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, wilaya_code, commune_code, written_by, reason)
values (9002, 9001, 9001, 9001, '2026-03-06', -210, 'B', 9001, 9001, '19', '1901', 9002, 'غادرت باكرا');
insert into hours.entry (id, claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, wilaya_code, commune_code, written_by)
values (9003, 9001, 9001, '2026-03-06', 120, 'B', 9001, 9001, '19', '1901', 9002);
insert into supervision.matter (id, kind, subject_id, wilaya_code, summary, due_at) values (9001, 'organization', 9001, '19', 'جمعية الترقية', now());
insert into supervision.audit (actor, deed, object_kind, object_id, reason) values (9003, 'organization.verified', 'organization', '9001', 'وثائق كاملة');
insert into site.setting (key, value, changed_by) values ('site.helpLine', '021000000', 9003) on conflict do nothing;
insert into public.event_publication (id, listener_id, event_type, serialized_event, publication_date) values (gen_random_uuid(), 'none', 'none', '{}', now());
