-- Found by the person, for «my data» and for erasure, without reading the whole table.
create index on privacy.leaving (account_id);
create index on privacy.request (id) where answered_at is null;
