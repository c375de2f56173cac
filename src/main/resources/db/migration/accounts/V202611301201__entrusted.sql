-- A child of a class or a scout group may have neither e-mail nor phone: the account is kept by the group's leader until it is handed over.
alter table accounts.account add column entrusted boolean not null default false;
alter table accounts.account drop constraint account_check;
alter table accounts.account add constraint somebody_can_be_reached
  check (closed_at is not null or email is not null or phone is not null or entrusted);
