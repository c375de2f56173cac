-- What a campaign is called, for rooms above.
create view opportunities.campaign_title as select id, organization_id, title, starts_on, ends_on from opportunities.campaign;
