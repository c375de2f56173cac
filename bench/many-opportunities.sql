-- Until 100,000 opportunities are listed: those of the demonstration again, under other numbers.
do $$
declare
  listed integer;
  ids bigint[];
begin
  select count(*) into listed from opportunities.listing;
  if listed = 0 or listed >= 100000 then return; end if;
  create temp table copy on commit drop as
    select l.opportunity_id as old, l.opportunity_id + k * 1000000 as id
    from opportunities.listing l cross join generate_series(1, 100) as k
    order by k, l.opportunity_id limit 100000 - listed;
  insert into opportunities.opportunity
    select (jsonb_populate_record(o, jsonb_build_object('id', c.id))).* from copy c join opportunities.opportunity o on o.id = c.old;
  insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, taken)
    select c.id, s.starts_at, s.ends_at, s.capacity, s.taken from copy c join opportunities.shift s on s.opportunity_id = c.old
    where s.starts_at > now() and s.state = 'open';
  insert into opportunities.wording select c.id, w.about, w.around from copy c join opportunities.wording w on w.opportunity_id = c.old;
  select array_agg(id) into ids from copy;
  perform opportunities.refresh_listings(ids);
end $$;
vacuum analyze;
