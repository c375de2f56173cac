-- An organisation's desk lists the campaigns it is a guest of.
create index on opportunities.campaign_organization (organization_id);
