-- What rooms above read of claims: whose, of which shift, how they stand, and who settled them.
create view hours.claimed as
  select id, volunteer_id, shift_id, organization_id, opportunity_id, lower(during) as from_at, upper(during) as to_at, minutes, grade, state, origin,
         proposed_at, decided_by, seconded_by
  from hours.claim;
