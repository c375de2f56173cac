-- Lines of three years, the later the more; few people give much, most give near home.
set session_replication_role = replica;
insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code)
  select l.person, l.person, date '2024-01-01' + floor(1064 * sqrt(l.r2))::integer, 30 + 15 * floor(24 * l.r3 ^ 1.5)::integer,
    (array['A', 'A', 'A', 'B', 'B', 'C', 'D', 'E'])[1 + floor(8 * l.r4)::integer],
    o.organization_id, o.id, o.field_code, o.activity_code, o.wilaya_code, o.commune_code
  from (select 1 + (floor(1000000 * random() ^ 1.5)::bigint * 7919) % 1000000 as person, random() as r2, random() as r3, random() as r4, random() as r5,
      case when random() < 0.15 then floor(random() * (select count(*) from bench.ticket))::integer else -1 end as ticket from generate_series(1, :lines)) l
  join bench.person p on p.id = l.person
  left join bench.ticket t on t.n = l.ticket
  join (select distinct code_48, of from bench.offer) k on k.code_48 = coalesce(t.code, p.code_48)
  join bench.offer o on o.code_48 = k.code_48 and o.n = floor(k.of * l.r5 ^ 1.3)::integer;
