-- What supervision takes out of sight comes back as it was when the decision is taken back.
alter table trainings.training
  add column withheld_from text,
  drop constraint training_state_check,
  add constraint training_state_check check (state in ('draft', 'open', 'closed', 'cancelled', 'withheld')),
  add constraint training_withheld_from check (withheld_from in ('open', 'closed')),
  add constraint training_comes_back check ((state = 'withheld') = (withheld_from is not null));
