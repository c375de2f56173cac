-- Found by the person, for «my data» and for erasure, without reading the whole table.
create index on participation.named_person (taken_over_by) where taken_over_by is not null;
create index on participation.party (made_by);
