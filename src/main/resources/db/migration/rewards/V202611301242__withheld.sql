-- What supervision takes out of sight comes back as it was when the decision is taken back; codes that are out stay good.
alter table rewards.benefit
  add column withheld_from text,
  drop constraint benefit_state_check,
  add constraint benefit_state_check check (state in ('draft', 'open', 'closed', 'stopped', 'withheld')),
  add constraint benefit_withheld_from check (withheld_from in ('open', 'closed')),
  add constraint benefit_comes_back check ((state = 'withheld') = (withheld_from is not null));
do $$
declare old name;
begin
  select conname into strict old from pg_constraint
  where conrelid = 'rewards.benefit'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%ended_at IS NOT NULL%';
  execute format('alter table rewards.benefit drop constraint %I', old);
end $$;
alter table rewards.benefit add constraint benefit_over
  check ((state in ('closed', 'stopped') or coalesce(withheld_from, '') = 'closed') = (ended_at is not null));
