-- Which opportunities belong to a campaign, for rooms above.
create view opportunities.in_campaign as
  select id as opportunity_id, campaign_id, organization_id from opportunities.opportunity where campaign_id is not null;
