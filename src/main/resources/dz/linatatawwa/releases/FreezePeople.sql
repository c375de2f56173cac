-- Everybody with a counted line in the quarter or the month before it, as they are now; who was frozen before stays as frozen.
insert into releases.person (release, volunteer_id, adult, adult_before, sex, band, education, status, residence, first_day)
select :release, v.id, :year - v.birth_year >= 15, :yearBefore - v.birth_year >= 15, v.sex,
  case when :year - v.birth_year < 15 then null when :year - v.birth_year < 25 then '15-24' when :year - v.birth_year < 30 then '25-29'
    when :year - v.birth_year < 55 then '30-54' when :year - v.birth_year < 65 then '55-64' else '65+' end,
  v.education, v.audience, v.wilaya_code,
  (select min(e.day) from hours.line e
    where e.volunteer_id = v.id and e.minutes > 0 and e.grade::text = any(:grades) and extract(year from e.day) - v.birth_year >= 15
      and exists (select from checkpoints.placed p where p.entry_id = e.id and p.position < :size)
      and not exists (select from hours.line r join checkpoints.placed p on p.entry_id = r.id and p.position < :size where r.reverses = e.id))
from volunteers.statistical v
where v.id in (select l.volunteer_id from hours.line l join checkpoints.placed t on t.entry_id = l.id and t.position < :size
  where l.day between :before and :last and l.grade::text = any(:grades))
on conflict do nothing
