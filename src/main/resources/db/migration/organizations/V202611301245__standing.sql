-- Who brought an organisation into its state: who contests that is heard by somebody else.
alter table organizations.organization add column state_by bigint references accounts.account;
