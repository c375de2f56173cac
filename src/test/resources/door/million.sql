-- The small country in the planner's eyes with a million rows in each table that grows with people, and ten million lines of the ledger.
create schema million;

create table million.large as
select c.oid, n.nspname::text as room, c.relname::text as name, pg_relation_filepath(c.oid) as file, greatest(c.reltuples, 1) as told,
  case when n.nspname || '.' || c.relname in ('hours.entry', 'checkpoints.leaf') then 10000000 else 1000000 end as rows,
  28 + coalesce((select sum(s.avg_width) from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname), 60) as width
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'door', 'million') and not exists (select from door.few f where n.nspname || '.' || c.relname like f.pattern);

-- Indexes: a part of the rows has as many of a million as it has of the few.
create table million.part as
select i.indexrelid as oid, l.room, c.relname::text as name, pg_relation_filepath(i.indexrelid) as file,
  (l.rows * case when i.indpred is null then 1 when l.told > 1 then greatest(least(c.reltuples / l.told, 1), 0.001) else 0.1 end)::bigint as rows,
  case when a.amname = 'btree' then 16 + 10 * i.indnatts else 20 end as width
from million.large l join pg_index i on i.indrelid = l.oid join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam;

-- How many different ones there are grows too, where a column names a row of something that grows; the commonest are then not as common.
create table million.name as
select distinct l.room, l.name, a.attname, s.null_frac, s.avg_width,
  case when s.n_distinct < 0 then s.n_distinct when s.n_distinct > 0 then greatest(-1, -(s.n_distinct / l.told)::real) else -0.1 end as different
from million.large l
join pg_attribute a on a.attrelid = l.oid and a.attnum > 0 and not a.attisdropped
left join pg_stats s on s.schemaname = l.room and s.tablename = l.name and s.attname = a.attname
where a.atttypid in ('bigint'::regtype, 'uuid'::regtype, 'bytea'::regtype)
  or exists (select from pg_constraint k where k.conrelid = l.oid and k.contype = 'f' and a.attnum = any (k.conkey) and k.confrelid in (select oid from million.large))
  or exists (select from pg_index i where i.indrelid = l.oid and i.indisunique and i.indnatts = 1 and a.attnum = any (i.indkey::smallint[]));

select pg_clear_attribute_stats(room, name, attname, false),
  pg_restore_attribute_stats('schemaname', room, 'relname', name, 'attname', attname::text, 'inherited', false, 'null_frac', coalesce(null_frac, 0)::real, 'avg_width', coalesce(avg_width, 8)::integer,
    'n_distinct', different::real)
from million.name;

create table million.thing as
select room, name, file, rows, greatest(1, ceil(rows * width / 8000.0))::bigint as pages from million.large
union all
select room, name, file, rows, greatest(2, ceil(rows * width / 7000.0))::bigint from million.part;

select pg_restore_relation_stats('schemaname', room, 'relname', name, 'relpages', least(pages, 131072)::integer, 'reltuples', rows::real) from million.thing;
