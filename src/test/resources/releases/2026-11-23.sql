insert into certificates.certificate (id, number, kind, facts, volunteer_id, name, first_day, last_day, minutes, lines, issued_at)
values (9001, 'ABCDEFGH12', 'hours', sha256('facts'), 9001, 'أمينة التجريبية', '2026-03-06', '2026-03-06', '{0,120,0,0,0}', 1, '2026-03-08T09:00:00Z');
insert into certificates.covered (certificate_id, entry_id) values (9001, 9003);
insert into credentials.achievement (key, version, type, kind, words) values ('upgrade', 1, 'BADGE', 'badge', '{}');
insert into credentials.status_list (number) values (9001);
insert into credentials.credential (id, kind, source, holder_id, subject, achievement_key, achievement_version, site, list, position, issued_at)
values ('01890000-0000-7000-8000-000000000002', 'badge', 'upgrade:1', 9001, gen_random_uuid(), 'upgrade', 1, 'https://example.dz', 9001, 5, now());
insert into partnerships.partner (id, kind, name_ar, name_key, wilaya_code, made_at, made_by) values (9001, 'university', 'جامعة تجريبية', 'جامعه تجريبيه', '19', now(), 9003);
insert into programmes.programme (id, partner_id, name_ar, goal, from_day, to_day, join_code, made_at, made_by)
values (9001, 9001, 'برنامج الطلبة', '{}', '2026-01-01', '2026-12-31', 'UPGRADE1', now(), 9003);
insert into daybook.note (key, shift_id, kind, words, noted_at, noted_by) values ('upgrade-note', 9001, 'note', 'كان الجو جميلا', '2026-03-06T09:00:00Z', 9002);
insert into codes.card (serial, account_id, made_at) values (9001, 9001, now());
insert into kits.kit (id, shift_id, leader_id, kind, public_key, phone, taken_at) values (9001, 9001, 9002, 'phone', decode(repeat('ab', 64), 'hex'), 'هاتف', now());
