-- From where a deed of the audit log was done: the front part of the address.
alter table supervision.audit add column network text not null default '';

-- The log is searched by deed, by person and by place.
create index on supervision.audit (deed, id desc);
create index on supervision.audit ((details ->> 'member'), id desc) where details ->> 'member' is not null;
create index on supervision.audit (network text_pattern_ops, id desc) where network <> '';
