-- The second step of people with power over others' things: six digits of an authenticator app, or a passkey.
create table accounts.authenticator (
  account_id   bigint primary key references accounts.account,
  secret       bytea not null,                             -- sealed with a key that is not in the database
  made_at      timestamptz not null,
  confirmed_at timestamptz,                                -- the app showed the right digits once
  last_step    bigint not null default 0                   -- of thirty seconds: each digits work once
);

-- For who lost the app: ten, each used once.
create table accounts.recovery_code (
  account_id bigint not null references accounts.account,
  code_hash  bytea not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

alter table accounts.session add column second_at timestamptz;  -- the second step was taken in this session
update accounts.session set second_at = proved_at where way_in = 'passkey';
