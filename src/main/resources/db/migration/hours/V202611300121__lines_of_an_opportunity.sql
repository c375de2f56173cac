-- Figures of a campaign look for the lines of its opportunities when one joins or leaves it.
create index on hours.entry (opportunity_id) where opportunity_id is not null;
