-- Cells of what was done, where and when: somebody who stands in two cells of a kind is counted in both.
with given as (
  select part.key, l.volunteer_id, sum(l.minutes) as minutes
  from releases.counted(:release, :above, :size, :grades, :first, :last) l
  left join taxonomy.activity a on a.code = l.activity
  left join taxonomy.field f on f.code = l.field
  left join places.wilaya w on w.code::text = l.wilaya
  cross join lateral (values ('month=' || l.month), ('field=' || l.field), ('work=' || l.field || '/' || l.activity),
    ('section=' || coalesce(f.icnp_tso_section, 'X')), ('isco=' || coalesce(substr(a.isco_08, 1, 1), 'X')), ('sector=' || l.sector),
    ('w69=' || l.wilaya), ('w58=' || coalesce(w.code_58::text, 'X')), ('w48=' || coalesce(w.code_48::text, 'X'))) as part (key)
  group by 1, 2
)
select key, count(*) filter (where minutes >= 60) as persons, count(*) filter (where minutes > 0) as givers, sum(minutes) as minutes,
  coalesce(percentile_disc(0.5) within group (order by minutes) filter (where minutes >= 60), 0) as median, count(*) as touched
from given group by key
