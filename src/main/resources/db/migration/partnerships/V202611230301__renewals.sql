-- When supervisors were asked whether an agreement that ends soon is renewed: once for each.
alter table partnerships.agreement add column renewal_asked_at timestamptz;
