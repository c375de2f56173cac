-- An opportunity as figures place it: whose, in which campaign, where, of what, and whether it is volunteering at all. No place for what is done from anywhere.
create view opportunities.placed as
  select id, organization_id, campaign_id, field_code, activity_code, nature, state, published_at,
         case when remote then null else wilaya_code end as wilaya_code, case when remote then null else commune_code end as commune_code
  from opportunities.opportunity;
