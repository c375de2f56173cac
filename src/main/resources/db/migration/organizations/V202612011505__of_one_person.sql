-- What is kept of one person is counted and shown to them, and read when they leave: found by the person, not by reading through everybody's.
-- It serves those who are members now, too.
create index on organizations.member (account_id, since);
drop index organizations.member_account_id_idx;
