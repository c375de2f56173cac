-- Which browser a session was opened in: the hash of a random mark that lives in a cookie, so that one device for many people is seen. Nothing of the device itself.
alter table accounts.session add column device_mark bytea;
create index on accounts.session (device_mark) where device_mark is not null;
