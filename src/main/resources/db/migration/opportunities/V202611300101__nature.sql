-- Rule 6: compulsory, curricular and paid time can be recorded and never counts. What is not free is attended like the rest and never reaches the ledger.
alter table opportunities.opportunity
  add column nature text not null default 'free' check (nature in ('free', 'compulsory', 'curricular', 'paid'));
