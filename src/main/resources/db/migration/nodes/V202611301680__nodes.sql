-- The processes that serve the platform together: each says every few seconds that it is there. Nothing about people.
create schema nodes;

create table nodes.node (
  id         uuid primary key,
  host       text not null check (length(host) <= 300),
  started_at timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  marks      jsonb not null check (jsonb_typeof(marks) = 'object')
);
create index on nodes.node (seen_at);
