-- The checks and the sample look back over what was decided and entered lately.
create index on hours.claim (decided_at, id) where state in ('confirmed', 'reversed');
create index on hours.claim (organization_id, entered_at) where state in ('proposed', 'confirmed');
create index on hours.claim (organization_id, decided_by, decided_at) where state = 'confirmed';
