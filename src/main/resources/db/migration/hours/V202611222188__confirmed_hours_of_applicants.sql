-- Participation's own question about hours ("how much has this person done, confirmed?"): it names the columns, this room above it gives the rows.
create view participation.confirmed as
  select volunteer_id, minutes from hours.volunteer_total where grade in ('A', 'B', 'C') and minutes > 0;
