-- Recovery codes are hashed slowly and with salt; those from before keep their quick hash until they are used or renewed.
alter table accounts.recovery_code add column salt bytea check (length(salt) = 16);
