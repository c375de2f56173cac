-- Found by the person, for «my data» and for erasure, without reading the whole table.
create index on teams.friendship (host_id);
create index on teams.friendship (guest_id);
create index on teams.member (person_id);
create index on teams.team (captain_id);
create index on teams.team (second_id) where second_id is not null;
