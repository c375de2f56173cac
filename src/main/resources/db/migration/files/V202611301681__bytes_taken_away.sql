-- When the bytes of a deleted file were seen to be gone: a store may be away at that moment, or its node die.
alter table files.file add column cleared_at timestamptz;
create index on files.file (deleted_at) where deleted_at is not null and cleared_at is null;
