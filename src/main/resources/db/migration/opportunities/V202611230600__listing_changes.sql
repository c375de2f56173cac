-- What changed in the listing since a moment, so that nodes which hold a copy of it in memory can make the copy true again, whoever
-- changed it: another node, a trigger, somebody at a console.

-- One row for each listing that a transaction made, changed or took away. A moment is a snapshot of PostgreSQL, not a number or a time: of two transactions the
-- one that began later may commit first, and a number would then pass over the other.
create table opportunities.listing_change (
  xact           xid8 not null default pg_current_xact_id(),
  opportunity_id bigint not null                           -- 0: all of them
);
create index listing_change_xact on opportunities.listing_change (xact);

-- Changes made by older transactions are swept away.
create table opportunities.listing_horizon (
  one  boolean primary key default true check (one),
  xact xid8 not null
);
insert into opportunities.listing_horizon (xact) values ('3');

-- Listings changed by transactions that a snapshot did not see and that are seen now; 0 when that is no longer known.
create function opportunities.listings_changed_since(seen pg_snapshot) returns setof bigint
language sql stable as $$
  select opportunity_id from opportunities.listing_change where xact >= pg_snapshot_xmax(seen)
  union all
  select c.opportunity_id from pg_snapshot_xip(seen) as running (xact) join opportunities.listing_change c on c.xact = running.xact
  union all
  select 0 from opportunities.listing_horizon where xact > pg_snapshot_xmin(seen)
$$;

-- Forgets what everybody has seen who looked at this snapshot or later. Rows of transactions still to come are those of another cluster,
-- from which this database was copied.
create function opportunities.sweep_listing_changes(seen pg_snapshot) returns void
language sql as $$
  update opportunities.listing_horizon set xact = pg_snapshot_xmin(seen) where xact < pg_snapshot_xmin(seen) or xact >= pg_snapshot_xmax(pg_current_snapshot());
  delete from opportunities.listing_change where xact < pg_snapshot_xmin(seen) or xact >= pg_snapshot_xmax(pg_current_snapshot());
$$;

create function opportunities.listing_changed() returns trigger
language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    insert into opportunities.listing_change (opportunity_id) values (0);
  else
    insert into opportunities.listing_change (opportunity_id) select opportunity_id from changed;
  end if;
  return null;
end $$;
create trigger listing_made after insert on opportunities.listing
  referencing new table as changed for each statement execute function opportunities.listing_changed();
create trigger listing_updated after update on opportunities.listing
  referencing new table as changed for each statement execute function opportunities.listing_changed();
create trigger listing_gone after delete on opportunities.listing
  referencing old table as changed for each statement execute function opportunities.listing_changed();
create trigger listing_emptied after truncate on opportunities.listing
  for each statement execute function opportunities.listing_changed();
