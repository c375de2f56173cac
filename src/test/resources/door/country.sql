-- What the small country lacks for the doors to be tried: of everything that an address can name, one for the home side and one for the far side.
-- door.thing says by which name it is found: the words of the address before its number, as far as needed to tell it apart.
create schema door;

create table door.person (role text not null, side text not null, account bigint not null, primary key (role, side));

create table door.thing (side text not null, name text not null, value text not null, primary key (side, name));

create function door.note(the_side text, the_name text, the_value anyelement) returns void language sql as $$
  insert into door.thing (side, name, value) values (the_side, the_name, the_value::text)
$$;

create function door.account(the_name text, contact text) returns bigint language sql as $$
  insert into accounts.account (name, email) values (the_name, contact) returning id
$$;

create function door.volunteer(the_name text, contact text, born integer, living text) returns bigint language plpgsql as $$
declare
  who bigint := door.account(the_name, contact);
begin
  insert into volunteers.volunteer (account_id, code, birth_year, audience, wilaya_code, commune_code)
  select who, (700000 + who % 100000)::text, born, 'student', wilaya_code, code from places.commune where code = living;
  return who;
end $$;

create function door.file(owner bigint, purpose text) returns uuid language sql as $$
  insert into files.file (owner, purpose, name, content_type, bytes, sha256) values (owner, purpose, 'waraqa.pdf', 'application/pdf', 4, sha256('%PDF')) returning id
$$;

-- The same token for the same words, so that a test can say it; what the rooms keep is its hash.
create function door.token(words text) returns uuid language sql as $$ select md5(words)::uuid $$;

create function door.hash(token uuid) returns bytea language sql as $$ select sha256(convert_to(token::text, 'UTF8')) $$;

-- A secret of 43 letters, as calendars have it.
create function door.secret(words text) returns text language sql as $$ select translate(encode(sha256(convert_to(words, 'UTF8')), 'base64'), '+/=', '-_') $$;

create function door.plant(side text, org bigint, partner bigint) returns void language plpgsql as $$
declare
  home record;
  his bigint;
  theirs bigint;
  child bigint;
  reader bigint;
  coordinator bigint;
  owner bigint;
  counter bigint;
  manager bigint;
  head bigint;
  offer bigint;
  sketch bigint;
  today bigint;
  coming bigint;
  past bigint;
  seat bigint;
  attended bigint;
  proposed bigint;
  confirmed bigint;
  entry bigint;
  thing bigint;
  other bigint;
  paper uuid;
  moment timestamptz := date_trunc('minute', now());
begin
  select wilaya_code, commune_code into home from organizations.organization where id = org;

  -- people
  his := door.volunteer('متطوع ' || side, side || '-volunteer@example.org', 1998, home.commune_code);
  theirs := door.volunteer('متطوعة ' || side, side || '-second@example.org', 1997, home.commune_code);
  child := door.volunteer('قاصر ' || side, side || '-minor@example.org', extract(year from now())::int - 16, home.commune_code);
  reader := door.account('مطلع ' || side, side || '-reader@example.org');
  coordinator := door.account('منسق ' || side, side || '-coordinator@example.org');
  owner := door.account('مسؤول ' || side, side || '-owner@example.org');
  counter := door.account('عون ' || side, side || '-counter@example.org');
  manager := door.account('مسير ' || side, side || '-manager@example.org');
  head := door.account('رئيس ' || side, side || '-head@example.org');
  insert into organizations.member (organization_id, account_id, role) values (org, reader, 'reader'), (org, coordinator, 'coordinator'), (org, owner, 'owner');
  insert into partnerships.member (partner_id, account_id, role, since)
    values (partner, counter, 'counter', moment - interval '90 days'), (partner, manager, 'manager', moment - interval '90 days'), (partner, head, 'owner', moment - interval '90 days');
  insert into door.person (role, side, account)
    values ('volunteer', side, his), ('minor', side, child), ('reader', side, reader), ('coordinator', side, coordinator), ('owner', side, owner),
           ('counter', side, counter), ('manager', side, manager), ('head', side, head);
  insert into door.person (role, side, account)
    select 'wilaya', side, account_id from supervision.supervisor where wilaya_code = home.wilaya_code and daira_id is null and field_code is null and ended_at is null order by id limit 1;
  perform door.note(side, 'volunteer', his);
  perform door.note(side, 'supervisor', (select account from door.person p where p.role = 'wilaya' and p.side = plant.side));
  perform door.note(side, 'power', (select min(s.id) from supervision.supervisor s join door.person p on p.account = s.account_id where p.role = 'wilaya' and p.side = plant.side));
  insert into supervision.absence (account_id, stand_in_id, from_at, until_at, made_by)
    select p.account, (select min(s.account_id) from supervision.supervisor s where s.wilaya_code is null and s.ended_at is null), moment + interval '20 days', moment + interval '30 days', p.account
    from door.person p where p.role = 'wilaya' and p.side = plant.side returning id into thing;
  perform door.note(side, 'absences', thing);
  insert into supervision.bulk (kind, decision, made_by, made_at)
    select 'organization-verification', 'verified', p.account, moment from door.person p where p.role = 'wilaya' and p.side = plant.side returning id into thing;
  perform door.note(side, 'bulk', thing);
  insert into integrity.haste (account_id, day, why, above, wilaya_code, decided, minutes, odd, in_bulk, seconds, usual, found_at)
    values (his, current_date, 'unopened', 'wilaya', home.wilaya_code, 20, 12, 18, 0, 15, 2.5, moment) returning id into thing;
  perform door.note(side, 'haste', thing);
  perform door.note(side, 'contact', side || '-volunteer@example.org');
  perform door.note(side, 'wilaya', home.wilaya_code);
  perform door.note(side, 'commune', home.commune_code);
  perform door.note(side, 'desk/members', reader);
  perform door.note(side, 'people', counter);
  perform door.note(side, 'wilayas', home.wilaya_code);

  -- organisations, opportunities, shifts
  perform door.note(side, 'organizations', org);
  perform door.note(side, 'partners', partner);
  insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at)
    values (org, 'حملة الأبواب', current_date - 30, current_date + 60, 'published', moment) returning id into thing;
  insert into opportunities.campaign_organization (campaign_id, organization_id, joined_at) values (thing, org, moment);
  perform door.note(side, 'campaigns', thing);
  insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at)
    values (case side when 'home' then 6 else 54 end, 'حملة جار', current_date - 30, current_date + 60, 'published', moment) returning id into other;
  insert into opportunities.campaign_organization (campaign_id, organization_id, joined_at) values (other, case side when 'home' then 6 else 54 end, moment), (other, org, null);
  perform door.note(side, 'campaign-invited', other);
  insert into opportunities.opportunity (organization_id, campaign_id, title, summary, description, field_code, wilaya_code, commune_code, address, min_age, answer, state, published_at, made_by)
    values (org, thing, 'تشجير الباب', 'غرس', 'غرس الأشجار في الحي', 'ENV', home.wilaya_code, home.commune_code, 'ساحة الحي', 15, 'by-hand', 'published', moment - interval '20 days', coordinator)
    returning id into offer;
  perform door.note(side, 'opportunities', offer);
  insert into opportunities.opportunity (organization_id, title, state, made_by) values (org, 'مسودة الباب', 'draft', coordinator) returning id into sketch;
  perform door.note(side, 'sketch', sketch);
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken) values (offer, moment - interval '1 hour', moment + interval '3 hours', 10, 2) returning id into today;
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken) values (offer, moment + interval '6 days', moment + interval '6 days 3 hours', 10, 1) returning id into coming;
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken) values (offer, moment - interval '2 days 4 hours', moment - interval '2 days', 10, 2) returning id into past;
  perform door.note(side, 'shifts', today);
  perform door.note(side, 'opportunities/shifts', coming);
  perform door.note(side, 'coming', coming);
  perform door.note(side, 'past', past);
  perform door.note(side, 'desk/hours', past);
  perform door.note(side, 'departures', today);

  -- applications: one that waits for an answer, one with a seat today
  insert into participation.application (shift_id, volunteer_id, state, answer_due) values (coming, his, 'pending', moment + interval '2 days') returning id into seat;
  perform door.note(side, 'applications', seat);
  perform door.note(side, 'commitments', seat);
  insert into participation.application (shift_id, volunteer_id, state, offer_ends) values (coming, theirs, 'offered', moment + interval '1 day');
  insert into participation.application (shift_id, volunteer_id, state) values (today, his, 'accepted') returning id into seat;
  perform door.note(side, 'seat', seat);
  insert into participation.application (shift_id, volunteer_id, state) values (today, theirs, 'accepted');
  insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by) values (today, his, seat, moment - interval '50 minutes', coordinator);
  insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account) values (side || '-check-in', today, his, 'check-in', moment - interval '50 minutes', coordinator);
  insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, outcome, why)
    values (side || '-to-review', today, theirs, 'check-in', moment - interval '40 minutes', coordinator, 'review', 'outside');
  insert into attendance.review (key) values (side || '-to-review');
  perform door.note(side, 'review', side || '-to-review');
  insert into attendance.conflict (shift_id, volunteer_id, kind, key, against) values (today, his, 'two-beginnings', side || '-to-review', side || '-check-in') returning id into thing;
  perform door.note(side, 'conflicts', thing);

  -- the ways in: somebody who asks to come back, another for whom somebody vouched, a new contact that may be taken back
  insert into recovery.request (account_id, contact, reference, asked_at, ends_at)
    values (theirs, side || '-again@example.org', case side when 'home' then 'HOMEHOME' else 'FARFARFA' end, moment - interval '1 hour', moment + interval '13 days');
  perform door.note(side, 'vouch-for', case side when 'home' then 'HOMEHOME' else 'FARFARFA'::text end);
  insert into recovery.request (account_id, contact, reference, asked_at, ends_at, vouched_at, vouched_by, organization_id, opens_at, stop_hash)
    values (his, side || '-lost@example.org', case side when 'home' then 'HOMELOST' else 'FARFLOST' end, moment - interval '2 hours', moment + interval '13 days', moment - interval '1 hour',
      coordinator, org, moment + interval '2 days', sha256(convert_to(rpad('stop-' || side, 43, 'x'), 'UTF8')));
  perform door.note(side, 'recovery/stop', rpad('stop-' || side, 43, 'x'));
  insert into accounts.contact_change (account_id, kind, before, after, at, token_hash, undo_until)
    values (theirs, 'email', side || '-older@example.org', side || '-second@example.org', moment, sha256(convert_to(rpad('undo-' || side, 43, 'x'), 'UTF8')), moment + interval '3 days');
  perform door.note(side, 'contact/undo', rpad('undo-' || side, 43, 'x'));

  -- hours: one claim that waits, one that stands
  insert into participation.application (shift_id, volunteer_id, state) values (past, his, 'accepted') returning id into seat;
  insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, closed_at)
    values (past, his, seat, moment - interval '2 days 4 hours', coordinator, moment - interval '2 days', coordinator, moment - interval '2 days') returning id into attended;
  insert into hours.claim (volunteer_id, attendance_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, proposed_by)
    values (his, attended, past, offer, org, tstzrange(moment - interval '2 days 4 hours', moment - interval '2 days'), 240, 'B', 'proposed', moment + interval '1 day', coordinator)
    returning id into proposed;
  insert into participation.application (shift_id, volunteer_id, state) values (past, theirs, 'accepted') returning id into seat;
  insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, closed_at)
    values (past, theirs, seat, moment - interval '2 days 4 hours', coordinator, moment - interval '2 days', coordinator, moment - interval '2 days');
  insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (past, coordinator, 2, 0, 0);
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken) values (offer, moment - interval '9 days 4 hours', moment - interval '9 days', 10, 1) returning id into thing;
  insert into participation.application (shift_id, volunteer_id, state) values (thing, his, 'accepted') returning id into seat;
  insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, closed_at)
    values (thing, his, seat, moment - interval '9 days 4 hours', coordinator, moment - interval '9 days', coordinator, moment - interval '9 days') returning id into attended;
  insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (thing, coordinator, 1, 0, 0);
  insert into hours.claim (volunteer_id, attendance_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by)
    values (his, attended, thing, offer, org, tstzrange(moment - interval '9 days 4 hours', moment - interval '9 days'), 240, 'B', 'confirmed', moment - interval '8 days', moment - interval '8 days', coordinator)
    returning id into confirmed;
  insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id)
    values (confirmed, his, (moment - interval '9 days')::date, 240, 'B', org, offer) returning id into entry;
  insert into hours.volunteer_total as t (volunteer_id, grade, minutes) values (his, 'B', 240) on conflict (volunteer_id, grade) do update set minutes = t.minutes + 240;
  insert into hours.organization_total as t (organization_id, grade, minutes) values (org, 'B', 240) on conflict (organization_id, grade) do update set minutes = t.minutes + 240;
  insert into hours.day_total as t (day, wilaya_code, grade, minutes) values ((moment - interval '9 days')::date, null, 'B', 240)
    on conflict (day, wilaya_code, grade) do update set minutes = t.minutes + 240;
  perform door.note(side, 'claims', proposed);
  perform door.note(side, 'entries', entry);
  perform door.note(side, 'entryclaim', confirmed);
  insert into integrity.draw (seed, from_at, until_at, permille, population, drawn)
    values (md5(side) || md5(side), moment - make_interval(days => 9, mins => length(side)), moment - interval '2 days', 10, 1, 1) returning id into thing;
  insert into integrity.sample (draw_id, claim_id, volunteer_id, due_at) values (thing, confirmed, his, moment + interval '9 days') returning id into thing;
  perform door.note(side, 'samples', thing);

  -- what a day leaves behind
  insert into daybook.incident (organization_id, shift_id, year, number)
    select org, today, 2026, coalesce(max(number), 0) + 1 from daybook.incident where organization_id = org returning id into thing;
  insert into daybook.incident_part (incident_id, part, key, happened_at, words, written_by) values (thing, 0, side || '-incident', moment, 'سقط أحدهم', coordinator);
  perform door.note(side, 'incidents', thing);
  insert into daybook.goods (shift_id, key, kind, what, quantity, unit, written_by) values (today, side || '-goods-1', 'used', 'قفازات', 4, 'pieces', coordinator) returning id into thing;
  perform door.note(side, 'goods', thing);
  insert into daybook.goods (shift_id, key, kind, what, quantity, unit, written_by, removed_at, removed_by)
    values (today, side || '-goods-2', 'used', 'أكياس', 4, 'pieces', coordinator, moment, coordinator) returning id into thing;
  perform door.note(side, 'goods-removed', thing);
  insert into daybook.note (key, shift_id, kind, words, noted_at, noted_by) values (side || '-note', today, 'note', 'نقص في الماء', moment, coordinator);
  perform door.note(side, 'notes', side || '-note');
  paper := door.file(coordinator, 'day-picture');
  insert into daybook.picture (file_id, shift_id, key, public, added_by) values (paper, today, side || '-picture', false, coordinator);
  perform door.note(side, 'pictures', paper);
  perform door.note(side, 'files', paper);
  insert into daybook.answer (shift_id, volunteer_id, answer, deed, answered_by) values (today, theirs, 'came', false, coordinator);
  perform door.note(side, 'answers', theirs);
  insert into daybook.proposal (shift_id, people, proposed_by) values (today, 2, coordinator);

  -- paper
  paper := door.file(coordinator, 'attendance-sheet');
  insert into sheets.photo (shift_id, file_id, key, added_by) values (today, paper, side || '-sheet-photo', coordinator) returning id into thing;
  perform door.note(side, 'photos', thing);

  -- "this is wrong", and what was done elsewhere
  insert into contests.contest (volunteer_id, shift_id, organization_id, claim_id, subject, ground, opened_at, opened_by, answer_due, due_at)
    values (his, past, org, proposed, 'proposed', 'more-time', moment - interval '1 hour', his, moment + interval '23 hours', moment + interval '71 hours') returning id into thing;
  perform door.note(side, 'contests', thing);
  insert into contests.statement (contest_id, side, words, said_by, said_at) values (thing, 'volunteer', 'كنت هناك حتى المساء', his, moment - interval '1 hour');
  insert into declarations.declaration (volunteer_id, kind, title, for_whom, first_day, last_day, from_time, to_time, minutes_a_day, activity_code, commune_code, wilaya_code,
      organization_id, state, state_since, made_at, witness_name, witness_contact, witness_token, witness_asked)
    values (his, 'past', 'دروس دعم', 'تلاميذ الحي', current_date - 40, current_date - 40, '08:00', '10:00', 120, (select min(code) from taxonomy.activity), home.commune_code, home.wilaya_code,
      org, 'waiting', moment, moment, 'شاهد الحي', side || '-witness@example.org', door.hash(door.token(side || ' witness')), moment) returning id into thing;
  perform door.note(side, 'declarations', thing);
  perform door.note(side, 'witness', door.token(side || ' witness'));

  -- a supervisor's eye
  insert into organizations.organization (kind, name_ar, name_key, scope, receipt_number, receipt_date, receipt_authority, wilaya_code, commune_code, registered_by, state)
    values ('association', 'جمعية تنتظر ' || side, 'جمعيه تنتظر ' || side, 'communal', '77/' || side, current_date - 300, 'commune', home.wilaya_code, home.commune_code, theirs, 'waiting') returning id into other;
  insert into organizations.member (organization_id, account_id, role) values (other, theirs, 'owner'), (other, owner, 'owner');
  paper := door.file(theirs, 'organization-document');
  insert into organizations.document (organization_id, file_id, kind) values (other, paper, 'receipt');
  perform door.note(side, 'waiting', other);
  perform door.note(side, 'waiting-file', paper);
  insert into supervision.matter (kind, subject_id, wilaya_code, summary, due_at) values ('organization-verification', other, home.wilaya_code, 'جمعية تنتظر', moment + interval '2 days') returning id into thing;
  perform door.note(side, 'supervision', thing);
  insert into integrity.doubt (about, subject_id, organization_id, organizations, wilaya_code, risk) values ('shift', past, org, array[org], home.wilaya_code, 60) returning id into thing;
  insert into integrity.finding (doubt_id, check_code, version, mark, weight, claims, facts)
    values (thing, 'ghost', 1, side || '-mark', 45, array[proposed], '{}');
  perform door.note(side, 'integrity', thing);
  insert into integrity.question (doubt_id, side, asked_of, words, asked_by)
    values (thing, 'volunteer', his, 'هل كنت هناك؟', (select account from door.person p where p.role = 'wilaya' and p.side = plant.side)) returning id into thing;
  perform door.note(side, 'questions', thing);
  insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, phone)
    values ('association', 'جمعية مستوردة ' || side, 'جمعيه مستورده ' || side, 'communal', home.wilaya_code, home.commune_code, 'verified', '+213551000000') returning id into other;
  perform door.note(side, 'brought', other);
  perform door.note(side, 'take-over', other);
  insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, state_code, verified_at)
    values ('association', 'جمعية موقوفة ' || side, 'جمعيه موقوفه ' || side, 'communal', home.wilaya_code, home.commune_code, 'suspended', 'other', moment) returning id into other;
  perform door.note(side, 'suspended', other);

  -- organisations' papers and people
  paper := door.file(owner, 'organization-document');
  insert into organizations.document (organization_id, file_id, kind) values (org, paper, 'receipt');
  perform door.note(side, 'desk/documents', paper);
  perform door.note(side, 'documents-file', paper);
  insert into organizations.invitation (organization_id, contact, role, invited_by, ends_at) values (org, side || '-guest@example.org', 'reader', owner, moment + interval '5 days') returning id into thing;
  perform door.note(side, 'desk/invitations', thing);
  insert into organizations.invitation (organization_id, contact, role, invited_by, ends_at) values (org, side || '-volunteer@example.org', 'reader', owner, moment + interval '5 days') returning id into thing;
  perform door.note(side, 'invitations', thing);
  paper := door.file(his, 'organization-document');
  insert into organizations.draft (account_id, typed, files) values (his, '{}', array[paper]);
  perform door.note(side, 'new/documents', paper);

  -- one's own
  insert into notices.notice (account_id, kind, title, body, language) values (his, 'greeting', 'مرحبا', 'أهلا بك', 'ar') returning id into thing;
  perform door.note(side, 'inbox', thing);
  insert into notices.delivery (notice_id, channel, address, tries, failed) values (thing, 'email', side || '-nobody@example.org', 8, 'SMTP 550') returning id into other;
  perform door.note(side, 'letters', other);
  insert into notices.push_subscription (account_id, endpoint, p256dh, auth, key_number, device)
    values (his, 'https://fcm.googleapis.com/fcm/send/' || side, '\x04' || sha256(convert_to(side || 'p', 'UTF8')) || sha256(convert_to(side || 'q', 'UTF8')), substring(sha256(convert_to(side, 'UTF8')) from 1 for 16), 1, 'Firefox, Android')
    returning id into other;
  perform door.note(side, 'browsers', other);
  insert into notices.announcement (title_ar, body_ar, finished_at) values ('إعلان ' || side, 'نص الإعلان', moment) returning id into other;
  perform door.note(side, 'announcements', other);
  insert into codes.pass (account_id, public_key, name, made_at, expires_at)
    values (his, sha256(convert_to(side || 'x', 'UTF8')) || sha256(convert_to(side || 'y', 'UTF8')), 'هاتف', moment, moment + interval '30 days') returning id into thing;
  perform door.note(side, 'phones', thing);
  insert into accounts.session (token_hash, account_id, expires_at, way_in, device) values (sha256(convert_to(side || 'old', 'UTF8')), his, moment + interval '1 day', 'code', 'هاتف قديم');
  perform door.note(side, 'sessions', (select public_id from accounts.session where token_hash = sha256(convert_to(side || 'old', 'UTF8'))));
  insert into accounts.passkey (credential_id, account_id, public_key, signature_count, uv_initialized, backup_eligible, backup_state, attestation, client_data, label)
    values (sha256(convert_to(side || 'key', 'UTF8')), his, '\x00', 0, true, false, false, '\x00', '\x00', 'مفتاح');
  perform door.note(side, 'passkeys', translate(trim(trailing '=' from encode(sha256(convert_to(side || 'key', 'UTF8')), 'base64')), '+/', '-_'));
  insert into volunteers.guardian (volunteer_id, place, name, contact, link_hash, link_ends_at)
    values (child, 1, 'ولي القاصر', side || '-guardian@example.org', door.hash(door.token(side || ' guardian')), moment + interval '30 days') returning id into thing;
  insert into volunteers.guardian_consent (volunteer_id, guardian_id, purpose, guardian_name, guardian_contact, given_at)
    values (child, thing, 'take-part', 'ولي القاصر', side || '-guardian@example.org', moment);
  perform door.note(side, 'consents', door.token(side || ' guardian'));
  insert into guardians.youth_group (organization_id, kind, name, leader_id, made_at) values (org, 'class', 'قسم الباب', coordinator, moment) returning id into other;
  perform door.note(side, 'desk/groups', other);
  insert into guardians.youth_member (group_id, volunteer_id, guardian_name, guardian_contact, added_at, added_by, accepted_at)
    values (other, child, 'ولي القاصر', side || '-guardian@example.org', moment, coordinator, moment) returning id into thing;
  perform door.note(side, 'desk/groups/members', thing);
  insert into guardians.youth_member (group_id, volunteer_id, added_at, added_by) values (other, his, moment, coordinator) returning id into thing;
  perform door.note(side, 'groups/memberships', thing);
  paper := door.file(owner, 'guardian-paper');
  insert into guardians.paper (organization_id, group_id, file_id, purposes, signed_on, brought_by, brought_at)
    values (org, other, paper, '{take-part}', (moment at time zone 'Africa/Algiers')::date - 1, owner, moment) returning id into thing;
  insert into guardians.paper_line (paper_id, volunteer_id, guardian_name) values (thing, child, 'ولي القاصر');
  perform door.note(side, 'desk/guardian-papers', thing);
  insert into kits.kit (shift_id, leader_id, kind, public_key, phone, taken_at)
    values (today, coordinator, 'phone', sha256(convert_to(side || 'a', 'UTF8')) || sha256(convert_to(side || 'b', 'UTF8')), 'هاتف المنسق', moment) returning id into thing;
  perform door.note(side, 'kits', thing);

  -- trainings
  insert into trainings.training (organization_id, name_ar, about_ar, field_code, minutes, state, state_since, made_at, made_by)
    values (org, 'دورة الباب', 'ما يُتعلم في هذه الدورة', 'HLT', 120, 'open', moment, moment, coordinator) returning id into thing;
  perform door.note(side, 'organizations/desk/trainings', thing);
  perform door.note(side, 'trainings', thing);
  insert into trainings.session (training_id, starts_at, ends_at, wilaya_code, commune_code, address, trainer, capacity, taken)
    values (thing, moment - interval '20 minutes', moment + interval '2 hours', home.wilaya_code, home.commune_code, 'دار الشباب', 'مدربة', 8, 1) returning id into other;
  perform door.note(side, 'trainings/sessions', other);
  insert into trainings.registration (session_id, training_id, volunteer_id, state, digits) values (other, thing, his, 'registered', '121212') returning id into seat;
  perform door.note(side, 'registrations', seat);
  insert into trainings.required (opportunity_id, training_id, set_at, set_by) values (sketch, thing, moment, coordinator);
  insert into credentials.achievement (key, version, kind, type, words)
    values ('door-' || side, 1, 'training', 'CERTIFICATE_OF_COMPLETION', '{"name": {"ar": "دورة الباب"}, "description": {"ar": "دورة"}, "criteria": {"ar": "حضور الدورة"}}');
  insert into credentials.credential (id, kind, source, holder_id, subject, achievement_key, achievement_version, site, list, position, issued_at)
    values (door.token(side || ' credential'), 'training', 'door-' || side, his, door.token(side || ' subject'), 'door-' || side, 1, 'http://localhost',
      (select min(number) from credentials.status_list), 131000 + length(side), moment);
  perform door.note(side, 'credentials', door.token(side || ' credential'));

  -- partners, agreements, benefits, programmes
  insert into partnerships.agreement (partner_id, state, made_at, made_by, signed_at) values (partner, 'signed', moment - interval '60 days', 1, moment - interval '55 days') returning id into other;
  insert into partnerships.party (agreement_id, partner_id) values (other, partner);
  insert into partnerships.version (agreement_id, number, title_ar, title_fr, text_ar, text_fr, from_day, to_day, hash, made_at, made_by)
    values (other, 1, 'اتفاقية الأبواب', 'Convention des portes', 'نص اتفاقية طويل بما يكفي ليقبل', 'Un texte assez long pour être accepté', current_date - 50, current_date + 300,
      encode(sha256(convert_to(side || 'signed', 'UTF8')), 'hex'), moment, 1);
  insert into partnerships.promised (agreement_id, version, promise, quota) values (other, 1, 'benefits', 50), (other, 1, 'recognition', null);
  insert into rewards.benefit (partner_id, agreement_id, state, way, symbol, name_ar, about_ar, quota, granted, take_from, take_until, use_until, made_at, made_by, published_at)
    values (partner, other, 'open', 'first-come', 'award', 'تذكرة الباب', 'دخول واحد', 20, 1, current_date - 5, current_date + 20, current_date + 40, moment, manager, moment) returning id into thing;
  insert into rewards.rule (benefit_id, version, rule, since, written_by) values (thing, 1, '{"all": []}', moment, manager);
  insert into rewards.counter (benefit_id, wilaya_code, commune_code, address) values (thing, home.wilaya_code, home.commune_code, 'شباك البلدية') returning id into seat;
  perform door.note(side, 'benefits', thing);
  perform door.note(side, 'benefits/counters', seat);
  insert into rewards.spent (agreement_id, granted) values (other, 1);
  insert into rewards.granting (benefit_id, volunteer_id, way, rule_version, state, state_since, granted_at, salt, code_mark)
    values (thing, his, 'first-come', 1, 'granted', moment, moment, sha256(convert_to(side || 'salt', 'UTF8')), sha256(convert_to(side || 'code', 'UTF8'))) returning id into seat;
  perform door.note(side, 'mine', seat);
  insert into rewards.showing (key, granting_id, seen_by, seen_at) values (door.token(side || ' showing'), seat, counter, moment);
  perform door.note(side, 'counter', door.token(side || ' showing'));

  -- the calendar behind a secret link
  insert into feeds.calendar_link (account_id, token_hash, made_at) values (his, sha256(convert_to(door.secret(side || ' calendar'), 'UTF8')), moment);
  perform door.note(side, 'calendar', door.secret(side || ' calendar'));
  insert into rewards.benefit (partner_id, agreement_id, state, way, symbol, name_ar, about_ar, quota, take_from, take_until, use_until, made_at, made_by, published_at)
    values (partner, other, 'open', 'lot', 'award', 'قرعة الباب', 'مقعد واحد', 2, current_date - 5, current_date + 20, current_date + 40, moment, manager, moment) returning id into thing;
  insert into rewards.rule (benefit_id, version, rule, since, written_by) values (thing, 1, '{"all": []}', moment, manager);
  insert into rewards.lot (benefit_id, salt, commitment) values (thing, sha256(convert_to(side || 'lot', 'UTF8')), encode(sha256(convert_to(side || 'seed', 'UTF8')), 'hex'));
  insert into rewards.entry (benefit_id, number, volunteer_id, entered_at) values (thing, 1, his, moment);
  update rewards.benefit set entered = 1 where id = thing;
  perform door.note(side, 'lots', thing);
  insert into rewards.benefit (partner_id, state, way, symbol, name_ar, about_ar, quota, take_from, take_until, use_until, made_at, made_by)
    values (partner, 'draft', 'first-come', 'award', 'مسودة الباب', 'دخول واحد', 20, current_date - 5, current_date + 20, current_date + 40, moment, manager) returning id into thing;
  insert into rewards.rule (benefit_id, version, rule, since, written_by) values (thing, 1, '{"all": []}', moment, manager);
  perform door.note(side, 'benefit-draft', thing);

  insert into partnerships.agreement (partner_id, state, made_at, made_by) values (partner, 'signing', moment, 1) returning id into other;
  insert into partnerships.party (agreement_id, partner_id) values (other, partner);
  paper := door.file(1, 'agreement-annex');
  insert into partnerships.version (agreement_id, number, title_ar, title_fr, text_ar, text_fr, from_day, to_day, annexes, hash, made_at, made_by)
    values (other, 1, 'اتفاقية ثانية', 'Deuxième convention', 'نص اتفاقية طويل بما يكفي ليقبل', 'Un texte assez long pour être accepté', current_date + 1, current_date + 300, array[paper],
      encode(sha256(convert_to(side || 'signing', 'UTF8')), 'hex'), moment, 1);
  insert into partnerships.promised (agreement_id, version, promise) values (other, 1, 'recognition');
  insert into partnerships.signatory (agreement_id, partner_id, name, capacity, contact, token_hash, link_ends_at)
    values (other, partner, 'موقع الشريك', 'المدير', side || '-signatory@example.org', door.hash(door.token(side || ' signing')), moment + interval '9 days') returning id into thing;
  insert into partnerships.signatory (agreement_id, name, capacity, contact) values (other, 'موقع المنصة', 'مكلف', side || '-platform@example.org');
  perform door.note(side, 'agreements', other);
  perform door.note(side, 'signed-agreement', (select max(id) from partnerships.agreement a where a.partner_id = partner and state = 'signed'));
  perform door.note(side, 'signatories', thing);
  perform door.note(side, 'signing', door.token(side || ' signing'));
  perform door.note(side, 'annexes', paper);
  insert into partnerships.invitation (partner_id, contact, role, token_hash, invited_by, invited_at, ends_at)
    values (partner, side || '-volunteer@example.org', 'counter', door.hash(door.token(side || ' partner')), head, moment, moment + interval '5 days') returning id into thing;
  perform door.note(side, 'partners/desk/invitations', thing);
  perform door.note(side, 'partners/invitations', door.token(side || ' partner'));

  insert into programmes.programme (partner_id, name_ar, goal, from_day, to_day, join_code, made_at, made_by)
    values (partner, 'برنامج الباب', '{"all": [{"is": "hours", "fields": [], "grades": ["A", "B", "C"], "period": {"is": "always"}, "minutes": 600}]}', current_date - 60, current_date + 200,
      upper(left(md5(side), 8)), moment, manager) returning id into thing;
  perform door.note(side, 'programmes', thing);
  perform door.note(side, 'join-code', upper(left(md5(side), 8)));
  insert into programmes.cohort (programme_id, name) values (thing, 'فوج') returning id into seat;
  perform door.note(side, 'cohorts', seat);
  insert into programmes.membership (programme_id, volunteer_id, cohort_id, reference, joined_at) values (thing, his, seat, '2026-1', moment) returning id into seat;
  perform door.note(side, 'memberships', seat);
  insert into programmes.consent (membership_id, wording, shows_name, shows_minutes, given_at) values (seat, 1, true, true, moment);
  insert into programmes.correction (membership_id, side, kind, words, opened_at, opened_by, due_at)
    values (seat, 'member', 'reference', 'رقمي ليس هذا', moment, his, moment + interval '3 days') returning id into other;
  perform door.note(side, 'desk/programmes/corrections', other);
  insert into programmes.correction (membership_id, side, kind, words, opened_at, opened_by, due_at)
    values (seat, 'institution', 'not-ours', 'ليس من طلبتنا', moment, manager, moment + interval '3 days') returning id into other;
  perform door.note(side, 'programmes/corrections', other);
  insert into programmes.invitation (programme_id, contact, invited_at) values (thing, side || '-second@example.org', moment);
  insert into programmes.membership (programme_id, volunteer_id, joined_at, guardian_hash, guardian_asked)
    values (thing, child, moment, door.hash(door.token(side || ' programme')), moment) returning id into seat;
  insert into programmes.consent (membership_id, wording, shows_name, shows_minutes, given_at) values (seat, 1, true, true, moment);
  perform door.note(side, 'programmes/guardian', door.token(side || ' programme'));

  insert into programmes.programme (partner_id, name_ar, goal, from_day, to_day, join_code, made_at, made_by)
    select partner, 'برنامج مفتوح', goal, from_day, to_day, upper(left(md5(side || 'open'), 8)), made_at, made_by from programmes.programme where id = thing returning id into thing;
  insert into programmes.invitation (programme_id, contact, invited_at) values (thing, side || '-volunteer@example.org', moment);
  perform door.note(side, 'joinable', thing);
  insert into trainings.training (partner_id, name_ar, about_ar, field_code, minutes, state, state_since, made_at, made_by)
    values (partner, 'دورة الشريك', 'ما يُتعلم في هذه الدورة', 'HLT', 120, 'open', moment, moment, manager) returning id into thing;
  perform door.note(side, 'partners/desk/trainings', thing);
  insert into trainings.session (training_id, starts_at, ends_at, wilaya_code, commune_code, address, trainer, capacity)
    values (thing, moment - interval '20 minutes', moment + interval '2 hours', home.wilaya_code, home.commune_code, 'دار الشباب', 'مدربة', 8) returning id into other;
  perform door.note(side, 'partners/desk/trainings/sessions', other);

  -- goods that are needed, promised and brought; things that are lent
  insert into means.need (organization_id, opportunity_id, item, unit, target, until_day, bring_to, wilaya_code, commune_code, asked_by)
    values (org, offer, 'بطانيات', 'pieces', 60, current_date + 90, 'مقر الجمعية', home.wilaya_code, home.commune_code, coordinator) returning id into thing;
  perform door.note(side, 'needs', thing);
  insert into means.pledge (need_id, key, pledged_by, amount, bring_on) values (thing, side || '-pledge', his, 10, current_date + 5) returning id into seat;
  perform door.note(side, 'pledges', seat);
  insert into means.pledge (need_id, key, pledged_by, amount, bring_on, ended_at, ended_by, ended_why)
    values (thing, side || '-pledge-gone', his, 4, current_date + 5, moment, his, 'withdrawn') returning id into other;
  perform door.note(side, 'pledge-gone', other);
  insert into means.delivery (need_id, pledge_id, shift_id, key, amount, received_by) values (thing, seat, today, side || '-delivery', 3, coordinator) returning id into other;
  perform door.note(side, 'deliveries', other);
  insert into means.need (organization_id, item, unit, target, until_day, bring_to, wilaya_code, commune_code, asked_by, closed_at, closed_by, closed_why)
    values (org, 'أكياس', 'boxes', 5, current_date + 90, 'مقر الجمعية', home.wilaya_code, home.commune_code, coordinator, moment, coordinator, 'over') returning id into other;
  perform door.note(side, 'need-closed', other);
  insert into means.thing (organization_id, kind, label, code, kept_at, wilaya_code, commune_code, lent_to, added_by)
    values (org, 'tool', 'مولد الباب', case side when 'home' then 'LT00000018' else 'LT00000026' end, 'مقر الجمعية', home.wilaya_code, home.commune_code, 'all', coordinator) returning id into thing;
  perform door.note(side, 'things', thing);
  perform door.note(side, 'thing-code', case side when 'home' then 'LT00000018' else 'LT00000026' end);
  paper := door.file(coordinator, 'thing-picture');
  insert into means.thing_picture (file_id, thing_id, added_by) values (paper, thing, coordinator);
  perform door.note(side, 'desk/means/things/pictures', paper);
  insert into means.booking (thing_id, organization_id, key, during, purpose, state, asked_by)
    values (thing, case side when 'home' then 6 else 54 end, side || '-booking-asked', tstzrange(moment + interval '9 days', moment + interval '10 days'), 'إفطار جماعي', 'asked', owner) returning id into other;
  perform door.note(side, 'bookings', other);
  insert into means.booking (thing_id, organization_id, key, during, purpose, state, asked_by)
    values (thing, org, side || '-booking-own', tstzrange(moment + interval '19 days', moment + interval '20 days'), 'حملة', 'agreed', coordinator) returning id into other;
  perform door.note(side, 'booking-own', other);
  insert into means.booking (thing_id, organization_id, key, during, purpose, state, asked_by)
    values (thing, org, side || '-booking-now', tstzrange(moment - interval '1 hour', moment + interval '1 day'), 'حملة', 'agreed', coordinator) returning id into other;
  perform door.note(side, 'booking-agreed', other);
  insert into means.thing (organization_id, kind, label, code, kept_at, wilaya_code, commune_code, lent_to, added_by)
    values (org, 'tent', 'خيمة الباب', case side when 'home' then 'LT00000034' else 'LT00000042' end, 'مقر الجمعية', home.wilaya_code, home.commune_code, 'own', coordinator) returning id into thing;
  insert into means.booking (thing_id, organization_id, key, during, purpose, state, asked_by)
    values (thing, org, side || '-booking-out', tstzrange(moment - interval '2 days', moment - interval '1 day'), 'حملة', 'out', coordinator) returning id into other;
  insert into means.movement (booking_id, key, kind, condition, moved_by) values (other, side || '-movement-out', 'out', 'good', coordinator);
  perform door.note(side, 'booking-out', other);
  perform door.note(side, 'soon', current_date + 3);

  -- tables that people bring
  insert into imports.import (kind, organization_id, file_name, sha256, mapping, rows_in, made_by)
    values ('opportunities', org, 'table.csv', sha256(convert_to(side, 'UTF8')), '{"columns": {}, "constants": {}}', 1, coordinator) returning id into thing;
  insert into imports.upload (import_id, content) values (thing, convert_to(E'title;commune\nغرس;سطيف\n', 'UTF8'));
  perform door.note(side, 'imports', thing);

  -- the archive: what is being told, what was told, two that may be one; what is reached
  insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at)
    values (org, 'حملة منتهية', current_date - 60, current_date - 40, 'closed', moment - interval '60 days') returning id into thing;
  insert into opportunities.campaign_organization (campaign_id, organization_id, joined_at) values (thing, org, moment);
  perform door.note(side, 'closed-campaign', thing);
  insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_id, field_code, people, minutes, source, state, state_since, entered_by, made_at, changed_at)
    values ('عملية الباب', current_date - 90, current_date - 90, 'day', home.wilaya_code, home.commune_code, org, 'ENV', 12, 1440, 'form', 'draft', moment, coordinator, moment, moment) returning id into thing;
  perform door.note(side, 'archive/operations', thing);
  insert into archive.unit (operation_id, unit, quantity) values (thing, 'trees', 40);
  paper := door.file(coordinator, 'archive-picture');
  insert into archive.picture (file_id, operation_id, alt, consent_by, added_at) values (paper, thing, 'أشجار مغروسة', coordinator, moment);
  perform door.note(side, 'archive/operations/pictures', paper);
  paper := door.file(coordinator, 'archive-document');
  insert into archive.document (file_id, operation_id, added_at) values (paper, thing, moment);
  perform door.note(side, 'archive/operations/documents', paper);
  insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_id, people, source, state, state_since, entered_by, made_at, changed_at)
    values ('عملية مسحوبة', current_date - 91, current_date - 91, 'day', home.wilaya_code, home.commune_code, org, 5, 'form', 'withdrawn', moment, coordinator, moment, moment) returning id into thing;
  perform door.note(side, 'operation-withdrawn', thing);
  insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_name, people, source, state, state_since, entered_by, made_at, changed_at)
    values ('عملية فوج الحي', current_date - 92, current_date - 92, 'day', home.wilaya_code, home.commune_code, 'فوج الحي', 5, 'form', 'draft', moment, his, moment, moment) returning id into thing;
  perform door.note(side, 'own-operation', thing);
  insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_id, field_code, people, source, state, state_since, entered_by, made_at, changed_at)
    values ('عملية تنتظر', current_date - 93, current_date - 93, 'day', home.wilaya_code, home.commune_code, org, 'ENV', 5, 'form', 'waiting', moment, coordinator, moment, moment) returning id into thing;
  insert into supervision.matter (kind, subject_id, wilaya_code, summary, due_at) values ('archive-operation', thing, home.wilaya_code, 'عملية تنتظر', moment + interval '2 days');
  insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_id, field_code, people, minutes, source, state, state_since, entered_by, made_at, changed_at)
    values ('تنظيف الشاطئ', current_date - 94, current_date - 94, 'day', home.wilaya_code, home.commune_code, org, 'ENV', 20, 2400, 'form', 'published', moment, coordinator, moment, moment) returning id into thing;
  insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_id, field_code, people, minutes, source, state, state_since, entered_by, made_at, changed_at)
    values ('تنظيف الشاطئ الكبير', current_date - 94, current_date - 94, 'day', home.wilaya_code, home.commune_code, org, 'ENV', 20, 2400, 'form', 'published', moment, coordinator, moment, moment) returning id into other;
  insert into archive.listing (operation_id, first_day, last_day, wilaya_code, commune_code, field_code, organization_id, people, minutes, grade, pictures, words, twins, published_at)
    select id, first_day, last_day, wilaya_code, commune_code, field_code, organization_id, people, minutes, grade, false, ''::tsvector, '{}', moment from archive.operation where id in (thing, other);
  insert into archive.pair (a, b, score, found_at) values (thing, other, 80, moment);
  perform door.note(side, 'archive', thing);
  perform door.note(side, 'twin', thing);
  perform door.note(side, 'other-twin', other);
  -- ideas: one of the volunteer's that others have not joined, one that the organisation has, one that was taken back
  insert into ideas.idea (kind, title, field_code, wilaya_code, commune_code, author_id, state_since, title_words, words, made_at, changed_at)
    values ('need', 'حي الأبواب يحتاج إلى تنظيف', 'ENV', home.wilaya_code, home.commune_code, his, moment, to_tsvector('simple', 'حي باب تنظيف'), to_tsvector('simple', 'حي باب تنظيف'), moment, moment) returning id into thing;
  insert into ideas.step (idea_id, state, at) values (thing, 'received', moment);
  perform door.note(side, 'ideas', thing);
  insert into ideas.comment (idea_id, author_id, words, at) values (thing, his, 'كلمة من صاحبها', moment) returning id into other;
  perform door.note(side, 'ideas/comments', other);
  insert into ideas.idea (kind, title, field_code, wilaya_code, commune_code, author_id, state, state_since, title_words, words, made_at, changed_at)
    values ('initiative', 'مبادرة الأبواب', 'ENV', home.wilaya_code, home.commune_code, theirs, 'planned', moment, to_tsvector('simple', 'مبادر باب'), to_tsvector('simple', 'مبادر باب'), moment, moment) returning id into thing;
  insert into ideas.step (idea_id, state, at) values (thing, 'received', moment);
  insert into ideas.step (idea_id, state, by_id, organization_id, at) values (thing, 'planned', coordinator, org, moment);
  insert into ideas.adoption (idea_id, organization_id, by_id, at) values (thing, org, coordinator, moment);
  perform door.note(side, 'idea-adopted', thing);
  insert into ideas.idea (kind, title, author_id, state_since, title_words, words, made_at, changed_at, withdrawn_at)
    values ('initiative', 'فكرة مسحوبة', his, moment, to_tsvector('simple', 'مسحوب'), to_tsvector('simple', 'مسحوب'), moment, moment, moment) returning id into thing;
  insert into ideas.step (idea_id, state, at) values (thing, 'received', moment);
  perform door.note(side, 'idea-withdrawn', thing);
  -- stories: news that everybody sees with a picture of somebody, news that was taken back, a testimony that waits for its teller
  insert into stories.story (kind, wilaya_code, field_code, newest, live, publish_at, made_at, changed_at)
    values ('news', home.wilaya_code, 'ENV', 1, 1, moment - interval '1 day', moment, moment) returning id into thing;
  insert into stories.revision (story_id, number, title_ar, summary_ar, body_ar, title_fr, summary_fr, body_fr, title_en, summary_en, body_en, written_at)
    values (thing, 1, 'خبر من الباب', 'ملخص', 'نص الخبر', '', '', '', '', '', '', moment);
  perform door.note(side, 'stories', thing);
  paper := door.file(coordinator, 'story-picture');
  insert into stories.picture (file_id, story_id, number, since, alt_ar, alt_fr, alt_en, people, added_at) values (paper, thing, 1, 1, 'متطوع يغرس', 'bénévole', 'volunteer', true, moment);
  perform door.note(side, 'story-picture', paper);
  insert into stories.shown_person (file_id, account_id, version, named_at) values (paper, his, 1, moment) returning id into other;
  perform door.note(side, 'shown-person', other);
  insert into stories.shown_person (file_id, name, proof, version, named_at, agreed_at) values (paper, 'جار من الحي', 'paper', 1, moment, moment) returning id into other;
  perform door.note(side, 'story-person', other);
  insert into stories.story (kind, newest, live, publish_at, taken_back_at, made_at, changed_at) values ('news', 1, 1, moment - interval '2 days', moment, moment, moment) returning id into thing;
  insert into stories.revision (story_id, number, title_ar, summary_ar, body_ar, title_fr, summary_fr, body_fr, title_en, summary_en, body_en, written_at)
    values (thing, 1, 'خبر مسحوب', '', 'نص الخبر', '', '', '', '', '', '', moment);
  perform door.note(side, 'story-back', thing);
  insert into stories.story (kind, teller_id, newest, made_at, changed_at) values ('testimony', his, 1, moment, moment) returning id into thing;
  insert into stories.revision (story_id, number, title_ar, summary_ar, body_ar, title_fr, summary_fr, body_fr, title_en, summary_en, body_en, written_at)
    values (thing, 1, 'شهادة من الباب', '', 'ما عشته', '', '', '', '', '', '', moment);
  perform door.note(side, 'testimony', thing);
  insert into stories.agreement (story_id, revision, account_id, version, asked_at) values (thing, 1, his, 1, moment) returning id into other;
  perform door.note(side, 'agreement', other);
  insert into stories.sent (author_id, language, title, body, named, version, people, sent_at)
    values (his, 'ar', 'شهادة مرسلة من الباب', 'خرجنا مع الفجر وغرسنا ثلاثين شجرة في يوم واحد', 'first', 1, '', moment) returning id into other;
  perform door.note(side, 'sent', other);
  insert into impact.plan (opportunity_id, unit, quantity, planned_by) values (offer, 'trees', 500, coordinator);
  insert into impact.reached (opportunity_id, day, unit, quantity, written_by) values (offer, current_date - 1, 'trees', 60, coordinator) returning id into thing;
  perform door.note(side, 'reached', thing);
  insert into impact.reached (opportunity_id, day, unit, quantity, written_by, removed_at, removed_by) values (offer, current_date - 1, 'meals', 60, coordinator, moment, coordinator) returning id into thing;
  perform door.note(side, 'reached-removed', thing);

  -- reports, remarks, rules, mergers, a seat that moves
  insert into reports.concern (thing_kind, thing_id, owner_kind, owner_id, title, wilaya_code, opened_at, reports, outcome, reason_code, words, decided_by, decided_at)
    values ('opportunity', offer::text, 'organization', org::text, 'فرصة مبلغ عنها', home.wilaya_code, moment - interval '2 days', 1, 'withheld', 'wrong-facts', 'الموعد غير صحيح',
      (select account from door.person p where p.role = 'wilaya' and p.side = plant.side), moment - interval '1 day') returning id into thing;
  insert into reports.report (concern_id, at, account_id, reason, words) values (thing, moment - interval '2 days', his, 'wrong-facts', 'الموعد خطأ');
  perform door.note(side, 'reports', thing);
  insert into remarks.remark (organization_id, author, at, words)
    values (org, (select account from door.person p where p.role = 'wilaya' and p.side = plant.side), moment, 'زيارة للمقر') returning id into thing;
  perform door.note(side, 'remarks', thing);
  insert into screening.rule (wilaya_code, made_by, made_at, ends_on)
    values (home.wilaya_code, (select account from door.person p where p.role = 'wilaya' and p.side = plant.side), moment, current_date + 90) returning id into thing;
  insert into screening.wording (rule_id, version, title, conditions, written_by, written_at)
    values (thing, 1, 'كلمات عن المال', '{"words": ["رسوم التسجيل"]}', (select account from door.person p where p.role = 'wilaya' and p.side = plant.side), moment);
  perform door.note(side, 'rules', thing);
  insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at, merged_into)
    values ('association', 'جمعية مدمجة ' || side, 'جمعيه مدمجه ' || side, 'communal', home.wilaya_code, home.commune_code, 'merged', moment, org) returning id into other;
  insert into organizations.merger (goes, stays, made_at, made_by, words, was)
    values (other, org, moment - interval '1 day', (select account from door.person p where p.role = 'wilaya' and p.side = plant.side), 'ملف مكرر', 'verified') returning id into thing;
  perform door.note(side, 'mergers', thing);
  insert into organizations.seat_move (organization_id, wilaya_code, commune_code, words, asked_by, asked_at)
    values (org, home.wilaya_code, home.commune_code, 'انتقلنا إلى حي آخر', owner, moment);

  -- messages: a conversation of the volunteer's with the organisation, one message of it reported; what all who come were told; templates
  insert into messages.conversation (organization_id, opportunity_id, volunteer_id, opened_at, last_at) values (org, offer, his, moment, moment) returning id, mark into thing, paper;
  perform door.note(side, 'messages', paper);
  perform door.note(side, 'desk/messages', paper);
  insert into messages.message (conversation_id, side, author_id, words, at, key) values (thing, 'volunteer', his, 'أين نلتقي؟', moment, gen_random_uuid()) returning mark into paper;
  insert into messages.message (conversation_id, side, author_id, words, at, key) values (thing, 'organization', coordinator, 'أمام الباب', moment, gen_random_uuid()) returning mark into paper;
  perform door.note(side, 'messages/at', paper);
  insert into reports.concern (thing_kind, thing_id, owner_kind, owner_id, title, wilaya_code, opened_at, reports)
    values ('message', paper::text, 'organization', org::text, 'رسالة الباب', home.wilaya_code, moment, 1) returning id into thing;
  insert into reports.report (concern_id, at, account_id, reason, words) values (thing, moment, his, 'other', 'كلام غير لائق');
  insert into notices.announcement (title_ar, body_ar, made_at, made_by, audience, kind, not_before)
    values ('إعلان الباب', 'نلتقي غدا', moment, coordinator, 'circular', 'message-circular', moment + interval '1 day') returning id into thing;
  insert into messages.circular (notice_id, organization_id, opportunity_id, people, made_at, made_by) values (thing, org, offer, 2, moment, coordinator) returning id into other;
  perform door.note(side, 'circulars', other);
  perform door.note(side, 'reach', 'shift-' || today);
  insert into messages.template (organization_id, label, title_ar, body_ar, made_at, made_by) values (org, 'نص الباب الأول', 'عنوان', 'نص', moment, coordinator) returning id into other;
  perform door.note(side, 'templates', other);
  insert into messages.template (organization_id, label, title_ar, body_ar, made_at, made_by, removed_at, removed_by)
    values (org, 'نص محذوف', 'عنوان', 'نص', moment, coordinator, moment, coordinator) returning id into other;
  perform door.note(side, 'template-removed', other);
  -- systems that are told
  insert into hooks.hook (organization_id, address, about, kinds, secret, made_at, made_by)
    values (org, 'https://hooks.' || side || '.invalid/in', 'نظام الهيئة', '{opportunity.published,hours.confirmed}', '\x00', moment, owner) returning id into thing;
  perform door.note(side, 'hook', thing);
  insert into hooks.event (kind, data) values ('opportunity.published', jsonb_build_object('opportunity', offer)) returning id into paper;
  insert into hooks.delivery (event_id, hook_id, tries, next_try, dead_at) values (paper, thing, 10, moment, moment) returning id into other;
  insert into hooks.attempt (delivery_id, at, status, millis, answer) values (other, moment, 500, 120, 'خلل داخلي');
  perform door.note(side, 'hook-delivery', other);
  insert into hooks.hook (partner_id, address, about, kinds, secret, made_at, made_by)
    values (partner, 'https://hooks.' || side || '.invalid/partner', '', '{agreement.signed}', '\x00', moment, head) returning id into thing;
  perform door.note(side, 'partner-hook', thing);
  insert into hooks.event (kind, data) values ('agreement.signed', '{"agreement": 1}') returning id into paper;
  insert into hooks.delivery (event_id, hook_id, tries, next_try, arrived_at) values (paper, thing, 1, moment, moment) returning id into other;
  perform door.note(side, 'partner-hook-delivery', other);

  -- an institution that vouches for its people
  insert into entrances.entrance (organization_id, name_ar, issuer, client_id, secret, domains, made_at, made_by)
    values (org, 'جامعة الباب', 'https://id.' || side || '.invalid', 'door', '\x00', array[side || '.invalid'], moment, owner) returning id into thing;
  insert into entrances.identity (entrance_id, subject, account_id, email, linked_at) values (thing, 'door', his, side || '@door.invalid', moment);
  perform door.note(side, 'entrances', thing);

  -- privacy: what somebody asked and agreed to
  insert into accounts.consent (account_id, purpose, version) values (his, 'door', 1);
  insert into privacy.request (account_id, kind, words, opened_at, due_at) values (his, 'see', 'ما الذي تحفظونه عني؟', moment, moment + interval '20 days') returning id into thing;
  perform door.note(side, 'requests', thing);
  perform door.note(side, 'later', current_date + 60);
  perform door.note(side, 'yesterday', current_date - 1);
end $$;

select door.plant('home', 1, 1);
select door.plant('far', 4, 4);

insert into door.person (role, side, account)
select r.role, s.side, a.id
from (values ('nation', 'nation@example.org'), ('administrator', 'admin@example.org')) r (role, email)
join accounts.account a on a.email = r.email cross join (values ('home'), ('far')) s (side);

-- The officer of data protection, a breach, tables that administrators loaded: these belong to the nation.
with one as (insert into accounts.account (name, email) values ('مسؤول حماية المعطيات', 'officer@example.org') returning id),
  term as (insert into privacy.officer (account_id, granted_at, granted_by, until_day) select id, now(), 1, current_date + 100 from one)
insert into door.person (role, side, account) select 'officer', s.side, one.id from one cross join (values ('home'), ('far')) s (side);
-- Somebody of the media cell.
with one as (select id from accounts.account where email = 'media@example.org'),
  term as (insert into stories.editor (account_id, granted_at, granted_by, until_day) select id, now(), 1, current_date + 100 from one)
insert into door.person (role, side, account) select 'media', s.side, one.id from one cross join (values ('home'), ('far')) s (side);
with one as (insert into privacy.breach (noticed_at, due_at) values (now() - interval '1 day', now() + interval '4 days') returning id)
insert into privacy.breach_line (breach_id, number, what, measures, people, deed, written_by, written_at)
select id, 1, 'ضاع هاتف منسق', 'سُحب مفتاحه', 12, 'opened', 1, now() from one;
insert into privacy.timer_run (code, day, began_at, ended_at, removed)
  values ('accesses', current_date - 1, now() - interval '1 day', now() - interval '1 day', 3);
insert into worth.load (kind, years, source, rows, size, loaded_by, loaded_at, stored_at)
  values ('gdp', '{2024}', 'جدول من الباب', '[{"year": "2024", "dzd_million": "34000000"}]', 1, 1, now(), now()), ('gdp', '{2025}', 'جدول للنظر', '[{"year": "2025", "dzd_million": "36000000"}]', 1, 1, now(), null);
insert into worth.gdp (year, dzd_million, source) values (2024, 34000000, 'جدول من الباب') on conflict do nothing;

-- Why those in office opened the files of this country, so that they see what is behind that door.
create function door.opened() returns void language sql as $$
  insert into accounts.access (at, actor, person, object_kind, object_id, reason, network)
  select now(), p.account, f.person, f.kind, f.id::text, 'check', ''
  from (select volunteer_id as person, 'contest' as kind, id from contests.contest union all select account_id, 'request', id from privacy.request
    union all select subject_id, 'doubt', id from integrity.doubt where about = 'volunteer'
    union all select c.volunteer_id, 'message', m.id from messages.message m join messages.conversation c on c.id = m.conversation_id
    union all select account, 'remarks', account from door.person where role = 'volunteer') f (person, kind, id)
  join (select distinct account from door.person where role in ('wilaya', 'nation', 'administrator', 'officer')) p on p.account <> f.person
$$;

-- A thing that a third organisation lends to both.
insert into means.thing (id, organization_id, kind, label, code, kept_at, wilaya_code, commune_code, lent_to, added_by)
select 900001, id, 'vehicle', 'حافلة صغيرة', 'LT00000059', 'مرأب الجمعية', wilaya_code, commune_code, 'all', 1 from organizations.organization where id = 6;

-- A badge that is being written, and what was sent to bodies that were brought in: these belong to the nation.
insert into recognition.definition (key, kind, made_by) values ('door-badge', 'badge', 1);
insert into recognition.version (definition_id, version, name_ar, words_ar, shape, tone, mark, rule, changed_by)
select id, 1, 'شارة الباب', 'ساعة واحدة', 0, 'cedar', '1', '{"all": [{"is": "hours", "fields": [], "grades": ["A", "B", "C"], "period": {"is": "always"}, "minutes": 600}]}', 1 from recognition.definition where key = 'door-badge';
-- Those with power have it since today: they may still do without a passkey.
update supervision.supervisor set granted_at = now() where ended_at is null;
insert into organizations.sending (sent_at, sent_by, number) values (now(), 2, 1);
insert into door.thing (side, name, value)
select s.side, t.name, t.value
from (values ('home'), ('far')) s (side),
  lateral (select 'badges', 'hours-10' union all select 'administration/badges', (select id::text from recognition.definition where key = 'door-badge')
    union all select 'achievements', 'door-' || s.side union all select 'version', '1' 
    union all select 'breaches', (select max(id)::text from privacy.breach) union all select 'officers', (select max(id)::text from privacy.officer) union all select 'editors', (select max(id)::text from stories.editor)
    union all select 'load-stored', (select max(id)::text from worth.load where stored_at is not null) union all select 'loads', (select max(id)::text from worth.load where stored_at is null)
    union all select 'status', (select min(number)::text from credentials.status_list)
    union all select 'sendings', (select max(id)::text from organizations.sending) union all select 'ramadan', '1448' union all select 'settings', (select coalesce(min(key), 'hours.confirm-within') from site.setting)) t (name, value);

-- Those who come together: a team with somebody who asks, a party, a family, friends, and seats that are to change hands.
create function door.together(the_side text, org bigint) returns void language plpgsql as $$
declare
  his bigint := (select p.account from door.person p where p.role = 'volunteer' and p.side = the_side);
  child bigint := (select p.account from door.person p where p.role = 'minor' and p.side = the_side);
  theirs bigint := (select id from accounts.account where email = the_side || '-second@example.org');
  today bigint := (select t.value::bigint from door.thing t where t.side = the_side and t.name = 'shifts');
  offer bigint := (select t.value::bigint from door.thing t where t.side = the_side and t.name = 'opportunities');
  moment timestamptz := date_trunc('minute', now());
  third bigint;
  late bigint;
  later bigint;
  thing bigint;
  other bigint;
begin
  third := door.volunteer('متطوع ثالث ' || the_side, the_side || '-third@example.org', 1996, (select commune_code from organizations.organization where id = org));
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken) values (offer, moment + interval '8 days', moment + interval '8 days 3 hours', 10, 4) returning id into late;
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken) values (offer, moment + interval '9 days', moment + interval '9 days 3 hours', 10, 3) returning id into later;
  insert into teams.team (name, captain_id, second_id, made_at) values ('فريق ' || the_side, his, theirs, moment) returning id into thing;
  insert into teams.member (team_id, person_id, asked_at, accepted_at) values (thing, his, moment, moment), (thing, theirs, moment, moment), (thing, child, moment, null);
  perform door.note(the_side, 'teams', thing);
  perform door.note(the_side, 'team-member', theirs);
  perform door.note(the_side, 'team-asking', child);
  insert into participation.party (shift_id, kind, name, whole, made_by) values (late, 'team', 'فريق ' || the_side, true, his) returning id into other;
  insert into participation.application (shift_id, volunteer_id, state, party_id) values (late, theirs, 'accepted', other), (late, third, 'accepted', other);
  insert into teams.registration (party_id, team_id) values (other, thing);
  perform door.note(the_side, 'party', other);
  insert into participation.application (shift_id, volunteer_id, state, seats) values (late, his, 'accepted', 2) returning id into thing;
  perform door.note(the_side, 'family-application', thing);
  insert into participation.named_person (application_id, name, birth_year, relation) values (thing, 'سعاد', 1970, 'parent') returning id into other;
  perform door.note(the_side, 'named', other);
  insert into teams.friendship (shift_id, host_id, guest_id, guest_yes_at) values (late, his, theirs, moment) returning id into other;
  perform door.note(the_side, 'friendships', other);
  insert into teams.link (application_id, made_by, made_at, ends_at) values (thing, his, moment, moment + interval '7 days') returning id into other;
  perform door.note(the_side, 'with-link', other);
  insert into participation.application (shift_id, volunteer_id, state) values (later, his, 'accepted') returning id into thing;
  insert into teams.seat_offer (kind, application_id, shift_id, giver_id, listed, made_at) values ('stand-in', thing, later, his, true, moment) returning id into other;
  perform door.note(the_side, 'seat-offers', other);
  insert into participation.application (shift_id, volunteer_id, state) values (later, theirs, 'accepted') returning id into thing;
  insert into teams.seat_offer (kind, application_id, shift_id, giver_id, listed, made_at) values ('stand-in', thing, later, theirs, true, moment) returning id into other;
  perform door.note(the_side, 'seat-offers-listed', other);
  insert into participation.application (shift_id, volunteer_id, state) values (later, third, 'accepted') returning id into thing;
  insert into teams.seat_offer (kind, application_id, shift_id, giver_id, listed, made_at, state, taker_id, taken_at)
    values ('stand-in', thing, later, third, false, moment, 'taken', his, moment) returning id into other;
  perform door.note(the_side, 'desk/stand-ins', other);
  update opportunities.shift set taken = taken + 1 where id = today;
  update participation.application set seats = 2 where shift_id = today and volunteer_id = theirs returning id into thing;
  insert into participation.named_person (application_id, name, birth_year, relation) values (thing, 'رفيق', 1992, 'friend') returning id into other;
  perform door.note(the_side, 'named-today', other);
end $$;
select door.together('home', 1);
select door.together('far', 4);
-- A key of each organisation and of each partner, whose secret nobody knows.
insert into api.key (organization_id, label, prefix, hash, scopes, made_by, made_at, ends_at)
select t.value::bigint, 'Door', 'ltk_door0' || case t.side when 'home' then '1' else '2' end, sha256(('o' || t.side)::bytea), '{hours:read}', p.account, now(), now() + interval '30 days'
from door.thing t join door.person p on p.side = t.side and p.role = 'owner' where t.name = 'organizations';
insert into api.key (partner_id, label, prefix, hash, scopes, made_by, made_at, ends_at)
select t.value::bigint, 'Door', 'ltk_door1' || case t.side when 'home' then '1' else '2' end, sha256(('p' || t.side)::bytea), '{benefits:read}', p.account, now(), now() + interval '30 days'
from door.thing t join door.person p on p.side = t.side and p.role = 'head' where t.name = 'partners';
insert into door.thing (side, name, value)
select t.side, 'organization-keys', k.id::text from door.thing t join api.key k on k.organization_id = t.value::bigint where t.name = 'organizations'
union all select t.side, 'partner-keys', k.id::text from door.thing t join api.key k on k.partner_id = t.value::bigint where t.name = 'partners';
