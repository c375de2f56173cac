-- An import that runs can be stopped: what it stored stays until somebody takes it back.
alter table imports.import drop constraint import_state_check;
alter table imports.import add constraint import_state_check check (state in ('uploaded', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone'));
alter table imports.import drop constraint done_means_all;
alter table imports.import add constraint done_means_all check (state <> 'done' or rows_done = rows_in);
