-- Tables of past operations: so many rows that the file lies in the data folder and the rows in the room that takes them.
alter table imports.import drop constraint import_kind_check;
alter table imports.import add constraint import_kind_check check (kind in ('organizations', 'opportunities', 'institutions', 'operations'));
