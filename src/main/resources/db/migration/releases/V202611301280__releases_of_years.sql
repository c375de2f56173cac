-- Years are released beside quarters: 2026 beside 2026Q1 to 2026Q4.
alter table releases.release drop constraint release_name_check;
alter table releases.release add constraint release_name_check check (name ~ '^[0-9]{4}(Q[1-4])?$');

-- What each person gave to each cell whose hours add up over quarters: in a year and its quarters these are the same cells, so one may be subtracted from the other.
create function releases.shares(of text, size bigint, grades text[], first date, last date)
returns table (key text, volunteer_id bigint, minutes bigint)
language sql stable as $$
  with line as materialized (
    select * from releases.counted(of, 0, size, grades, first, last)
  ), given as (
    select line.volunteer_id, sum(line.minutes) as minutes from line group by line.volunteer_id
  ), person as (
    select g.volunteer_id, g.minutes, 'sex=' || coalesce(f.sex::text, 'X') as sex, coalesce(f.band, 'X') as band,
      case when f.band in ('25-29', '30-54') then '25-54' else coalesce(f.band, 'X') end as age,
      case when f.band in ('15-24', '25-29') then '15-29' else 'older' end as young,
      coalesce(f.education, 'X') as education, coalesce(f.status, 'X') as status,
      coalesce(f.residence::text, 'X') as r69, coalesce(w.code_58::text, 'X') as r58, coalesce(w.code_48::text, 'X') as r48
    from given g
    join releases.person f on f.release = of and f.volunteer_id = g.volunteer_id
    left join places.wilaya w on w.code = f.residence
  )
  select part.key, p.volunteer_id, p.minutes
  from person p
  cross join lateral (values (''), (p.sex), ('age=' || p.age), (p.sex || '|age=' || p.age), ('band=' || p.band), (p.sex || '|band=' || p.band),
    ('young=' || p.young), (p.sex || '|young=' || p.young), ('education=' || p.education), ('status=' || p.status),
    ('r69=' || p.r69), ('r58=' || p.r58), ('r48=' || p.r48), (p.sex || '|r69=' || p.r69)) as part (key)
  union all
  select part.key, l.volunteer_id, sum(l.minutes)
  from line l
  left join taxonomy.activity a on a.code = l.activity
  left join taxonomy.field f on f.code = l.field
  left join places.wilaya w on w.code::text = l.wilaya
  cross join lateral (values ('month=' || l.month), ('field=' || l.field), ('work=' || l.field || '/' || l.activity),
    ('section=' || coalesce(f.icnp_tso_section, 'X')), ('isco=' || coalesce(substr(a.isco_08, 1, 1), 'X')), ('sector=' || l.sector),
    ('w69=' || l.wilaya), ('w58=' || coalesce(w.code_58::text, 'X')), ('w48=' || coalesce(w.code_48::text, 'X'))) as part (key)
  group by part.key, l.volunteer_id
$$;
