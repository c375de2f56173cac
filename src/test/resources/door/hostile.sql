-- Names and words that no form would let through, where people read them: whatever came to be in the tables, no page makes markup, sums or formulas of it.
create table door.word (n integer primary key, word text not null);
insert into door.word values
  (0, '<script>zz()</script>'), (1, '"><zz-planted onmouseover="zz()" zz-planted=1>'), (2, 'zz{{42*42}}zz zz${42*42}zz zz#{42*42}zz'), (3, U&'\202Egnp.exe \2066zz'),
  (4, '=cmd|'' /C calc''!A0'), (5, U&'a\200B\200D\FEFFb'), (6, '''; drop table x; --'), (7, '</textarea></title><zz-planted>'), (8, '@SUM(1+1)*cmd'), (9, '../../etc/passwd'),
  (10, 'javascript:zz()'), (11, '&lt;zz-planted&gt;&amp;');

create function door.word(n bigint) returns text language sql stable as $$ select word from door.word w where w.n = n % 12 $$;

update accounts.account set name = left(door.word(id) || name, 80) where id % 3 = 0 or email like 'home-%' or email like 'far-%';
update organizations.organization set name_ar = left(door.word(id) || ' ' || name_ar, 190), about = door.word(id + 1), address = door.word(id + 2), president = door.word(id + 3),
  website = case when website is not null then 'javascript:zz()' end;
update opportunities.opportunity set title = left(door.word(id + 1) || ' ' || title, 150), summary = door.word(id + 2), description = door.word(id + 3) || E'\n' || door.word(id + 4),
  address = door.word(id + 5), bring = door.word(id + 6), access = door.word(id + 7) where id % 2 = 0 or title like '%الباب%';
update opportunities.campaign set title = left(door.word(id) || ' ' || title, 150), aim = door.word(id + 1);
update partnerships.partner set name_ar = left(door.word(id + 2) || ' ' || name_ar, 190), about = door.word(id + 3);
update programmes.programme set name_ar = left(door.word(id + 1) || ' ' || name_ar, 190);
update programmes.cohort set name = left(door.word(id) || ' ' || name, 110);
update trainings.training set name_ar = left(door.word(id) || ' ' || name_ar, 150), about_ar = door.word(id + 1) || ' ' || about_ar where id % 2 = 1;
update rewards.benefit set name_ar = left(door.word(id) || ' ' || name_ar, 110), about_ar = door.word(id + 1);
update notices.notice set title = door.word(id) || title, body = door.word(id + 1) || body;
update contests.statement set words = door.word(id) || words;
update declarations.declaration set title = left(door.word(id) || title, 110), for_whom = left(door.word(id + 1) || for_whom, 190);
update supervision.matter set summary = door.word(id) || summary;
update volunteers.volunteer set about = door.word(account_id) where account_id % 5 = 0;
update participation.application set note = door.word(id), reason_words = door.word(id + 1) where id % 7 = 0;
update daybook.goods set what = left(door.word(id) || coalesce(what, ''), 110) where kind <> 'achieved';
update daybook.note set words = door.word(1) || words;
with s as (insert into stories.story (kind, newest, live, publish_at, made_at, changed_at) select 'news', 1, 1, now() - interval '1 day', now(), now() from door.word returning id)
insert into stories.revision (story_id, number, title_ar, summary_ar, body_ar, title_fr, summary_fr, body_fr, title_en, summary_en, body_en, written_at)
select id, 1, left(door.word(id) || ' خبر', 150), door.word(id + 1), door.word(id + 2) || E'\n\n[x](' || door.word(id + 10) || E')\n\n![y](' || door.word(id + 9) || ')', '', '', '', '', '', '', now() from s;
