-- Who in office opened a person's file, and why. Only grows; what is older than a year may be taken away by a function of the owner, and by nothing else.
create table accounts.access (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor       bigint not null references accounts.account,
  person      bigint not null references accounts.account,
  object_kind text not null check (length(object_kind) between 1 and 40),
  object_id   text not null check (length(object_id) between 1 and 40),
  reason      text not null check (reason in ('matter', 'check', 'complaint', 'request', 'safety', 'authority', 'duty', 'other')),
  words       text check (length(words) between 3 and 300),
  network     text not null default '',                    -- the front part of the address
  check (actor <> person),
  check (reason <> 'other' or words is not null)
);
create index on accounts.access (person, at desc, id desc);
create index on accounts.access (actor, at desc, id desc);
create index on accounts.access (at);

create function accounts.access_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '1 year' then return old; end if;
  raise exception 'accounts.access only grows' using errcode = 'integrity_constraint_violation';
end $$;
create trigger access_only_grows before update or delete on accounts.access for each row execute function accounts.access_only_grows();
create trigger access_only_grows_whole before truncate on accounts.access for each statement execute function accounts.access_only_grows();

-- At most a thousand lines that are older than a moment, and than a year; says how many.
create function accounts.forget_accesses(moment timestamptz) returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone integer;
begin
  delete from accounts.access
  where id in (select a.id from accounts.access a where a.at < least(moment, now() - interval '1 year') order by a.at limit 1000);
  get diagnostics gone = row_count;
  return gone;
end $$;
