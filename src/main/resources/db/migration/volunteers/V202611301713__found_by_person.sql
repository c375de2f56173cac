-- Found by the person, for «my data» and for erasure, without reading the whole table.
create index on volunteers.guardian_consent (volunteer_id);
