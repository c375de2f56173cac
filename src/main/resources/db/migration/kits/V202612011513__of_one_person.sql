-- What phones sent names a person in four ways; whoever asks what is kept of them finds it by each. Written as it is asked. Hashes, since nobody has looked yet at what a phone sends: it may be of any length.
create index on kits.delivery using hash ((line ->> 'v'));
create index on kits.delivery using hash ((line -> 'who' ->> 'name'));
create index on kits.delivery using hash ((line -> 'who' ->> 'contact'));
create index on kits.delivery using hash (right(regexp_replace(line -> 'who' ->> 'contact', '\D', '', 'g'), 9));
