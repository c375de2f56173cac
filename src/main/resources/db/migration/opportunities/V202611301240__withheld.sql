-- What supervision takes out of sight: seen by its organisation only, and back as it was when the decision is taken back.
alter table opportunities.opportunity
  add column withheld_from text,                           -- the state into which it comes back
  add column withheld_for  text,                           -- who answers for it: report, screening
  drop constraint opportunity_state_check,
  add constraint opportunity_state_check check (state in ('draft', 'published', 'closed', 'cancelled', 'withheld')),
  add constraint opportunity_withheld_from check (withheld_from in ('published', 'closed', 'cancelled')),
  add constraint opportunity_withheld_for check (withheld_for in ('report', 'screening')),
  add constraint opportunity_comes_back check ((state = 'withheld') = (withheld_from is not null) and (state = 'withheld') = (withheld_for is not null));

alter table opportunities.campaign
  add column withheld_from text,
  drop constraint campaign_state_check,
  add constraint campaign_state_check check (state in ('draft', 'published', 'closed', 'cancelled', 'withheld')),
  add constraint campaign_withheld_from check (withheld_from in ('published', 'closed', 'cancelled')),
  add constraint campaign_comes_back check ((state = 'withheld') = (withheld_from is not null));
