-- Found by the person, for «my data» and for erasure, without reading the whole table.
create index on programmes.consent (membership_id);
create index on programmes.correction (membership_id, id);
create index on programmes.invitation (account_id) where account_id is not null;
create index on programmes.invitation (contact) where contact is not null;
