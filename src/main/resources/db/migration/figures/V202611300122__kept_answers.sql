-- What everybody asks first of the nation, answered already: kept by figures.Kept while nothing was written since, brought on each minute while something is.
create table figures.kept (
  question text primary key,
  as_of    timestamptz not null,
  stamp    text not null,
  answer   bytea not null
);

-- Changes with whatever changes an answer.
create function figures.stamp() returns text
language sql stable as $$
  select md5(concat_ws(' ', (select string_agg(year || ' ' || seen::text, ' ' order by year) from figures.state),
    (select count(*) || ' ' || max(id) from figures.fresh), (select count(*) from figures.changed_person), (select count(*) from figures.turned),
    (select string_agg(year::text, ' ' order by year) from figures.to_make)))
$$;
