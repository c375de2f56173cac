-- From when on somebody administers: a passkey is asked for some days after.
alter table accounts.account add column administrator_since timestamptz;
update accounts.account set administrator_since = created_at where administrator;
