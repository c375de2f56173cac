-- A random key that all nodes sign short-lived cookies with: what one node said is believed by the other.
create table site.secret (
  purpose text primary key check (purpose in ('flash')),
  value   bytea not null check (length(value) = 32)
);
