-- Lines of the ledger that brought hours, and whether another line took them back: what papers about hours are made of.
create view hours.written as
  select e.id, e.claim_id, e.volunteer_id, e.day, e.minutes, e.grade, e.organization_id, e.opportunity_id, c.title,
         r.id as taken_back_by, r.written_at as taken_back_at
  from hours.entry e
  join hours.claim c on c.id = e.claim_id
  left join hours.entry r on r.reverses = e.id
  where e.reverses is null;
