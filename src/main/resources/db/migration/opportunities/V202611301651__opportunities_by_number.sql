-- Lists that other systems read part by part, the newest first.
create index opportunity_published on opportunities.opportunity (id desc) where state = 'published';
create index opportunity_published_in on opportunities.opportunity (wilaya_code, id desc) where state = 'published';
create index opportunity_of on opportunities.opportunity (organization_id, id desc);
