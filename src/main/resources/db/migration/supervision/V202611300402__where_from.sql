-- From where a deed of the audit log was done: the front part of the address.
alter table supervision.audit add column network text not null default '';
