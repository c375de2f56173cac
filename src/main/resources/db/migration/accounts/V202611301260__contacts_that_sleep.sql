-- Numbers are given to other people when nobody used them for long. So each contact has a day on which it was last shown to be the person's own,
-- and what changes the ways into an account is told, held for a while and can be taken back.
alter table accounts.account
  add column email_proved_at timestamptz not null default now(),  -- a code sent there was typed; without an address it says nothing
  add column phone_proved_at timestamptz not null default now(),
  add column held_until      timestamptz,                         -- sensitive deeds wait until then
  add column released_at     timestamptz;                         -- the last contact came to somebody else; other ways in are left, or a coordinator's word
update accounts.account a
set email_proved_at = greatest(a.created_at, s.last), phone_proved_at = greatest(a.created_at, s.last)
from (select a.id, max(s.opened_at) as last from accounts.account a left join accounts.session s on s.account_id = a.id and s.way_in <> 'passkey' group by a.id) s
where s.id = a.id;
alter table accounts.account drop constraint somebody_can_be_reached;
alter table accounts.account add constraint somebody_can_be_reached
  check (closed_at is not null or email is not null or phone is not null or entrusted or released_at is not null);

-- A contact that was put, replaced or released. Who had the account before can take a new one back for some days, with what their message said.
create table accounts.contact_change (
  id         bigint generated always as identity primary key,
  account_id bigint not null references accounts.account,
  kind       text not null check (kind in ('email', 'phone')),
  before     text,                                         -- null: there was none
  after      text,                                         -- null: it came to somebody else
  at         timestamptz not null,
  token_hash bytea unique,                                 -- null: cannot be taken back
  undo_until timestamptz,
  undone_at  timestamptz,
  check (before is not null or after is not null),
  check ((token_hash is null) = (undo_until is null)),
  check (undone_at is null or token_hash is not null)
);
create index on accounts.contact_change (account_id, at desc);
create index on accounts.contact_change (at);
