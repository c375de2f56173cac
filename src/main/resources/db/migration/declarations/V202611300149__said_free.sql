-- "Unpaid, of my own choice, for others": whoever declares says so. Null: declared before that was asked.
alter table declarations.declaration add column said_free boolean check (said_free);
