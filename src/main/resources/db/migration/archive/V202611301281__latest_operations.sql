-- When each operation came into the archive: the feed tells the latest first.
alter table archive.listing add column published_at timestamptz;
alter table archive.listing disable trigger user;
update archive.listing l set published_at = o.state_since from archive.operation o where o.id = l.operation_id;
alter table archive.listing enable trigger user;
alter table archive.listing alter column published_at set not null;
create index listing_latest on archive.listing (published_at desc, operation_id desc);
create index listing_latest_of_wilaya on archive.listing (wilaya_code, published_at desc, operation_id desc);
