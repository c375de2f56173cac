-- Matters that wait for a decision on an organisation say where its seat is and what it works for, so that deputies by daira or field find them too.
update supervision.matter m
set commune_code = case when o.scope = 'national' then null else o.commune_code end,
    fields = array(select f.field_code from organizations.organization_field f where f.organization_id = o.id order by 1)
from organizations.organization o
where m.kind = 'organization-verification' and m.decided_at is null and o.id = m.subject_id;
