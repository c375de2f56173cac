-- The ledger's tree: the place of each entry in it, its hashes, and the signed checkpoints that others keep.
create schema checkpoints;

-- No foreign key to the ledger: it would lock every line while it gets its place, and a leaf must outlive a line that somebody removes, to tell of it.
create table checkpoints.leaf (
  position   bigint primary key check (position >= 0),
  entry_id   bigint not null unique,
  salt       bytea check (length(salt) = 32),              -- null: erased with its person, nothing private can be opened any more
  commitment bytea not null check (length(commitment) = 32)
);

-- Tiles of C2SP tlog-tiles: up to 256 hashes of 32 bytes; level 0 are the leaves, each level above holds the roots of the full tiles below.
create table checkpoints.tile (
  level  smallint not null check (level between 0 and 7),
  number bigint not null check (number >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, number)
);
alter table checkpoints.tile alter column hashes set storage external;   -- hashes cannot be pressed smaller

create table checkpoints.checkpoint (
  size          bigint primary key check (size > 0),
  root          bytea not null check (length(root) = 32),
  note          text not null,                             -- as it is published: text, empty line, the ledger's own signature
  signed_at     timestamptz not null,
  highest_entry bigint not null                            -- greatest number of an entry in the tree
);
create index on checkpoints.checkpoint (signed_at);
create trigger checkpoints_only_grow before update or delete on checkpoints.checkpoint
  for each row execute function supervision.refuse_change();
create trigger checkpoints_only_grow_whole before truncate on checkpoints.checkpoint
  for each statement execute function supervision.refuse_change();

-- What others signed beside us, as a line of the note.
create table checkpoints.cosignature (
  size       bigint not null references checkpoints.checkpoint,
  witness    text not null,
  line       text not null,
  made_at    timestamptz not null,                         -- as the witness says
  kept_at    timestamptz not null default now(),
  primary key (size, witness)
);

-- Whose salts are erased, also of entries that get their place later.
create table checkpoints.erased_person (
  account_id bigint primary key,
  erased_at  timestamptz not null default now()
);

-- The name under which this ledger signs; it stays when the platform's address changes, because witnesses know the ledger by it.
create table checkpoints.origin (
  only_one boolean primary key default true check (only_one),
  name     text not null check (name ~ '^[^\s+]{1,200}$')
);
