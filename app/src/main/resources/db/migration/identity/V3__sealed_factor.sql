-- The secret of the second factor is sealed; a plain one waits until the program's next start.
alter table identity.account rename column factor_secret to unsealed_factor_secret;
alter table identity.account add column factor_secret bytea;
