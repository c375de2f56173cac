-- Cells of what people are: each person with all hours of the quarter, once.
with given as (
  select volunteer_id, sum(minutes) as minutes, sum(minutes) filter (where sector = 'direct') as direct, sum(minutes) filter (where sector <> 'direct') as organised
  from releases.counted(:release, :above, :size, :grades, :first, :last) group by volunteer_id
), person as (
  select g.minutes, coalesce(f.sex::text, 'X') as sex, coalesce(f.band, 'X') as band,
    case when f.band in ('25-29', '30-54') then '25-54' else coalesce(f.band, 'X') end as age,
    case when f.band in ('15-24', '25-29') then '15-29' else 'older' end as young,
    case when coalesce(g.direct, 0) <= 0 then 'organisation' when coalesce(g.organised, 0) <= 0 then 'direct' else 'both' end as type,
    coalesce(f.education, 'X') as education, coalesce(f.status, 'X') as status,
    coalesce(f.residence::text, 'X') as r69, coalesce(w.code_58::text, 'X') as r58, coalesce(w.code_48::text, 'X') as r48
  from given g
  join releases.person f on f.release = :release and f.volunteer_id = g.volunteer_id
  left join places.wilaya w on w.code = f.residence
)
select concat_ws('|', case when grouping(sex) = 0 then 'sex=' || sex end, case when grouping(age) = 0 then 'age=' || age end,
    case when grouping(band) = 0 then 'band=' || band end, case when grouping(young) = 0 then 'young=' || young end,
    case when grouping(type) = 0 then 'type=' || type end, case when grouping(education) = 0 then 'education=' || education end,
    case when grouping(status) = 0 then 'status=' || status end, case when grouping(r69) = 0 then 'r69=' || r69 end,
    case when grouping(r58) = 0 then 'r58=' || r58 end, case when grouping(r48) = 0 then 'r48=' || r48 end) as key,
  count(*) filter (where minutes >= 60) as persons, count(*) filter (where minutes > 0) as givers, sum(minutes) as minutes,
  coalesce(percentile_disc(0.5) within group (order by minutes) filter (where minutes >= 60), 0) as median,
  count(*) as touched
from person
group by grouping sets ((), (sex), (age), (sex, age), (band), (sex, band), (young), (sex, young), (type), (sex, type), (education), (status),
  (r69), (r58), (r48), (sex, r69))
