-- Lines of the ledger with all that they say: what a room above commits to, so that a changed line is found. A new column of hours.entry belongs here too.
create view hours.line as
  select id, claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code,
         written_at, written_by, reason
  from hours.entry;
