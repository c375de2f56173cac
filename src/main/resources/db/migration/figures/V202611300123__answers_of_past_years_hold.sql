-- Kept answers hold as long as nothing was written within their own period, whatever is written elsewhere.
alter table figures.state add column written bigint not null default 0;   -- how often slices of this year were written

drop function figures.stamp();
create function figures.stamp(first date, last date) returns text
language sql stable as $$
  select md5(concat_ws(' ',
    (select string_agg(year || ' ' || written, ' ' order by year) from figures.state where year between extract(year from first) and extract(year from last)),
    (select count(*) || ' ' || max(id) from figures.fresh where day between first and last),
    (select count(*) from figures.changed_person), (select count(*) from figures.turned),
    (select string_agg(year::text, ' ' order by year) from figures.to_make where year between extract(year from first) and extract(year from last))))
$$;
