-- Pictures and documents that people upload. The bytes lie under the data folder, named by their id.
create schema files;

create table files.file (
  id           uuid primary key default uuidv7(),
  owner        bigint not null references accounts.account,
  purpose      text not null,
  name         text not null check (length(name) <= 200),
  content_type text not null check (content_type in ('image/jpeg', 'application/pdf')),
  bytes        bigint not null check (bytes > 0),
  sha256       bytea not null,
  made_at      timestamptz not null default now(),
  deleted_at   timestamptz
);
create index on files.file (owner, made_at desc);
