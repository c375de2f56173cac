-- What visitors search: one narrow row for each published opportunity with a coming shift, kept in the transaction that changes it.
-- The words of an opportunity, folded and stemmed in Java (opportunities.ListingText); kept apart, so that rows of the listing
-- can be made again in SQL alone. Two vectors without weights instead of one with: a weight cannot be told from the index, so that every hit
-- would be read and compared again.
create table opportunities.wording (
  opportunity_id bigint primary key references opportunities.opportunity on delete cascade,
  about          tsvector not null,                        -- what it says of itself
  around         tsvector not null                         -- other words of its description and of its field's name
);

-- Distinct words of all wordings, for "did you mean". Two words within one slip share a key: the word itself, or it without one of its
-- letters. (Trigrams of pg_trgm see no Arabic letter where the database's character type is C, as in the embedded one.)
create table opportunities.word (
  word  text primary key,                                  -- folded, without the article, not stemmed
  shown text not null,                                     -- as somebody wrote it
  keys  text[] not null
);
create index word_keys on opportunities.word using gin (keys);

-- A place on a plane, in kilometres: equidistant conic on parallels 22° and 35°, from 3° east; within 1 % all over the country.
create function opportunities.spot(lat double precision, lon double precision) returns point
language sql immutable strict parallel safe as $$
  select point(rho * sin(theta), 6371.0 * 2.33128168532 - rho * cos(theta))
  from (select 6371.0 * (2.33128168532 - radians(lat)) as rho, 0.47613590631 * radians(lon - 3) as theta) flat
$$;

-- By which need is sorted: the start, drawn nearer by two days for each doubling of the hands still missing; full ones come last.
-- In whole steps, so that most seats taken leave the indexes alone.
create function opportunities.need_at(next_start timestamptz, seats_left integer) returns timestamptz
language sql stable strict parallel safe as $$
  select case when seats_left = 0 then next_start + interval '20000 days'
              else next_start - make_interval(hours => 48 * floor(ln(seats_left + 1) / ln(2) + 1e-9)::integer) end
$$;

create table opportunities.listing (
  opportunity_id  bigint primary key references opportunities.opportunity on delete cascade,
  organization_id bigint not null,
  campaign_id     bigint,
  field_code      text not null,
  activity_code   text,
  wilaya_code     char(2),                                 -- null: remote without a place
  commune_code    char(4),
  remote          boolean not null,
  audiences       text[] not null,
  min_age         smallint not null,
  spot            point,
  next_start      timestamptz not null,                    -- of the soonest open shift that has not begun
  days            datemultirange not null,                 -- days of all such shifts, in Africa/Algiers
  seats           integer not null,                        -- of all such shifts
  seats_left      integer not null,
  need_at         timestamptz not null,
  about           tsvector not null,
  around          tsvector not null
) with (fillfactor = 80);
create index listing_need on opportunities.listing (need_at, opportunity_id);
create index listing_date on opportunities.listing (next_start, opportunity_id);
create index listing_wilaya_need on opportunities.listing (wilaya_code, need_at, opportunity_id);
create index listing_wilaya_date on opportunities.listing (wilaya_code, next_start, opportunity_id);
create index listing_commune on opportunities.listing (commune_code, need_at, opportunity_id);
create index listing_field_need on opportunities.listing (field_code, need_at, opportunity_id);
create index listing_field_date on opportunities.listing (field_code, next_start, opportunity_id);
create index listing_activity on opportunities.listing (activity_code, need_at, opportunity_id);
create index listing_organization on opportunities.listing (organization_id, next_start);
create index listing_campaign on opportunities.listing (campaign_id, next_start) where campaign_id is not null;
create index listing_remote on opportunities.listing (need_at, opportunity_id) where remote;
create index listing_spot on opportunities.listing using gist (spot);
create index listing_days on opportunities.listing using gist (days);
-- Short lists of rows waiting for their place in the index, since every search reads through them.
create index listing_about on opportunities.listing using gin (about) with (gin_pending_list_limit = 256);
create index listing_around on opportunities.listing using gin (around) with (gin_pending_list_limit = 256);
alter table opportunities.listing alter column about set statistics 400;

-- Makes the listing rows of these opportunities true again; others are left alone. An opportunity that is not published, whose organisation
-- is not verified, or that has no coming shift, has none. Rows are held one after the other in the order of their ids; shifts are not held:
-- whoever is about to take a seat waits for the row at commit and then adds to what was written here.
create function opportunities.refresh_listings(ids bigint[], at timestamptz default now()) returns integer
language plpgsql as $$
declare
  made integer;
begin
  perform from opportunities.listing where opportunity_id = any(ids) order by opportunity_id for update;
  delete from opportunities.listing l where l.opportunity_id = any(ids) and not exists (
    select from opportunities.opportunity o
    join organizations.public_organization g on g.id = o.organization_id and g.state = 'verified'
    join opportunities.shift s on s.opportunity_id = o.id and s.state = 'open' and s.starts_at > at
    where o.id = l.opportunity_id and o.state = 'published');
  insert into opportunities.listing as l (opportunity_id, organization_id, campaign_id, field_code, activity_code, wilaya_code, commune_code,
      remote, audiences, min_age, spot, next_start, days, seats, seats_left, need_at, about, around)
  select o.id, o.organization_id, o.campaign_id, o.field_code, o.activity_code, o.wilaya_code, o.commune_code,
      o.remote, o.audiences, o.min_age, opportunities.spot(coalesce(o.lat, c.lat), coalesce(o.lon, c.lon)),
      s.next_start, s.days, s.seats, s.seats_left, opportunities.need_at(s.next_start, s.seats_left),
      coalesce(w.about, ''), coalesce(w.around, '')
  from opportunities.opportunity o
  join organizations.public_organization g on g.id = o.organization_id and g.state = 'verified'
  left join places.commune c on c.code = o.commune_code
  left join opportunities.wording w on w.opportunity_id = o.id
  cross join lateral (
    select min(starts_at) as next_start, sum(capacity)::integer as seats, sum(capacity - taken)::integer as seats_left,
        range_agg(daterange((starts_at at time zone 'Africa/Algiers')::date, (ends_at at time zone 'Africa/Algiers')::date, '[]')) as days
    from opportunities.shift
    where opportunity_id = o.id and state = 'open' and starts_at > at) s
  where o.id = any(ids) and o.state = 'published' and s.next_start is not null
  order by o.id
  on conflict (opportunity_id) do update set
      organization_id = excluded.organization_id, campaign_id = excluded.campaign_id, field_code = excluded.field_code,
      activity_code = excluded.activity_code, wilaya_code = excluded.wilaya_code, commune_code = excluded.commune_code,
      remote = excluded.remote, audiences = excluded.audiences, min_age = excluded.min_age, spot = excluded.spot,
      next_start = excluded.next_start, days = excluded.days, seats = excluded.seats, seats_left = excluded.seats_left,
      need_at = excluded.need_at, about = excluded.about, around = excluded.around;
  get diagnostics made = row_count;
  return made;
end $$;

-- Time passes: rows whose soonest shift has begun go on to the next one, or leave. Called every half minute, by as many nodes as there are.
create function opportunities.roll_listings(at timestamptz default now(), at_most integer default 500) returns integer
language plpgsql as $$
declare
  ids bigint[];
begin
  select array_agg(opportunity_id) into ids from (
    select opportunity_id from opportunities.listing where next_start <= at
    order by next_start, opportunity_id limit at_most for update skip locked) due;
  if ids is null then return 0; end if;
  perform opportunities.refresh_listings(ids, at);
  return cardinality(ids);
end $$;

-- A seat taken or given back is counted anew at commit: the row of the listing is held for the commit alone, after all shifts, and the
-- sum is read once it is held, so that it is true whoever else commits at the same time.
create function opportunities.shift_seats_changed() returns trigger
language plpgsql as $$
begin
  perform from opportunities.listing where opportunity_id = new.opportunity_id and next_start <= new.starts_at for update;
  if not found then return null; end if;
  update opportunities.listing l
  set seats_left = s.seats_left, need_at = opportunities.need_at(l.next_start, s.seats_left)
  from (select coalesce(sum(s.capacity - s.taken), 0)::integer as seats_left
        from opportunities.shift s join opportunities.listing l on l.opportunity_id = s.opportunity_id
        where s.opportunity_id = new.opportunity_id and s.state = 'open' and s.starts_at >= l.next_start) s
  where l.opportunity_id = new.opportunity_id;
  return null;
end $$;
create constraint trigger shift_seats_changed after update of taken on opportunities.shift
  deferrable initially deferred for each row when (old.taken <> new.taken)
  execute function opportunities.shift_seats_changed();
