-- What an opportunity asks for goes with it: a draft that already required a training could not be thrown away.
alter table trainings.required
  drop constraint required_opportunity_id_fkey,
  add constraint required_opportunity_id_fkey foreign key (opportunity_id) references opportunities.opportunity on delete cascade;
