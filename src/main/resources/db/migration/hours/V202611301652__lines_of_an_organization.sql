-- An organisation's lines in the order in which they were written.
create index entry_of_organization on hours.entry (organization_id, id);
