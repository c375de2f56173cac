-- Of the transactions that were under way each is looked up by itself: joined at once, the planner expects many of each and reads all changes, of which there are as many as listings after a large filling.
create or replace function opportunities.listings_changed_since(seen pg_snapshot) returns setof bigint
language sql stable as $$
  select opportunity_id from opportunities.listing_change where xact >= pg_snapshot_xmax(seen)
  union all
  select c.opportunity_id from pg_snapshot_xip(seen) as running (xact)
  cross join lateral (select l.opportunity_id from opportunities.listing_change l where l.xact = running.xact offset 0) c
  union all
  select 0 from opportunities.listing_horizon where xact > pg_snapshot_xmin(seen)
$$;
