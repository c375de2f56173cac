insert into participation.attendance (id, shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, grade, closed_at)
values (9001, 9001, 9001, 9001, '2026-03-06T08:05:00Z', 9002, '2026-03-06T11:30:00Z', 9002, 'B', '2026-03-06T12:10:00Z');
insert into participation.deed (key, shift_id, volunteer_id, deed, at, by_account) values ('upgrade-deed-in', 9001, 9001, 'check-in', '2026-03-06T08:05:00Z', 9002),
  ('upgrade-deed-out', 9001, 9001, 'check-out', '2026-03-06T11:30:00Z', 9002);
insert into participation.closure (shift_id, closed_at, closed_by, came, no_shows, proposed) values (9001, '2026-03-06T12:10:00Z', 9002, 1, 0, 1);
insert into volunteers.guardian_consent (id, volunteer_id, purpose, guardian_name, guardian_contact, code_hash, given_at) values (9001, 9001, 'take-part', 'وليّ تجريبي', '+213550000009', '\x00', now());
insert into supervision.supervisor (account_id, wilaya_code, granted_by) values (9003, null, 9003);
insert into recognition.badge (volunteer_id, tier_hours) values (9001, 10);
