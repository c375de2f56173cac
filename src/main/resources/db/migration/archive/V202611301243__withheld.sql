-- What supervision takes out of sight: the whole operation, or one of its pictures.
alter table archive.operation
  drop constraint operation_state_check,
  add constraint operation_state_check check (state in ('draft', 'waiting', 'published', 'refused', 'merged', 'withdrawn', 'withheld'));
alter table archive.picture add column withheld_at timestamptz;
