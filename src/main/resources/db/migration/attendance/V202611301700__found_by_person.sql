-- Found by the person, for «my data» and for erasure, without reading the whole table.
create index on attendance.conflict (volunteer_id);
