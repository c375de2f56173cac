-- What rules read of a line: also in which field, with whom, of what.
create or replace view hours.ledger as
  select volunteer_id, day, minutes, grade, wilaya_code, field_code, activity_code, organization_id, opportunity_id
  from hours.entry;
