-- Waiting times fall into classes that grow by a quarter of an octave: 0 is under a minute, k up to 2^(k/4) minutes; the last one holds the rest.
create function figures.wait_class(wait interval) returns integer
language sql immutable strict parallel safe as $$
  select case when extract(epoch from wait) < 60 then 0
              else least(81, 1 + floor(4 * ln(extract(epoch from wait)::double precision / 60) / ln(2::double precision) + 1e-9)::integer) end
$$;
